/** The folder of a store: the key, who may read it, room on the disk, whether a server has it. */
import { existsSync, statfsSync, statSync } from "node:fs";
import path from "node:path";
import { FailureError } from "@openlymph/base";
import { type FoundKey, keyFile, readMasterKey } from "../master-key.ts";
import { databaseFile, lock } from "../sqlite.ts";
import type { StoreOptions } from "../store.ts";
import { type Finding, well, wrong } from "./finding.ts";

const leastRoom = 1e9;

export function checkKeyFile({ folder, masterKey }: StoreOptions): {
  readonly finding: Finding;
  readonly key?: FoundKey;
} {
  try {
    const key = readMasterKey(folder, masterKey);
    return { key, finding: well("key", `${key.place}; is there a copy of it somewhere else?`) };
  } catch (error) {
    if (!(error instanceof FailureError)) throw error;
    return { finding: wrong("key", error.message, "put the key back from where you keep it") };
  }
}

/** Files that others of this machine could read. Windows keeps that elsewhere. */
export function checkPermissions(folder: string): readonly Finding[] {
  if (process.platform === "win32" || !existsSync(folder)) return [];
  const closed = (statSync(folder).mode & 0o077) === 0;
  const open = [databaseFile, keyFile].filter((name) => {
    const file = path.join(folder, name);
    return existsSync(file) && (statSync(file).mode & (name === keyFile ? 0o077 : 0o007)) !== 0;
  });
  if (closed || open.length === 0) return [well("permissions", `${folder}: this account alone`)];
  return open.map((name) => {
    const file = path.join(folder, name);
    return wrong(
      "permissions",
      `${file} can be read by others of this machine`,
      `chmod 700 ${folder}; chmod 600 ${file}`,
    );
  });
}

export function checkRoom(folder: string): Finding {
  const { bavail, bsize } = statfsSync(folder);
  const free = bavail * bsize;
  const file = path.join(folder, databaseFile);
  const size = existsSync(file) ? statSync(file).size : 0;
  const told = `${(free / 1e9).toFixed(1)} GB free at ${folder}`;
  return free < Math.max(leastRoom, 2 * size) ? wrong("disk", told, "make room before it is full") : well("disk", told);
}

export function checkLock(folder: string): Finding {
  try {
    lock(folder).close();
    return well("lock", "no server works on this folder now");
  } catch (error) {
    const inUse = error instanceof FailureError && error.failure.code === "store/in-use";
    if (inUse) return well("lock", "a server works on this folder now; what follows is as of this moment");
    return wrong("lock", (error as Error).message, "the server needs to write here: see to permissions and mounts");
  }
}
