/** Virtual bodies on all cores. */
import type { Result } from "@openlymph/base";
import { type EnsembleOptions, type EnsembleTask, type MemberInput, runEnsemble } from "@openlymph/rehearsal";
import type { SweepRow } from "@openlymph/study";
import { Tinypool } from "tinypool";
import type { MemberWork } from "./member-worker.ts";

/**
 * Asks every member of an ensemble in a pool of threads; the rows do not depend on how many there are.
 *
 * @param workers number of threads.
 */
export async function askBodies(
  task: EnsembleTask,
  workers: number,
  options: Omit<EnsembleOptions, "concurrency" | "evaluate">,
): Promise<Result<readonly SweepRow[]>> {
  const filename = new URL("./member-worker.ts", import.meta.url).href;
  const threads = Math.min(workers, options.members);
  const pool = new Tinypool({ filename, minThreads: threads, maxThreads: threads });
  try {
    return await runEnsemble(task, {
      ...options,
      concurrency: threads,
      evaluate: (input: MemberInput) => pool.run({ task, input } satisfies MemberWork, { name: "ask" }),
    });
  } finally {
    await pool.destroy();
  }
}
