import { availableParallelism } from "node:os";
import { fail, ok, type Result } from "@openlymph/base";
import type { Model } from "@openlymph/study";
import { Tinypool } from "tinypool";
import type { ModelSetup } from "./evaluate-point.ts";
import type { WorkerTask } from "./worker.ts";

/** Threads that compute points, and models that are computed there. */
export interface Pool {
  readonly workers: number;
  readonly modelOf: (setup: ModelSetup) => Model;
  readonly close: () => Promise<void>;
}

const mostWorkers = 256;

/** Number of workers as written on the command line; all cores without. */
export function readWorkers(written: string | undefined): Result<number> {
  if (written === undefined) return ok(availableParallelism());
  const number = /^\d+$/.test(written.trim()) ? Number(written) : Number.NaN;
  if (number >= 1 && number <= mostWorkers) return ok(number);
  return fail("param/out-of-range", {
    path: "--workers",
    value: written,
    expected: `a whole number from 1 to ${mostWorkers}`,
  });
}

/** Starts a pool; `close` ends its threads. */
export function openPool(workers: number): Pool {
  const filename = new URL("./worker.ts", import.meta.url).href;
  const pool = new Tinypool({ filename, minThreads: workers, maxThreads: workers });
  return {
    workers,
    modelOf: (setup) => ({
      parameters: setup.parameters.map(({ path }) => path),
      outputs: setup.outputs,
      evaluate: (point) => pool.run({ setup, point } satisfies WorkerTask, { name: "work" }),
      gradient: (point) => pool.run({ setup, point } satisfies WorkerTask, { name: "gradient" }),
    }),
    close: () => pool.destroy(),
  };
}
