/**
 * Primary valves: the overlapping flaps through which tissue fluid enters initial lymphatics, and hardly leaves again.
 *
 *   Q = G [ ε Δ + (1 − ε) r(Δ) ],   Δ = p_i − p_l
 *   r(y) = 0 for y ≤ 0,   y²/2w for y < w,   y − w/2 above                  (a C¹ ramp)
 *
 * | symbol | unit    | default | range         | source                                                              |
 * | ------ | ------- | ------- | ------------- | ------------------------------------------------------------------- |
 * | G      | m³/s/Pa | 1e-12   | 0.3–5e-12     | per collector; *assumed* (human set)                                |
 * | ε      | –       | 0.02    | 0.01–0.05     | share of G against backward flow; *assumed*                         |
 * | w      | Pa      | 10      | > 0           | drop over which the flaps open; *assumed*, numerical                |
 *
 * No drop, no flow; the flow rises with the drop everywhere (at least as εG), so it has one answer beside any series
 * resistance. An open valve carries w/2 less than G Δ would. Diode form after Reddy & Patel 1995.
 */
export interface PrimaryValve {
  /** G, m³/s/Pa. */
  readonly conductance: number;
  /** ε, above 0, at most 1. */
  readonly reflux: number;
  /** w, Pa. */
  readonly width: number;
}

/** The valves of one human collector's initial lymphatics. *Assumed.* */
export const humanPrimaryValve: PrimaryValve = { conductance: 1e-12, reflux: 0.02, width: 10 };

function ramp(y: number, width: number): number {
  if (y <= 0) return 0;
  return y < width ? (y * y) / (2 * width) : y - width / 2;
}

/** Flow, m³/s, from tissue pressure p_i into lymph pressure p_l, Pa. */
export function primaryValveFlow(valve: PrimaryValve, tissue: number, lymph: number): number {
  const drop = tissue - lymph;
  return valve.conductance * (valve.reflux * drop + (1 - valve.reflux) * ramp(drop, valve.width));
}

/** ∂Q/∂p_i, m³/s/Pa; ∂Q/∂p_l is its negative. */
export function primaryValveSlope(valve: PrimaryValve, tissue: number, lymph: number): number {
  const opening = Math.min(Math.max((tissue - lymph) / valve.width, 0), 1);
  return valve.conductance * (valve.reflux + (1 - valve.reflux) * opening);
}
