/** Looks at everything a store rests on, beside a running server or without one. Changes nothing. */
import { existsSync } from "node:fs";
import path from "node:path";
import { FailureError } from "@openlymph/base";
import { checkContents, checkStep } from "./check/contents.ts";
import { backToBackup, type Finding, well, wrong } from "./check/finding.ts";
import { checkKeyFile, checkLock, checkPermissions, checkRoom } from "./check/place.ts";
import { checkPostgres } from "./check/postgres.ts";
import { failureOfDatabase } from "./database-failure.ts";
import { checkKey, type FoundKey, probeOf } from "./master-key.ts";
import { readSnapshot } from "./snapshot.ts";
import { damageOfFile, databaseFile } from "./sqlite.ts";
import type { StoreOptions, Work } from "./store.ts";

function checkFileWhole(file: string): Finding {
  if (!existsSync(file)) return wrong("file", `${file} is not there`, "is OPENLYMPH_DATA right? else restore a backup");
  try {
    const damage = damageOfFile(file);
    return damage === undefined ? well("file", `${file} is whole`) : wrong("file", `${file}: ${damage}`, backToBackup);
  } catch (error) {
    return wrong("file", `${file}: ${(error as Error).message}`, backToBackup);
  }
}

async function checkInside(trx: Work, found: FoundKey | undefined): Promise<readonly Finding[]> {
  const step = await checkStep(trx);
  if (step.bad || found === undefined) return [step];
  const probe = await probeOf(trx);
  if (probe === undefined) return [step, well("key", "the store is new, and knows no key yet")];
  return [step, ...(await checkContents(trx, checkKey(found, probe)))];
}

async function attempted(about: string, look: () => Promise<readonly Finding[]>): Promise<readonly Finding[]> {
  try {
    return await look();
  } catch (error) {
    if (error instanceof FailureError) return [wrong(about, error.message, "see to this first")];
    if (failureOfDatabase(error) === undefined) throw error;
    return [wrong(about, (error as Error).message, backToBackup)];
  }
}

export async function examine(options: StoreOptions): Promise<readonly Finding[]> {
  const { folder, databaseUrl } = options;
  const { finding, key } = checkKeyFile(options);
  const ofPlace = existsSync(folder) ? [finding, ...checkPermissions(folder), checkRoom(folder)] : [finding];
  if (databaseUrl !== undefined) {
    const inside = await attempted("database", () =>
      readSnapshot(options, async (trx) => [...(await checkPostgres(trx)), ...(await checkInside(trx, key))]),
    );
    return [...ofPlace, ...inside];
  }
  const file = checkFileWhole(path.join(folder, databaseFile));
  const lock = existsSync(folder) ? [checkLock(folder)] : [];
  if (file.bad) return [...ofPlace, ...lock, file];
  const inside = await attempted("store", () => readSnapshot(options, (trx) => checkInside(trx, key)));
  return [...ofPlace, ...lock, file, ...inside];
}
