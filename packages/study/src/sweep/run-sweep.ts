/** A model at many points, several at a time: what has been done is kept, what fails is a row like the others. */
import { checkpoint, type Failure, FailureError, fail, ok, type Result, type TaskContext } from "@openlymph/base";
import type { Model, Point, PointSource } from "../model.ts";

/** One point of a sweep with what came out: outputs, or the failure in their place. */
export interface SweepRow {
  readonly index: number;
  readonly point: Point;
  /** In the order of the model's outputs, SI; empty where the point failed. */
  readonly outputs: readonly number[];
  readonly failure?: Failure | undefined;
}

export interface SweepOptions {
  /** How many points are under way at once; the number of workers behind `evaluate`. Default 1. */
  readonly concurrency?: number | undefined;
  /** Rows of an earlier, unfinished run of the same sweep: their points are not computed again. */
  readonly done?: readonly SweepRow[] | undefined;
  /** Called with every new row as soon as it is there, in the order of completion. */
  readonly onRow?: ((row: SweepRow) => void) | undefined;
  /** Name of the task in its progress reports. */
  readonly task?: string | undefined;
  readonly context?: TaskContext | undefined;
}

/** The failure of a point whose evaluation broke off with an error of its own. */
function brokenOff(error: unknown): Failure {
  const value = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const hint = "The computation broke off at this point; if it does so again, it is a mistake in the program.";
  return fail("solver/no-convergence", { value, expected: "a point that can be computed", hint });
}

async function rowAt(points: PointSource, index: number, evaluate: Model["evaluate"]): Promise<SweepRow> {
  const point = points.at(index);
  try {
    const result = await evaluate(point);
    return result.ok ? { index, point, outputs: result.value } : { index, point, outputs: [], failure: result };
  } catch (error) {
    const failure = error instanceof FailureError ? error.failure : brokenOff(error);
    return { index, point, outputs: [], failure };
  }
}

/**
 * Evaluates a model at every point.
 *
 * The rows come sorted by index, and do not depend on `concurrency` or on which point finished first, provided that
 * `evaluate` gives the same for the same point.
 *
 * @returns one row per point; `task/cancelled` once the signal is aborted (rows until then went to `onRow`);
 * `param/out-of-range` for a concurrency below 1 or a finished row that is none of these points.
 * @example
 * const rows = unwrap(await runSweep(points, async ([x = 0]) => ok([x * x]), { concurrency: 4 }));
 */
export async function runSweep(
  points: PointSource,
  evaluate: Model["evaluate"],
  options: SweepOptions = {},
): Promise<Result<readonly SweepRow[]>> {
  const { concurrency = 1, context, task = "sweep" } = options;
  if (!(Number.isInteger(concurrency) && concurrency >= 1)) {
    return fail("param/out-of-range", {
      path: "concurrency",
      value: concurrency,
      expected: "a whole number, 1 or more",
    });
  }
  const rows = new Array<SweepRow | undefined>(points.count).fill(undefined);
  for (const row of options.done ?? []) {
    if (!(Number.isInteger(row.index) && row.index >= 0 && row.index < points.count)) {
      return fail("param/out-of-range", { path: "done", value: row.index, expected: `an index below ${points.count}` });
    }
    rows[row.index] = row;
  }
  let finished = rows.reduce((count, row) => count + (row === undefined ? 0 : 1), 0);
  let next = 0;
  let cancelled: Failure | undefined;

  const goOn = (): boolean => {
    if (cancelled !== undefined) return false;
    try {
      const fraction = points.count === 0 ? 1 : finished / points.count;
      checkpoint(context, { task, fraction, message: `${finished} of ${points.count} points` });
      return true;
    } catch (error) {
      if (!(error instanceof FailureError)) throw error;
      cancelled = error.failure;
      return false;
    }
  };
  const worker = async (): Promise<void> => {
    while (goOn()) {
      while (next < points.count && rows[next] !== undefined) next++;
      if (next >= points.count) return;
      const row = await rowAt(points, next++, evaluate);
      if (row.failure?.code === "task/cancelled") {
        cancelled ??= row.failure;
        return;
      }
      rows[row.index] = row;
      finished++;
      options.onRow?.(row);
    }
  };
  await Promise.all(Array.from({ length: Math.min(concurrency, Math.max(1, points.count)) }, worker));
  if (cancelled !== undefined) return cancelled;
  return ok(rows.filter((row) => row !== undefined));
}

/** One output of every row, NaN where the point failed: what the sensitivities and statistics read. */
export function outputColumn(rows: readonly SweepRow[], output: number): Float64Array {
  return Float64Array.from(rows, (row) => row.outputs[output] ?? Number.NaN);
}
