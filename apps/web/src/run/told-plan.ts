import { type Plan, regionsById, strokesById } from "@openlymph/therapy";
import type { PlanLimb, ToldPlan } from "./named.ts";
import { tellStroke } from "./told-stroke.ts";

function namesIn({ steps }: Plan): Record<string, string> {
  const regions = steps.flatMap(({ region, toward }) => [region, toward]);
  return Object.fromEntries([
    ...regions.map((id) => [id, regionsById.get(id)?.label ?? id]),
    ...steps.map(({ stroke }) => [stroke, strokesById.get(stroke)?.name ?? stroke]),
  ]);
}

function strokesIn({ steps }: Plan): ToldPlan["strokes"] {
  const found = [...new Set(steps.map(({ stroke }) => stroke))].flatMap((id) => strokesById.get(id) ?? []);
  return Object.fromEntries(found.map((stroke) => [stroke.id, tellStroke(stroke)]));
}

const limbStarts: Readonly<Record<PlanLimb, RegExp>> = {
  arm: /^(arm|forearm|hand)/,
  leg: /^(thigh|leg|foot|heel)/,
};

/** The limbs on the affected side that a plan works on; none where it keeps to the trunk, the neck or the head. */
function limbsIn({ steps, affectedSide }: Plan): readonly PlanLimb[] {
  const own = ["affected", "bilateral", affectedSide];
  const worked = steps
    .filter(({ side }) => own.includes(side) || affectedSide === "both")
    .flatMap(({ region }) => regionsById.get(region) ?? [])
    .filter(({ kind }) => kind === "limb")
    .flatMap(({ territories }) => territories);
  return (["arm", "leg"] as const).filter((limb) => worked.some((id) => limbStarts[limb].test(id)));
}

/** A plan with the names and strokes in it. */
export function toldPlan(plan: Plan): ToldPlan {
  return { title: plan.title, plan, limbs: limbsIn(plan), names: namesIn(plan), strokes: strokesIn(plan) };
}
