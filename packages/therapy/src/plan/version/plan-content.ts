import { contentHash } from "@openlymph/base";
import type { Plan } from "../plan.ts";
import { writtenStep } from "../written-step.ts";

/** What a version stands for: all a plan says, save who wrote it and who reviewed it. Quantities as a file writes them. */
export function planContent(plan: Plan) {
  const { format: _format, versions: _versions, reviewStatus: _reviewStatus, steps, ...rest } = plan;
  return { ...rest, steps: steps.map(writtenStep) };
}

/** SHA-256 of a plan's content, in hex; the same before a plan is written and after it is read. */
export function planHash(plan: Plan): string {
  return contentHash(planContent(plan));
}
