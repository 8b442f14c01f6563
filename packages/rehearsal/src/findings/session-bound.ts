import { type Limb, limbTerritories } from "@openlymph/anatomy";
import { lymphFlow } from "../observe/limb-fluid.ts";
import { afterEffect, strokeGain } from "../session/stroke-effect.ts";
import type { FindInput } from "./find-input.ts";
import type { SessionBound } from "./findings.ts";

/**
 * The most that the lymph vessels of a limb can add: every vessel of it at the largest gain for the whole session, and the
 * full after-effect decaying afterwards. Arithmetic, not a run of the model; larger changes would need fluid to move
 * through the tissue itself, for which no measurement was found.
 */
export function sessionBound(
  { index, start, steps, duration }: Pick<FindInput, "index" | "start" | "steps" | "duration">,
  limb: Limb | undefined,
): SessionBound {
  const flow = limb === undefined ? 0 : lymphFlow(index, start, limbTerritories(limb));
  const highest = steps.reduce((most, { pressure }) => Math.max(most, pressure), 0);
  const gain = strokeGain(highest, "proximal");
  const duringStrokes = (gain - 1) * flow * duration;
  const afterwards = highest > 0 ? afterEffect.increase * flow * afterEffect.decay : 0;
  return { limb, lymphFlow: flow, duration, duringStrokes, afterwards, total: duringStrokes + afterwards };
}
