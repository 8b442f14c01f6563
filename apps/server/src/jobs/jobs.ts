/**
 * Work that comes round: every day for the store, every minute for reminders. On PostgreSQL by graphile-worker, so that of several server processes one does it; with
 * SQLite there is one process, and a timer.
 */
import { Logger, type Runner, run } from "graphile-worker";
import type { Clinic } from "../clinic.ts";
import { sendReminders } from "../reminders/send-reminders.ts";
import { keepHouse } from "./housekeeping.ts";

const day = 86_400_000;
const minute = 60_000;
/** After the start, so that starting stays quick. */
const firstAfter = 5 * 60_000;

export interface Jobs {
  readonly stop: () => Promise<void>;
}

export interface JobsOptions {
  readonly databaseUrl?: string | undefined;
  /** What is told to whoever runs the server. */
  readonly warn: (text: string) => void;
}

async function daily({ store, now }: Clinic, warn: JobsOptions["warn"]): Promise<void> {
  const { broken } = await keepHouse(store, now());
  for (const text of broken) warn(text);
}

async function everyMinute(clinic: Clinic, warn: JobsOptions["warn"]): Promise<void> {
  const { failed } = await sendReminders(clinic);
  for (const text of new Set(failed)) warn(`reminders: ${text}`);
}

const quiet = new Logger(() => () => undefined);

export async function startJobs(clinic: Clinic, { databaseUrl, warn }: JobsOptions): Promise<Jobs> {
  if (databaseUrl !== undefined) {
    const runner: Runner = await run({
      connectionString: databaseUrl,
      concurrency: 1,
      noHandleSignals: true,
      logger: quiet,
      crontab: ["17 3 * * * keep-house", "* * * * * send-reminders ?max=1"].join("\n"),
      taskList: { "keep-house": () => daily(clinic, warn), "send-reminders": () => everyMinute(clinic, warn) },
    });
    return { stop: () => runner.stop() };
  }
  const keep = (): void => void daily(clinic, warn).catch((error: Error) => warn(`housekeeping: ${error.message}`));
  const remind = (): void =>
    void everyMinute(clinic, warn).catch((error: Error) => warn(`reminders: ${error.message}`));
  const timers = [setTimeout(keep, firstAfter), setInterval(keep, day), setInterval(remind, minute)];
  return {
    stop: async () => {
      for (const timer of timers) clearTimeout(timer);
    },
  };
}
