/** Passwords: argon2id with the parameters that OWASP recommends at least (19 MiB, 2 passes). */
import { hash, verify } from "@node-rs/argon2";
import { isCommon } from "./common-passwords.ts";

export const argonSettings = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize("NFKC"), argonSettings);
}

let nobodys: Promise<string> | undefined;

/** Takes as long for an account that does not exist (`known` undefined) as for one that does. */
export async function isPassword(known: string | undefined, password: string): Promise<boolean> {
  nobodys ??= hashPassword("the password of nobody");
  const against = known === undefined || known === "" ? await nobodys : known;
  const right = await verify(against, password.normalize("NFKC"));
  return right && against === known;
}

/** Words that passwords are made of that everybody tries first, with digits around them. */
const tooKnown = ["password", "passwort", "123456", "qwerty", "qwertz", "abcdef", "letmein", "lymph"];

/** Why a password is not taken; `undefined` for a good one. */
export async function weakness(password: string, email: string): Promise<string | undefined> {
  const plain = password.toLowerCase();
  const name = email.split("@", 1)[0]?.toLowerCase() ?? "";
  if (new Set(plain).size < 5) return "It repeats the same few letters.";
  if (name.length > 3 && plain.includes(name)) return "It holds the name of the e-mail address.";
  const rest = tooKnown.reduce((left, word) => left.replaceAll(word, ""), plain).replaceAll(/[\d\s!.?_-]/g, "");
  return rest.length < 4 || (await isCommon(password)) ? "It is one of those that are tried first." : undefined;
}
