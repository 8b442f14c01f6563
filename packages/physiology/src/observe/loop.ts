/**
 * Pressure-diameter and pressure-volume loop of one lymphangion over its last cycle, as arrays for drawing.
 *
 *   V = (π/4) D² L,   p_tm = p − p_e,   W = −∮ p_tm dV      (trapezoids; the loop is closed by its last chord)
 *
 * Run through from filling along the bottom to ejection along the top, the loop turns so that W > 0 when the wall works on the fluid:
 * stroke work as in Scallan et al. 2012, the lymphangion as a ventricle (Quick et al.).
 */
import { fail, ok, type Result } from "@openlymph/base";
import { volumeOf } from "../elements/lymphangion.ts";
import type { Trace } from "./trace.ts";

/** SI, one entry per step. */
export interface Loop {
  readonly id: string;
  readonly time: Float64Array;
  readonly diameter: Float64Array;
  readonly volume: Float64Array;
  /** Pressure inside, and transmural. */
  readonly pressure: Float64Array;
  readonly transmural: Float64Array;
  /** J. */
  readonly work: number;
}

/** −∮ p dV, J, of a loop closed by its last chord. */
export function loopWork(volume: Float64Array, pressure: Float64Array): number {
  let work = 0;
  for (let i = 0; i < volume.length; i++) {
    const next = i + 1 === volume.length ? 0 : i + 1;
    work -= 0.5 * (pressure[i]! + pressure[next]!) * (volume[next]! - volume[i]!);
  }
  return work;
}

/** The loop of lymphangion `id`; `reference/unknown` when the trace does not hold it. */
export function loopOf(trace: Trace, id: string): Result<Loop> {
  const j = trace.lymphangions.indexOf(id);
  if (j < 0) {
    const known = trace.lymphangions.slice(0, 8).join(", ");
    return fail("reference/unknown", { path: "lymphangion", value: id, expected: `a lymphangion, such as ${known}` });
  }
  const diameter = trace.diameter[j]!;
  const pressure = trace.pressure[j]!;
  const volume = diameter.map((d) => volumeOf(d, trace.length[j]!));
  const transmural = pressure.map((p, i) => p - trace.outside[j]![i]!);
  return ok({ id, time: trace.time, diameter, volume, pressure, transmural, work: loopWork(volume, transmural) });
}
