/**
 * Swelling of a lymph node that meets antigen or bacteria: it grows within a day or so and shrinks over weeks; a swollen
 * node lets less lymph through.
 *
 *   s∞ = s_max B / (B + B₅₀),    s′ = (s∞ − s) / τ,    τ = τ_rise while s∞ > s, else τ_fall
 *   R_n (1 + s)  (see `node.ts`),    size d = d₀ (1 + s)^⅓
 *
 * | symbol | unit | default | range   | source                                                                     |
 * | ------ | ---- | ------- | ------- | -------------------------------------------------------------------------- |
 * | s      | –    | 0       | 0–s_max | relative growth of volume; taken as relative growth of resistance, *assumed* |
 * | s_max  | –    | 7       | 0–30    | twice the size in every direction; *assumed*                               |
 * | B₅₀    | –    | 1e6     | > 0     | load that swells it by half of s_max, in the unit of the load; *assumed*      |
 * | τ_rise | s    | 1 day   | > 0     | *assumed*                                                                  |
 * | τ_fall | s    | 10 days | > 0     | *assumed* (nodes are felt for weeks after an infection, *textbook*)            |
 * | d₀     | m    | 5e-3    | > 0     | short axis; below 10 mm in health, *textbook*                              |
 *
 * The step is exact for a load held within it. Scarring and loss of the node's function are not in here.
 */
import { day, exp } from "@openlymph/base";

export interface NodeSwelling {
  /** s_max. */
  readonly most: number;
  /** B₅₀, in the unit of the load. */
  readonly halfLoad: number;
  /** τ_rise, s. */
  readonly riseTime: number;
  /** τ_fall, s. */
  readonly fallTime: number;
}

/** *Assumed.* */
export const usualSwelling: NodeSwelling = { most: 7, halfLoad: 1e6, riseTime: day, fallTime: 10 * day };

/** Swelling a load (0 or more) leads to when it stays. */
export function swellingTarget(law: NodeSwelling, load: number): number {
  return (law.most * load) / (load + law.halfLoad);
}

/** Swelling after `step` s under a constant load. */
export function stepSwelling(law: NodeSwelling, swelling: number, load: number, step: number): number {
  const target = swellingTarget(law, load);
  const time = target > swelling ? law.riseTime : law.fallTime;
  return target + (swelling - target) * exp(-step / time);
}

/** Size, m, of a node that measures `restSize` m in health. */
export function nodeSize(restSize: number, swelling: number): number {
  return restSize * Math.cbrt(1 + swelling);
}
