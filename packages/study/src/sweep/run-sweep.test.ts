import { FailureError, fail, ok, type Progress, type Result, unwrap } from "@openlymph/base";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Point, PointSource } from "../model.ts";
import { outputColumn, runSweep, type SweepRow } from "./run-sweep.ts";

const points = (count: number): PointSource => ({ count, at: (index) => [index] });
const square = async ([x = 0]: Point): Promise<Result<readonly number[]>> => ok([x * x]);

/** Finishes in an order of its own: each point waits for a number of turns of the event loop. */
const inOrderOf = (waits: readonly number[]) => async (point: Point) => {
  for (let turn = 0; turn < (waits[point[0] ?? 0] ?? 0); turn++) await new Promise<void>((go) => setTimeout(go, 0));
  return square(point);
};

describe("a sweep", () => {
  it("gives the same rows whatever the order of completion and the number of workers", async () => {
    const cases = fc.record({
      waits: fc.array(fc.nat({ max: 3 }), { minLength: 1, maxLength: 12 }),
      concurrency: fc.integer({ min: 1, max: 6 }),
    });
    await fc.assert(
      fc.asyncProperty(cases, async ({ waits, concurrency }) => {
        const rows = unwrap(await runSweep(points(waits.length), inOrderOf(waits), { concurrency }));
        expect(rows).toEqual(unwrap(await runSweep(points(waits.length), square)));
      }),
      { seed: 4, numRuns: 30 },
    );
  });

  it("never has more points under way than it was allowed, and uses what it was", async () => {
    let now = 0;
    let most = 0;
    await runSweep(
      points(20),
      async (point) => {
        most = Math.max(most, ++now);
        await new Promise<void>((go) => setTimeout(go, 0));
        now--;
        return square(point);
      },
      { concurrency: 3 },
    );
    expect(most).toBe(3);
  });

  it("goes on where it was left: only what is missing is computed, and the result is that of one run", async () => {
    const computed: number[] = [];
    const evaluate = async (point: Point) => {
      computed.push(point[0] ?? -1);
      return square(point);
    };
    const whole = unwrap(await runSweep(points(6), square));
    const rows = unwrap(await runSweep(points(6), evaluate, { done: [whole[4]!, whole[1]!] }));
    expect(computed).toEqual([0, 2, 3, 5]);
    expect(rows).toEqual(whole);
  });

  it("keeps a failing point as a row: returned, thrown or broken off", async () => {
    const rows = unwrap(
      await runSweep(points(4), async ([x = 0]) => {
        if (x === 1) return fail("solver/no-convergence", { path: "valve" });
        if (x === 2) throw new FailureError(fail("param/out-of-range", { path: "pressure" }));
        if (x === 3) throw new RangeError("Invalid array length");
        return ok([7]);
      }),
    );
    expect(rows.map(({ failure }) => failure?.code)).toEqual([
      undefined,
      "solver/no-convergence",
      "param/out-of-range",
      "solver/no-convergence",
    ]);
    expect(rows[3]?.failure?.value).toBe("RangeError: Invalid array length");
    expect(outputColumn(rows, 0)).toEqual(Float64Array.of(7, Number.NaN, Number.NaN, Number.NaN));
  });

  it("reports its progress and hands every row on at once", async () => {
    const reports: Progress[] = [];
    const seen: number[] = [];
    await runSweep(points(4), square, {
      context: { report: (progress) => reports.push(progress) },
      onRow: ({ index }) => seen.push(index),
    });
    expect(seen).toEqual([0, 1, 2, 3]);
    expect(reports.map(({ fraction }) => fraction)).toEqual([0, 0.25, 0.5, 0.75, 1]);
    expect(reports.at(-1)?.message).toBe("4 of 4 points");
  });

  it("stops when it is cancelled, and what was done goes on from there", async () => {
    const controller = new AbortController();
    const kept: SweepRow[] = [];
    const stopped = await runSweep(points(9), square, {
      context: { signal: controller.signal },
      onRow: (row) => {
        kept.push(row);
        if (kept.length === 3) controller.abort();
      },
    });
    expect(stopped).toMatchObject({ ok: false, code: "task/cancelled" });
    expect(unwrap(await runSweep(points(9), square, { done: kept }))).toEqual(
      unwrap(await runSweep(points(9), square)),
    );
  });

  it("refuses rows of another sweep and no workers", async () => {
    const stray = { index: 9, point: [9], outputs: [81] };
    expect(await runSweep(points(3), square, { done: [stray] })).toMatchObject({
      code: "param/out-of-range",
      path: "done",
    });
    expect(await runSweep(points(3), square, { concurrency: 0 })).toMatchObject({ path: "concurrency" });
  });
});
