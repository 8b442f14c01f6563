import { Worker } from "node:worker_threads";
import type { Result } from "@openlymph/base";

/** Threads that compute working points. */
export interface TabulatePool {
  /** Flow (m³/s) and drift at filling (Pa), strength, afterload (Pa); at most as many calls at once as there are threads. */
  readonly run: (point: readonly number[]) => Promise<Result<readonly number[]>>;
  readonly close: () => Promise<unknown>;
}

export function openTabulatePool(workers: number): TabulatePool {
  const threads = Array.from({ length: workers }, () => new Worker(new URL("./tabulate-worker.ts", import.meta.url)));
  const idle = [...threads];
  return {
    run: (point) =>
      new Promise((resolve, reject) => {
        const thread = idle.pop();
        if (thread === undefined) return reject(new RangeError("More points at once than threads."));
        const give = (result: Result<readonly number[]>) => {
          thread.off("error", reject);
          idle.push(thread);
          resolve(result);
        };
        thread.once("message", give);
        thread.once("error", reject);
        thread.postMessage(point);
      }),
    close: () => Promise.all(threads.map((thread) => thread.terminate())),
  };
}
