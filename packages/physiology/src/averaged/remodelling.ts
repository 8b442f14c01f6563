/**
 * Slow change of collectors and tissue: a pump that works against too high a pressure for long loses strength, tissue
 * that stays swollen scars.
 *
 *   θ′ = f [ (1 − θ)/τr − θ (L − Lmax)₊/τw ],   L = (Pn − pt) / (Pn − pt at rest)
 *   φ′ = f [ (x − xs)₊/τs − φ/τf ],             x = V/V0
 *
 * | symbol | unit | default | source                                                                                     |
 * | ------ | ---- | ------- | ------------------------------------------------------------------------------------------ |
 * | θ      | -    | 1       | factor on the strength of the pump                                                         |
 * | φ      | -    | 0       | scarring: new tissue in healthy interstitial volumes                                        |
 * | f      | -    | 0       | how fast all of it goes; 0 keeps tissue and pump as they are (the reference cases)           |
 * | τr, τw | s    | 90, 180 d | assumed; overload → loss of pump strength over weeks to months                            |
 * | Lmax   | -    | 2       | assumed                                                                                    |
 * | xs     | -    | 1.2     | assumed                                                                                    |
 * | τs, τf | s    | 1, 3 years | assumed: months to years                                                                |
 *
 * Scars stiffen swollen tissue, s3 (1 + φ), and narrow the ways through it, Gt / (1 + φ) (both assumed). Solved exactly
 * for what L and x are at the end of a step, so that θ stays within 0 and 1 and φ positive whatever the step.
 */
import type { BodyCondition } from "./condition.ts";
import type { Flows } from "./flows.ts";
import type { WholeBody } from "./invert.ts";

const scarOnset = 1.2;
/** A step is at most this share of the fastest time constant. */
const largestShare = 0.05;

/** θ and φ of every compartment. */
export interface Remodelled {
  readonly pumpHealth: Float64Array;
  readonly scarring: Float64Array;
}

export function nothingRemodelled(body: WholeBody): Remodelled {
  const count = body.compartmentCount;
  return { pumpHealth: new Float64Array(count).fill(1), scarring: new Float64Array(count) };
}

/** Longest step that follows the remodelling, s; unbounded where there is none. */
export function longestRemodellingStep(body: WholeBody, { remodelling }: BodyCondition): number {
  const { pumpRecovery, pumpFatigue, scarTime } = body.parameters;
  const fastest = remodelling.reduce((a, b) => Math.max(a, b), 0);
  return (largestShare * Math.min(pumpRecovery, pumpFatigue, scarTime)) / fastest;
}

/** Pressure that the collectors of a compartment pump against, Pa, weighted by their flow in health. */
function afterload(body: WholeBody, k: number, pressure: Float64Array, tissue: number): number {
  let sum = 0;
  let flow = 0;
  for (let d = body.drainStart[k]!; d < body.drainStart[k + 1]!; d++) {
    const q = body.drainFlow[d]!;
    sum += q * pressure[body.drainTo[d]!]!;
    flow += q;
  }
  return sum / flow - tissue;
}

/** Advances θ and φ by a step at whose end the body has the given flows and pressures. */
export function remodel(
  body: WholeBody,
  condition: BodyCondition,
  flows: Flows,
  volume: Float64Array,
  pressure: Float64Array,
  step: number,
  out: Remodelled,
): void {
  const { pumpRecovery, pumpFatigue, pumpOverload, scarTime, scarRecovery, tissuePressure } = body.parameters;
  for (let k = 0; k < body.compartmentCount; k++) {
    const rate = condition.remodelling[k]!;
    if (rate === 0) continue;
    const load = afterload(body, k, pressure, flows.elastic[k]! + condition.tissueSqueeze[k]!);
    const rest = afterload(body, k, body.pressure, tissuePressure);
    const wear = rate * (1 / pumpRecovery + Math.max(0, load / rest - pumpOverload) / pumpFatigue);
    const health = rate / pumpRecovery / wear;
    out.pumpHealth[k] = health + (out.pumpHealth[k]! - health) * Math.exp(-wear * step);
    const healing = rate / scarRecovery;
    const scar = (scarRecovery * Math.max(0, volume[k]! / body.volume[k]! - scarOnset)) / scarTime;
    out.scarring[k] = scar + (out.scarring[k]! - scar) * Math.exp(-healing * step);
  }
}
