/**
 * How many days it takes to see an effect, by drawing days as they could come out.
 *
 * | symbol | unit | meaning                                                                         | source           |
 * | ------ | ---- | ------------------------------------------------------------------------------- | ---------------- |
 * | f      | as y | effect at the first reading after a session                                      | chosen           |
 * | T      | s    | how it fades: half is gone after T ln 2                                          | chosen           |
 * | σ      | as y | scatter of a reading                                                            | readings, or the stated error |
 * | δ      | 1    | f exp(t₁/T) times the length of s_T without levels and own course, over σ         | `decay-design.ts` |
 *
 * The chance of finding an effect is the share of draws with δ in which one is found (`decay-profile.ts`); of telling its
 * end, the share in which a step that stays is ruled out as well.
 */
import { day } from "@openlymph/base";
import { student95 } from "../error/student.ts";
import { effectSettings } from "../library/effect-settings.ts";
import { decayDesign } from "./decay-design.ts";
import { foundBounds } from "./decay-profile.ts";
import type { Episode } from "./episodes.ts";

/** What a person would measure, and what there would be to see. */
export interface EffectPlan {
  /** s from the end of a session, some before it (negative) and some after. */
  readonly offsets: readonly number[];
  /** Every second day without a session. */
  readonly alternating: boolean;
  /** f, in the unit of `scatter`. */
  readonly effect: number;
  /** s. */
  readonly halfLife: number;
  /** σ. */
  readonly scatter: number;
}

export interface EffectChance {
  readonly days: number;
  /** That the effect is told from the error. */
  readonly found: number;
  /** That also its end is told. */
  readonly ended: number;
}

/** The chance that `days` days with these readings tell the effect. */
export function effectChance(plan: EffectPlan, days: number): EffectChance {
  const { offsets, alternating, effect, halfLife, scatter } = plan;
  const readings = offsets.map((offset) => ({ offset, value: 0 }));
  const episodes = Array.from({ length: days }, (_, i): Episode => {
    return { end: i * day, leftOut: alternating && i % 2 === 1, readings };
  });
  const ends = episodes.filter(({ leftOut }) => !leftOut).map(({ end }) => end);
  const design = decayDesign(episodes, ends);
  if (design === undefined) return { days, found: 0, ended: 0 };
  const constant = halfLife / Math.LN2;
  const at = design.constants.reduce(
    (best, one, i) =>
      Math.abs(Math.log(one / constant)) < Math.abs(Math.log(design.constants[best]! / constant)) ? i : best,
    0,
  );
  const strength = (Math.abs(effect) * Math.exp(design.firstAfter / constant) * design.lengths[at]!) / scatter;
  const { found, draws } = foundBounds(design);
  const drawn = draws.with(at, strength);
  const usual = student95(design.freedom - 2) ** 2;
  const seen = drawn.filter(({ ratio }) => ratio > found);
  return {
    days,
    found: seen.length / drawn.length,
    ended: seen.filter(({ endless }) => endless > usual).length / drawn.length,
  };
}

/** The fewest days with a chance of 80 % to find the effect; nothing where not even the longest plan has it. */
export function daysNeeded(plan: EffectPlan): EffectChance | undefined {
  const step = plan.alternating ? 2 : 1;
  const least = Math.ceil((plan.alternating ? 2 * effectSettings.leastLeftOut : effectSettings.leastDays) / step);
  const enough = (count: number) => {
    const chance = effectChance(plan, count * step);
    return chance.found >= effectSettings.power ? chance : undefined;
  };
  let [low, high] = [least - 1, Math.floor(effectSettings.mostDays / step)];
  let best = enough(high);
  if (best === undefined) return undefined;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    const found = enough(middle);
    if (found === undefined) low = middle;
    else {
      high = middle;
      best = found;
    }
  }
  return best;
}
