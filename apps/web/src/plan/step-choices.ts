import type { PlanStep } from "@openlymph/therapy";
import type { PlanChoices, RegionChoice } from "../run/plan-choices.ts";
import { words } from "../words.ts";

interface Option {
  readonly id: string;
  readonly text: string;
}

const sides: readonly PlanStep["side"][] = ["affected", "unaffected", "bilateral", "left", "right", "midline"];
const thirds: readonly PlanStep["side"][] = ["affected_third", "middle_third", "unaffected_third"];
const towardSides: readonly PlanStep["towardSide"][] = [
  "same_side",
  "affected",
  "unaffected",
  "bilateral",
  "left",
  "right",
  "midline",
  "exit",
];

const sideText = (side: PlanStep["side"] | PlanStep["towardSide"]): string =>
  side === "midline" ? words.plan.edit.midline : words.plan.side[side];

/** Sides a step can be done on in a region; thirds only where it has them. */
export function sideChoices(region: RegionChoice | undefined): readonly Option[] {
  const offered = region?.thirds === true ? [...sides, ...thirds] : sides;
  return offered.map((side) => ({ id: side, text: sideText(side) }));
}

export const towardSideChoices: readonly Option[] = towardSides.map((side) => ({ id: side, text: sideText(side) }));

/** Strokes, those for self-care first. */
export function strokeOptions({ strokes }: PlanChoices): readonly Option[] {
  const selfCare = strokes.filter(({ use }) => use === "self-care");
  const others = strokes.filter(({ use }) => use !== "self-care");
  return [...selfCare, ...others].map(({ id, name }) => ({ id, text: name }));
}
