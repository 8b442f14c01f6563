/**
 * Pacing: when a lymphangion's muscle is active, and how strongly.
 *
 *   a(t) = ½ [1 − cos 2πφ]  for φ < 1, else 0;   φ = ((t − t₀) mod T) / t_c
 *
 * | symbol | unit | meaning                                    |
 * | ------ | ---- | ------------------------------------------ |
 * | T      | s    | period, 1 / frequency = t_c + rest         |
 * | t_c    | s    | duration of one contraction, 0 < t_c ≤ T   |
 * | t₀     | s    | onset in this lymphangion, any sign        |
 *
 * With t_c = T this is the waveform of Bertram, Macaskill & Moore (J Biomech Eng 2011;133:011008); a rest period was
 * added by the same group in 2014. The onset grows along the flow, by a fixed lag per lymphangion or by a conduction
 * velocity. `a` is continuous with its first derivative. Pacing by pacemakers that answer to pressure, shear and
 * temperature: pacemaker.ts.
 */
import { cosHalfTurns, raisedCosine, raisedCosineSlope, sinHalfTurns } from "@openlymph/base";

/** What drives the lymphangions at a moment; arrays by lymphangion. */
export interface Activation {
  /** a times the strength, 0 to 1. */
  readonly level: Float64Array;
  /** Its rate of change, 1/s. */
  readonly rate: Float64Array;
  /** Factors of the active tension and of a pacemaker's frequency, 1 where nothing inhibits them (wall-shear.ts). */
  readonly strength: Float64Array;
  readonly tempo: Float64Array;
}

/** Onset, period and duration of a prescribed contraction. */
export interface PrescribedPacing {
  /** T and t_c, s. */
  readonly period: number;
  readonly contraction: number;
  /** t₀ of each lymphangion, s. */
  readonly onset: Float64Array;
  /** cos and sin of 2π t₀ / T: a contraction without rest is the network's own, turned by this angle. */
  readonly cosine: Float64Array;
  readonly sine: Float64Array;
}

/** Pacing of lymphangions with these onsets, s. */
export function createPrescribedPacing(period: number, contraction: number, onset: Float64Array): PrescribedPacing {
  const turns = onset.map((start) => start / period - Math.round(start / period));
  return {
    period,
    contraction,
    onset,
    cosine: turns.map((turn) => cosTurns(turn)),
    sine: turns.map((turn) => sinTurns(turn)),
  };
}

/** cos and sin of 2π·turn for |turn| ≤ ½. */
const cosTurns = (turn: number) => 2 * cosHalfTurns(turn) ** 2 - 1;
const sinTurns = (turn: number) => 2 * sinHalfTurns(turn) * cosHalfTurns(turn);

/** Level and rate of every lymphangion at time `t`. No allocation. */
export function activatePrescribed(pacing: PrescribedPacing, t: number, derivatives: boolean, out: Activation): void {
  if (pacing.contraction === pacing.period) turnAll(pacing, t, derivatives, out);
  else activateEach(pacing, t, derivatives, out);
}

/** No rest: a_j = ½ [1 − cos(2πt/T − 2πt₀/T)], by turning one angle. */
function turnAll({ period, cosine, sine }: PrescribedPacing, t: number, derivatives: boolean, out: Activation): void {
  const { level, rate, strength } = out;
  const turn = t / period - Math.round(t / period);
  const c = cosTurns(turn);
  const s = sinTurns(turn);
  for (let j = 0; j < cosine.length; j++) {
    level[j] = 0.5 * strength[j]! * (1 - c * cosine[j]! - s * sine[j]!);
  }
  if (!derivatives) return;
  const speed = Math.PI / period;
  for (let j = 0; j < cosine.length; j++) rate[j] = speed * strength[j]! * (s * cosine[j]! - c * sine[j]!);
}

function activateEach(pacing: PrescribedPacing, t: number, derivatives: boolean, out: Activation): void {
  const { period, contraction, onset } = pacing;
  const perPeriod = 1 / period;
  const perContraction = 1 / contraction;
  const { level, rate, strength } = out;
  for (let j = 0; j < onset.length; j++) {
    const since = t - onset[j]!;
    const phase = (since - period * Math.floor(since * perPeriod)) * perContraction;
    const active = phase > 0 && phase < 1;
    level[j] = active ? strength[j]! * raisedCosine(phase) : 0;
    if (derivatives) rate[j] = active ? strength[j]! * raisedCosineSlope(phase) * perContraction : 0;
  }
}
