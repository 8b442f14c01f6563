import { regionsById } from "../library/region.ts";
import { strokesById } from "../library/stroke.ts";
import type { PlanStep } from "./plan.ts";

/** A side as it is said: `affected_third` → `affected third`; nothing for the midline. */
function sideWords(side: PlanStep["side"] | PlanStep["towardSide"]): string {
  if (side === "midline" || side === "exit") return "";
  return side === "bilateral" ? "both sides" : side.replaceAll("_", " ");
}

/** A place as it is said: `forearm, affected`. */
export function stepPlaceWords(region: string, side: PlanStep["side"] | PlanStep["towardSide"]): string {
  return [regionsById.get(region)?.label ?? region, sideWords(side)].filter(Boolean).join(", ");
}

/** A step in a few words: `simple skin stretch, armpit, left`. */
export function stepWords(step: PlanStep): string {
  const stroke = strokesById.get(step.stroke)?.name ?? step.stroke;
  return `${stroke.toLowerCase()}, ${stepPlaceWords(step.region, step.side)}`;
}
