/**
 * Pressure on the outside of a vessel: a constant (compression) and a stroke of the hand travelling along it (massage).
 *
 *   p_e(x, t) = p₀ + A sin²(π θ / T_m)  for θ < T_m, else p₀;   θ = (t − x / c) mod T_p
 *
 * | symbol | unit | default | meaning, source                                               |
 * | ------ | ---- | ------- | ------------------------------------------------------------- |
 * | p₀     | Pa   | 0       | constant external pressure                                    |
 * | A      | Pa   | 0       | peak of a stroke at the vessel                                |
 * | T_m    | s    | 3       | time the hand presses one place; *assumed*                    |
 * | T_p    | s    | 10      | one stroke every T_p; *assumed*                               |
 * | c      | m/s  | 0.02    | speed of the hand; *assumed*                                  |
 * | x      | m    | –       | way of the hand to this lymphangion, from the first one pressed |
 *
 * A proximal stroke runs with the flow, a distal stroke against it. Pressure acts on lymphangions only, not on
 * junctions, nodes, tissue or reservoirs; how much of the skin pressure reaches the vessel is for the caller to say.
 */
export interface Massage {
  /** Peak pressure A, Pa. */
  readonly amplitude: number;
  /** Duration T_m of the pulse at one place, s. */
  readonly duration: number;
  /** Time T_p from one stroke to the next, s; at least the duration. */
  readonly period: number;
  /** Speed c of the hand, m/s. */
  readonly speed: number;
  /** `proximal`: with the flow, toward the heart. `distal`: against it. */
  readonly direction: "proximal" | "distal";
}

/** The stroke used when only an amplitude is given. *Assumed.* */
export const plainStroke: Massage = { amplitude: 0, duration: 3, period: 10, speed: 0.02, direction: "proximal" };

export interface ExternalArrays {
  /** Constant pressure p₀ on each lymphangion, Pa. */
  readonly base: Float64Array;
  /** Peak of the stroke on each lymphangion, Pa; 0 where the hand does not reach. */
  readonly amplitude: Float64Array;
  /** Arrival x / c of the first stroke at each lymphangion, s. */
  readonly arrival: Float64Array;
  readonly duration: number;
  readonly period: number;
}

/** θ / T_m: below 1 while the hand presses. */
export function strokePhase(t: number, arrival: number, period: number, duration: number): number {
  const since = (t - arrival) % period;
  return (since < 0 ? since + period : since) / duration;
}

/** Shape of the pulse, 0 to 1. */
export function strokeShape(phase: number): number {
  if (phase >= 1) return 0;
  const s = Math.sin(Math.PI * phase);
  return s * s;
}

/** Rate of the pulse shape, 1/s. */
export function strokeShapeRate(phase: number, duration: number): number {
  return phase < 1 ? (Math.PI / duration) * Math.sin(2 * Math.PI * phase) : 0;
}
