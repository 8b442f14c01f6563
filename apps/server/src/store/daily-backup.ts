/** A backup every day by the running server. */
import { Worker } from "node:worker_threads";
import { type Failure, FailureError } from "@openlymph/base";
import type { Backup, BackupOptions } from "./backup.ts";
import { lineOf } from "./check/finding.ts";

type Told = { readonly backup: Backup } | { readonly failure: Failure } | { readonly message: string };

/** As `makeBackup`, beside the server's own work. */
export function makeBackupAside(options: BackupOptions): Promise<Backup> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./backup-worker.ts", import.meta.url), { workerData: { ...options } });
    worker.once("error", reject);
    worker.once("message", (told: Told) => {
      if ("backup" in told) resolve(told.backup);
      else reject("failure" in told ? new FailureError(told.failure) : new Error(told.message));
    });
  });
}

const day = 86_400_000;
/** After the start, so that starting stays quick, and a server that is started every day still makes one. */
const firstAfter = 10 * 60_000;

export interface DailyBackup {
  readonly stop: () => Promise<void>;
}

/**
 * Makes one ten minutes after the start and then every day, into `to` (`OPENLYMPH_BACKUP`). What goes wrong is told, and
 * tried again the next day.
 */
export function startDailyBackup(options: BackupOptions, warn: (text: string) => void): DailyBackup {
  let running: Promise<void> = Promise.resolve();
  const make = (): void => {
    running = makeBackupAside(options).then(
      ({ findings }) => {
        for (const finding of findings.filter(({ bad }) => bad)) warn(lineOf(finding));
      },
      (error: Error) => warn(`backup: ${error.message}`),
    );
  };
  const first = setTimeout(make, firstAfter);
  const each = setInterval(make, day);
  return {
    stop: () => {
      clearTimeout(first);
      clearInterval(each);
      return running;
    },
  };
}
