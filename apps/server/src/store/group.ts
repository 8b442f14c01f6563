/**
 * Transactions of many requests brought to the disk together. SQLite writes for one at a time, and most of that time is the
 * disk's: so whatever waits when a transaction begins joins it, each behind a savepoint of its own, and all are answered
 * after the one commit.
 *
 *   begin → (savepoint → work → release, or roll back to it) for each that waits → commit → answer all
 *
 * What a request is told is durable as before; one that fails takes nothing of another with it. Where the commit itself
 * fails, all of the group have failed, and nothing of any is there.
 */
import { type Kysely, sql } from "kysely";
import type { Work } from "./store.ts";
import type { Tables } from "./tables.ts";

/** ms of work after which a group is closed; the next ones wait for the next commit. */
const longestGroup = 30;

interface Job {
  readonly run: (trx: Work) => Promise<void>;
  /** What is told once the group is durable. */
  answer: () => void;
  readonly reject: (error: unknown) => void;
}

async function runOne(trx: Work, job: Job): Promise<void> {
  await sql`savepoint one`.execute(trx);
  try {
    await job.run(trx);
  } catch (error) {
    job.answer = () => job.reject(error);
    try {
      await sql`rollback to one`.execute(trx);
    } catch {
      // The database gave the whole transaction up (no room, no disk): its reason is the one to be told.
      throw error;
    }
  }
  await sql`release one`.execute(trx);
}

export type Grouped = <T>(work: (trx: Work) => Promise<T>) => Promise<T>;

export function grouped(db: Kysely<Tables>): Grouped {
  const waiting: Job[] = [];
  let busy = false;

  async function commitGroup(): Promise<void> {
    const group: Job[] = [];
    try {
      await db.transaction().execute(async (trx) => {
        const until = performance.now() + longestGroup;
        for (let job = waiting.shift(); job !== undefined; job = waiting.shift()) {
          group.push(job);
          await runOne(trx, job);
          if (performance.now() >= until) return;
        }
      });
      for (const job of group) job.answer();
    } catch (error) {
      for (const job of group) job.reject(error);
    }
  }

  async function drain(): Promise<void> {
    while (waiting.length > 0) {
      // What arrived while the disk was busy is read from its sockets first.
      await new Promise(setImmediate);
      await commitGroup();
    }
    busy = false;
  }

  return (work) =>
    new Promise((resolve, reject) => {
      const job: Job = {
        run: async (trx) => {
          const value = await work(trx);
          job.answer = () => resolve(value);
        },
        answer: () => undefined,
        reject,
      };
      waiting.push(job);
      if (busy) return;
      busy = true;
      void drain();
    });
}
