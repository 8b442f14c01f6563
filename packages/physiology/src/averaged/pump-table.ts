/**
 * The pump law tabulated from the resolved collector: mean flow against filling, strength and afterload, between the points
 * of the table by cubic pieces that are monotone in filling and in afterload wherever the table is.
 *
 *   ln F(f, θ, ΔP) ≈ G(f, u; θ),   u = ΔP/θ        bicubic Hermite in (f, u); through four strengths in ln θ
 *   slopes in f and u: monotone-slopes.ts; the mixed one: that of the slopes in u along f
 *
 * The logarithm keeps the flow positive and makes the tail exact in form: against pressures that stall it, a collector
 * gives less by the same factor with every further mmHg.
 *
 * | where                   | law                                                                                    |
 * | ----------------------- | -------------------------------------------------------------------------------------- |
 * | ΔP < 0                  | that at 0, slope 0: what runs downhill through open valves is no pumping                |
 * | F < 0.1 % of rest       | the tail goes on with the slope of the last two larger values; so does u beyond the table |
 * | f, θ beyond the table   | that at its end; in f with slope 0                                                      |
 *
 * C¹ in (f, ΔP), continuous in θ, positive, bounded, falling with ΔP. Flow at rest is F(2 mmHg, 1, 0) and gives the value 1. Computed by
 * `npm run tabulate` (data/pump-table.json) and held within 2 % of flow at rest.
 */
import { fail, mLPerHour, mmHg, ok, type Result, type RunRecord } from "@openlymph/base";
import { monotoneSlopes } from "./monotone-slopes.ts";
import type { PumpTableAxes } from "./pump-table-grid.ts";

/** The data file; flows in mL/h as [filling][strength][afterload]. */
export interface PumpTableData {
  readonly record: RunRecord;
  readonly axes: PumpTableAxes;
  readonly flowMLPerHour: readonly (readonly (readonly number[])[])[];
}

/** Filling at rest: that of the chain the fitted law was made from (*assumed*), Pa. */
export const restFilling = 2 * mmHg;

/** Share of the flow at rest below which the tail is continued. */
const leastShare = 1e-3;

/** G and its slopes per node, index (strength · nf + filling) · nu + afterload. SI. */
export interface PumpTable {
  readonly record: RunRecord;
  readonly filling: Float64Array;
  readonly strength: Float64Array;
  /** ΔP/θ. */
  readonly afterload: Float64Array;
  readonly value: Float64Array;
  readonly byFilling: Float64Array;
  readonly byAfterload: Float64Array;
  readonly byBoth: Float64Array;
  /** Flow of the healthy pump against no load at the filling that suits it best, over that at rest. */
  readonly fillingReserve: number;
}

/** ln of a row of flows over the flow at rest, with the tail continued; undefined where fewer than two flows are left. */
function logRow(flows: readonly number[], rest: number, u: Float64Array): Float64Array | undefined {
  const lost = flows.findIndex((flow) => !(flow > leastShare * rest));
  const kept = lost < 0 ? flows.length : lost;
  if (kept < 2) return undefined;
  const row = Float64Array.from(flows, (flow) => Math.log(flow / rest));
  const slope = (row[kept - 1]! - row[kept - 2]!) / (u[kept - 1]! - u[kept - 2]!);
  for (let j = kept; j < row.length; j++) row[j] = row[kept - 1]! + slope * (u[j]! - u[kept - 1]!);
  return row;
}

/**
 * Prepares a table for `pumpTableLaw`.
 *
 * @returns `field/invalid` for a shape that does not fit the axes, for a row that is not falling or lifts nothing, and for
 * a table without the point at rest.
 */
export function makePumpTable({ record, axes, flowMLPerHour }: PumpTableData): Result<PumpTable> {
  const filling = Float64Array.from(axes.fillingMmHg, (value) => value * mmHg);
  const strength = Float64Array.from(axes.strength);
  const afterload = Float64Array.from(axes.afterloadOverStrengthMmHg, (value) => value * mmHg);
  const [nf, ns, nu] = [filling.length, strength.length, afterload.length];
  const restRow = flowMLPerHour[axes.fillingMmHg.indexOf(restFilling / mmHg)]?.[axes.strength.indexOf(1)];
  const rest = (restRow?.[axes.afterloadOverStrengthMmHg.indexOf(0)] ?? Number.NaN) * mLPerHour;
  if (!(rest > 0)) {
    const expected = "a flow at 2 mmHg, strength 1 and no afterload";
    return fail("field/invalid", { path: "flowMLPerHour", value: rest, expected });
  }
  const value = new Float64Array(nf * ns * nu);
  const byFilling = new Float64Array(value.length);
  const byAfterload = new Float64Array(value.length);
  const byBoth = new Float64Array(value.length);
  for (let s = 0; s < ns; s++) {
    for (let f = 0; f < nf; f++) {
      const flows = flowMLPerHour[f]?.[s] ?? [];
      const path = `flowMLPerHour[${f}][${s}]`;
      if (flows.length !== nu) return fail("field/invalid", { path, value: flows.length, expected: `${nu} flows` });
      const row = logRow(
        flows.map((flow) => flow * mLPerHour),
        rest,
        afterload,
      );
      if (row?.every((g, j) => j === 0 || g < row[j - 1]!) !== true) {
        return fail("field/invalid", { path, expected: "flows that fall with afterload, two or more above leak" });
      }
      value.set(row, (s * nf + f) * nu);
      byAfterload.set(monotoneSlopes(afterload, row, "flat", "secant"), (s * nf + f) * nu);
    }
    for (let j = 0; j < nu; j++) {
      const along = (array: Float64Array) => Float64Array.from({ length: nf }, (_, f) => array[(s * nf + f) * nu + j]!);
      const slopes = monotoneSlopes(filling, along(value), "flat", "flat");
      const mixed = monotoneSlopes(filling, along(byAfterload), "flat", "flat");
      for (let f = 0; f < nf; f++) {
        byFilling[(s * nf + f) * nu + j] = slopes[f]!;
        byBoth[(s * nf + f) * nu + j] = mixed[f]!;
      }
    }
  }
  const healthy = axes.strength.indexOf(1);
  const unloaded = flowMLPerHour.map((byStrength) => (byStrength[healthy]?.[0] ?? 0) * mLPerHour);
  const fillingReserve = Math.max(...unloaded) / rest;
  return ok({ record, filling, strength, afterload, value, byFilling, byAfterload, byBoth, fillingReserve });
}
