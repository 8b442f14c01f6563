/** Reads a plan for Home. Fetched apart from the rest: without a plan there is nothing to read. */
import { ok, type Result } from "@openlymph/base";
import {
  type Plan,
  type PlanStep,
  parsePlan,
  planDuration,
  planHash,
  regionsById,
  strokeList,
} from "@openlymph/therapy";
import type { HomePlan, HomeStep } from "./home-plan.ts";

/** A side of the plan as this person's: left or right in the place of affected and unaffected. */
function ownSide({ affectedSide }: Plan, side: string): string {
  if (side === "affected") return affectedSide === "both" ? "bilateral" : affectedSide;
  if (side === "unaffected") return affectedSide === "left" ? "right" : "left";
  return side;
}

function homeStep(plan: Plan, step: PlanStep, at: number): HomeStep {
  const breathing = regionsById.get(step.region)?.kind === "breathing" || (step.pressure ?? 0) === 0;
  const side = ownSide(plan, step.side);
  const towardSide = step.towardSide === "same_side" ? side : ownSide(plan, step.towardSide);
  return { number: at + 1, step, side, towardSide, breathing };
}

/** Reads a plan's file for Home. */
export function readHomePlan(text: string, file: string): Result<HomePlan> {
  const read = parsePlan(text, file);
  if (!read.ok) return read;
  const plan = read.value;
  return ok({
    hash: planHash(plan),
    plan,
    steps: plan.steps.map((step, at) => homeStep(plan, step, at)),
    list: strokeList(plan),
    duration: planDuration(plan).withMoving,
  });
}
