import { type Plan, regionsById, strokesById } from "@openlymph/therapy";
import type { ToldPlan } from "./named.ts";
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

/** A plan with the names and strokes in it. */
export function toldPlan(plan: Plan): ToldPlan {
  return { title: plan.title, plan, names: namesIn(plan), strokes: strokesIn(plan) };
}
