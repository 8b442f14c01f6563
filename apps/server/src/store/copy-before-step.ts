/**
 * A copy of an SQLite store before it takes a step to a newer version: the way back to the program before. It is an exact
 * copy, read again and compared, and lies where the backups lie; the step is not taken where it cannot be made.
 */
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { DatabaseSync } from "node:sqlite";
import { FailureError, raise } from "@openlymph/base";
import { failureOfDatabase } from "./database-failure.ts";
import { putInPlace, stamp } from "./durable.ts";
import { damageOf, databaseFile, openFile } from "./sqlite.ts";

const whySo =
  "The copy before the step to a newer version could not be made, and the step was not taken: nothing was changed.";

/** `openlymph-before-002-reminder-2026-11-26T21-04-05Z.sqlite` */
export const beforeStep = /^openlymph-before-[\w-]+?-(\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ)\.sqlite$/;

/** A table in which the copy attached to a database differs from it; `undefined` where it is the same. */
function differing(database: DatabaseSync): string | undefined {
  const tables = database.prepare("select name from main.sqlite_master where type = 'table'").all();
  return tables
    .map(({ name }) => String(name))
    .find((name) => {
      const from = (place: string) => `select * from ${place}."${name}"`;
      const differs = (a: string, b: string) =>
        database.prepare(`${from(a)} except ${from(b)} limit 1`).all().length > 0;
      return differs("main", "copy") || differs("copy", "main");
    });
}

function copyTo(file: string, part: string): void {
  // For this account alone, before anything is in it.
  writeFileSync(part, "", { mode: 0o600 });
  const database = openFile(file, { readOnly: true });
  try {
    database.prepare("vacuum into ?").run(part);
    database.prepare("attach ? as copy").run(part);
    const table = differing(database);
    if (table !== undefined) raise("store/damaged", { file: part, path: table, hint: whySo });
    database.exec("detach copy");
  } finally {
    database.close();
  }
  const copy = openFile(part, { readOnly: true });
  try {
    const [damage] = damageOf(copy);
    if (damage !== undefined) raise("store/damaged", { file: part, value: damage, hint: whySo });
  } finally {
    copy.close();
  }
}

export interface BeforeStep {
  readonly folder: string;
  /** Where backups lie. */
  readonly to: string;
  /** The step that is to be taken. */
  readonly step: string;
  readonly now: number;
}

/** @returns the copy. @throws FailureError where it cannot be made: no room, a folder that cannot be written. */
export function copyBeforeStep({ folder, to, step, now }: BeforeStep): string {
  const file = path.join(to, `openlymph-before-${step}-${stamp(now)}.sqlite`);
  const part = `${file}.part`;
  try {
    mkdirSync(to, { recursive: true, mode: 0o700 });
    copyTo(path.join(folder, databaseFile), part);
    putInPlace(part, file);
    return file;
  } catch (error) {
    if (existsSync(part)) rmSync(part);
    if (error instanceof FailureError) throw error;
    const code = failureOfDatabase(error)?.code ?? "file/unwritable";
    return raise(code, { file: to, value: (error as Error).message, hint: whySo });
  }
}
