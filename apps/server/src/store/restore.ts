/**
 * A backup put back. It becomes a store that goes on: phones that were told of later numbers of arrival must be told of what
 * comes from now on, so each clinic's numbers jump far beyond any that were given since, and its trail says so. What phones
 * sent since the backup they send again by themselves.
 */
import { copyFileSync, existsSync, linkSync, mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { raise } from "@openlymph/base";
import { audit } from "../audit/audit.ts";
import { makeBackup } from "./backup.ts";
import { restoredAction } from "./check/counters.ts";
import type { Finding } from "./check/finding.ts";
import { clearStore, copyStore, differences, digestStore, isEmpty } from "./copy.ts";
import { copyDurably, putInPlace, stamp, syncFolder } from "./durable.ts";
import { isNamed, keyFile, layBeside, nameKey, readKeyFile, readMasterKey } from "./master-key.ts";
import { migrate, newestStep, stepOf } from "./migrate.ts";
import { openPostgres, refuseInUse } from "./postgres.ts";
import { readFileSnapshot } from "./snapshot.ts";
import { databaseFile, lock, openFile } from "./sqlite.ts";
import { nameScope, type StoreOptions } from "./store.ts";
import { checkFile, fillFile, refuseDamaged } from "./store-file.ts";

export interface RestoreOptions extends StoreOptions {
  readonly from: string;
  /** File of the key, where it lies neither in the folder nor in the environment. */
  readonly keyFrom?: string;
  /** What is there now is put beside. */
  readonly replace?: boolean;
  /** Takes a backup in which `doctor` would find something wrong. */
  readonly evenDamaged?: boolean;
  readonly now?: number;
}

export interface Restored {
  /** Where what was there before is kept. */
  readonly beside?: string;
  readonly findings: readonly Finding[];
}

/** More than any clinic writes between two backups. */
const jump = 1_000_000;

async function goOn(file: string, now: number): Promise<void> {
  await fillFile(file, async (db) => {
    await migrate(db, "sqlite");
    await db.transaction().execute(async (trx) => {
      for (const { id, arrival } of await trx.selectFrom("clinic").select(["id", "arrival"]).execute()) {
        await trx
          .updateTable("clinic")
          .set({ arrival: arrival + jump })
          .where("id", "=", id)
          .execute();
        const detail = { arrival, jumped: jump };
        const what = { actor: "server", action: restoredAction, resource: "store", outcome: "done" } as const;
        await audit(trx, id, { ...what, detail, at: now });
      }
    });
  });
}

const taken = (place: string): never =>
  raise("access/conflict", {
    file: place,
    value: "a clinic",
    expected: "an empty store",
    hint: "With --replace what is there is kept beside, and the backup takes its place.",
  });

/** Nothing of worth is lost when this file is replaced. */
async function isFileEmpty(file: string): Promise<boolean> {
  if (!existsSync(file)) return true;
  try {
    return await readFileSnapshot(file, async (trx) => (await stepOf(trx)) === undefined || (await isEmpty(trx)));
  } catch {
    // What cannot be read may still hold something.
    return false;
  }
}

/** Keeps the database with its log in a folder of its own, which a server can be started on. */
function keepBeside(folder: string, beside: string): void {
  const file = path.join(folder, databaseFile);
  mkdirSync(beside, { mode: 0o700 });
  for (const end of ["", "-wal"]) {
    if (existsSync(file + end)) linkSync(file + end, path.join(beside, databaseFile + end));
  }
  if (existsSync(path.join(folder, keyFile))) copyDurably(path.join(folder, keyFile), path.join(beside, keyFile));
  syncFolder(beside);
}

/** Whatever the log holds comes into the file, as far as it can still be read. */
function bringLogIn(file: string): void {
  if (!existsSync(`${file}-wal`)) return;
  try {
    openFile(file).close();
  } catch {
    // A file that cannot be opened is kept beside together with its log.
  }
}

async function restoreFile(part: string, { folder, replace = false }: RestoreOptions, now: number) {
  const file = path.join(folder, databaseFile);
  const empty = await isFileEmpty(file);
  if (!empty && !replace) taken(folder);
  bringLogIn(file);
  const beside = empty ? undefined : path.join(folder, `replaced-${stamp(now)}`);
  if (beside !== undefined) keepBeside(folder, beside);
  // A log of the old file must never meet the new one.
  for (const end of ["-wal", "-shm"]) rmSync(file + end, { force: true });
  putInPlace(part, file);
  return beside;
}

/** Fills an empty database from a file. Nothing is there when it fails. @throws FailureError `access/conflict` for a full one. */
export async function fillPostgres(url: string, file: string, replace: boolean): Promise<void> {
  const { db, close } = await openPostgres(url);
  try {
    await refuseInUse(db);
    await migrate(db, "postgres");
    await readFileSnapshot(file, (from) =>
      db.transaction().execute(async (to) => {
        await nameScope(to, { for: "server" });
        if (!replace && !(await isEmpty(to))) taken("DATABASE_URL");
        await clearStore(to);
        const [table] = differences(await copyStore(from, to), await digestStore(to));
        if (table !== undefined) raise("store/damaged", { path: table, expected: "what was read from the file" });
      }),
    );
  } finally {
    await close();
  }
}

async function restorePostgres(part: string, url: string, options: RestoreOptions, now: number) {
  const { folder, replace = false, masterKey } = options;
  const { db, close } = await openPostgres(url);
  const empty = await (async () => {
    if ((await stepOf(db)) === undefined) return true;
    return db.transaction().execute(async (trx) => {
      await nameScope(trx, { for: "server" });
      return isEmpty(trx);
    });
  })().finally(close);
  if (!empty && !replace) taken("DATABASE_URL");
  const beside = empty ? undefined : path.join(folder, `replaced-${stamp(now)}`);
  if (beside !== undefined) {
    await makeBackup({ folder, databaseUrl: url, to: beside, ...(masterKey === undefined ? {} : { masterKey }) });
  }
  await fillPostgres(url, part, replace);
  return beside;
}

/**
 * @throws FailureError `store/in-use` while a server works on the folder, `access/conflict` where a clinic is there already,
 * `store/damaged` for a backup that is not whole or is sealed with another key. Nothing was changed then.
 */
export async function restoreBackup(options: RestoreOptions): Promise<Restored> {
  const { folder, from, keyFrom, databaseUrl, masterKey, evenDamaged = false, now = Date.now() } = options;
  if (!existsSync(from)) raise("file/unreadable", { file: from, hint: "There is no such backup." });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const held = databaseUrl === undefined ? lock(folder) : undefined;
  const part = path.join(folder, `restoring-${stamp(now)}.part`);
  try {
    const key = keyFrom === undefined ? readMasterKey(folder, masterKey) : readKeyFile(keyFrom);
    refuseDamaged(from);
    const findings = await checkFile(from, key);
    const [bad] = findings.filter((each) => each.bad);
    if (bad !== undefined && !evenDamaged) {
      raise("store/damaged", {
        file: from,
        value: bad.text,
        hint: "Take an older backup, or this one all the same with --even-damaged.",
      });
    }
    copyFileSync(from, part);
    await goOn(part, now);
    const [bytes] = keyFrom === undefined ? [] : key.candidates;
    const isOther = bytes !== undefined && !isNamed(folder, { bytes });
    if (isOther) layBeside(folder, bytes);
    const beside =
      databaseUrl === undefined
        ? await restoreFile(part, options, now)
        : await restorePostgres(part, databaseUrl, options, now);
    if (isOther) nameKey(folder, now);
    return { findings, ...(beside === undefined ? {} : { beside }) };
  } finally {
    rmSync(part, { force: true });
    held?.close();
  }
}

/** Brings the store of a folder into an empty PostgreSQL. The folder stays as it is. */
export async function toPostgres({ folder, masterKey }: StoreOptions, url: string): Promise<void> {
  const held = lock(folder);
  try {
    const file = path.join(folder, databaseFile);
    refuseDamaged(file);
    await checkFile(file, readMasterKey(folder, masterKey));
    const step = await readFileSnapshot(file, stepOf);
    if (step !== newestStep) {
      raise("store/damaged", { file, value: step, expected: newestStep, hint: "Start the server once, and end it." });
    }
    await fillPostgres(url, file, false);
  } finally {
    held.close();
  }
}
