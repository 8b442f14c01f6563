/**
 * A backup while the server runs: the store as it stood at one moment, as one SQLite file, whichever database it came from.
 *
 *   snapshot → copy to a file without a name → read again and compared, chains and trails followed → disk → name → disk
 *
 * So a file that has a backup's name is whole. The key is not in it: whoever finds the file can read nothing of any person.
 * The key is kept somewhere else, and without it a backup is worth nothing.
 */
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import { raise } from "@openlymph/base";
import { type Finding, lineOf } from "./check/finding.ts";
import { beforeStep } from "./copy-before-step.ts";
import { copyDurably, putInPlace, stamp } from "./durable.ts";
import { keyFile, readMasterKey } from "./master-key.ts";
import { newestStep, stepOf } from "./migrate.ts";
import { readSnapshot } from "./snapshot.ts";
import type { StoreOptions, Work } from "./store.ts";
import { checkFile, copyToFile, refuseDamaged } from "./store-file.ts";

export interface BackupOptions extends StoreOptions {
  /** Folder of the backups; made where it is absent. */
  readonly to: string;
  /** So many of the newest stay; 7 where it is absent. */
  readonly keep?: number;
  /** Puts a copy of the key into the same folder: for a place as safe as a safe. */
  readonly withKey?: boolean;
  readonly now?: number;
}

export interface Backup {
  readonly file: string;
  readonly bytes: number;
  readonly rows: number;
  /** What `doctor` would say of it. Where something is wrong, it is wrong in the store too. */
  readonly findings: readonly Finding[];
  /** Older ones that were thrown away. */
  readonly gone: readonly string[];
}

const named = /^openlymph-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ\.sqlite$/;

/** Backups in a folder, the newest first. */
export function backupsIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => named.test(name))
    .sort()
    .reverse()
    .map((name) => path.join(folder, name));
}

async function refuseOther(trx: Work): Promise<void> {
  const step = await stepOf(trx);
  if (step === newestStep) return;
  raise("store/damaged", {
    path: "migration",
    value: step ?? "none",
    expected: newestStep,
    hint: "Start this version of OpenLymph once, or make the backup with the version that wrote the data.",
  });
}

/** A copy from before a step goes when all that stay are newer: the keys of people who were erased go with it. */
function stepCopiesBefore(folder: string, oldest: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => {
      const [, made] = beforeStep.exec(name) ?? [];
      return made !== undefined && `openlymph-${made}.sqlite` < path.basename(oldest);
    })
    .map((name) => path.join(folder, name));
}

function prune(folder: string, keep: number): readonly string[] {
  const kept = backupsIn(folder);
  const oldest = kept[keep - 1];
  const gone = [...kept.slice(keep), ...(oldest === undefined ? [] : stepCopiesBefore(folder, oldest))];
  for (const file of gone) rmSync(file);
  return gone;
}

/** @throws FailureError where the folder cannot be written, the disk is full, the store or its key cannot be read. */
export async function makeBackup(options: BackupOptions): Promise<Backup> {
  const { folder, to, keep = 7, withKey = false, now = Date.now() } = options;
  const key = readMasterKey(folder, options.masterKey);
  const file = path.join(to, `openlymph-${stamp(now)}.sqlite`);
  if (existsSync(file)) raise("file/unwritable", { file, hint: "There is a backup of this second already." });
  const part = `${file}.part`;
  try {
    mkdirSync(to, { recursive: true, mode: 0o700 });
    // What an earlier one left behind that was cut off.
    for (const name of readdirSync(to)) if (/\.sqlite\.part(-journal)?$/.test(name)) rmSync(path.join(to, name));
  } catch (error) {
    raise("file/unwritable", { file: to, value: (error as Error).message });
  }
  const digests = await readSnapshot(options, async (trx) => {
    await refuseOther(trx);
    return copyToFile(trx, part);
  });
  try {
    refuseDamaged(part);
    const findings = await checkFile(part, key);
    putInPlace(part, file);
    if (withKey && existsSync(path.join(folder, keyFile))) {
      copyDurably(path.join(folder, keyFile), path.join(to, keyFile));
    }
    const rows = Object.values(digests).reduce((sum, each) => sum + each.rows, 0);
    // Where something is wrong, the ones from before may be the last that are whole.
    const gone = findings.some(({ bad }) => bad) ? [] : prune(to, keep);
    return { file, bytes: statSync(file).size, rows, findings, gone };
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}

/** What is told of a backup, in lines. */
export function backupLines({ file, bytes, rows, findings, gone }: Backup): readonly string[] {
  const lines = [`Backup: ${file} (${(bytes / 1e6).toFixed(1)} MB, ${rows} rows), read again and compared.`];
  lines.push(...findings.filter(({ bad }) => bad).map(lineOf));
  if (gone.length > 0) lines.push(`Thrown away: ${gone.length} older.`);
  return lines;
}
