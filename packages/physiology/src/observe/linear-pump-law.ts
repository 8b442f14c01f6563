/**
 * The linear pump law (Quick, Venugopal, Stewart, Drake and co-workers: the lymphangion as a ventricle; physiology 1.5)
 *
 *   P_in − P_out = −P_p + R_L Q
 *
 * fitted by least squares of the pressures on the flows, over the points with forward flow.
 *
 * | symbol | unit     | meaning                                               |
 * | Q      | m³/s     | mean outflow over a cycle                             |
 * | P_p    | Pa       | pressure rise the law gives at zero flow              |
 * | R_L    | Pa·s·m⁻³ | apparent resistance of the pump                       |
 *
 * A chain whose flow falls off slowly toward stall bends away from the line; r² says how far.
 */
import type { PumpPoint } from "./pump-point.ts";

/** The linear pump law fitted to points. */
export interface LinearPumpLaw {
  /** P_p, Pa. */
  readonly pumpPressure: number;
  /** R_L, Pa·s/m³. */
  readonly resistance: number;
  /** Share of the variance of the pressures that the line explains. */
  readonly r2: number;
  /** How many points had forward flow and were used. */
  readonly points: number;
}

/** Least squares of P_in − P_out = −P_p + R_L Q over the points with forward flow; undefined with fewer than three of them. */
export function linearPumpLaw(points: readonly PumpPoint[]): LinearPumpLaw | undefined {
  const used = points.filter(({ flow }) => flow > 0);
  if (used.length < 3) return undefined;
  const mean = (of: (point: PumpPoint) => number) => used.reduce((sum, point) => sum + of(point), 0) / used.length;
  const q = mean(({ flow }) => flow);
  const drop = mean(({ rise }) => -rise);
  const qq = mean(({ flow }) => (flow - q) ** 2);
  const qd = mean(({ flow, rise }) => (flow - q) * (-rise - drop));
  const dd = mean(({ rise }) => (-rise - drop) ** 2);
  if (!(qq > 0 && dd > 0)) return undefined;
  const resistance = qd / qq;
  return { pumpPressure: resistance * q - drop, resistance, r2: qd ** 2 / (qq * dd), points: used.length };
}
