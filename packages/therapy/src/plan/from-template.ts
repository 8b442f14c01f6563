import { fail, type Result } from "@openlymph/base";
import type { BodySide } from "../fields/body-side.ts";
import { sequenceById } from "../library/sequence.ts";
import { planFromSequence } from "./from-sequence.ts";
import { mirrorPlan } from "./mirror-plan.ts";
import type { Plan } from "./plan.ts";

/**
 * A plan to begin from: one of the sequences, for a side. A sequence written for one side is mirrored for the other.
 *
 * @param side the affected side; that of the sequence when left out, else left.
 * @returns the plan, a draft; `reference/unknown` for an unknown sequence, `field/invalid` for a side it cannot be made for:
 * both where it tells the affected side from the other, one where it works both.
 */
export function planFromTemplate(id: string, side?: BodySide): Result<Plan> {
  const found = sequenceById(id);
  if (!found.ok) return found;
  const written = found.value.affectedSide;
  const both = side === "both";
  if (side !== undefined && both !== ((written ?? "left") === "both")) {
    return fail("field/invalid", {
      path: "side",
      value: side,
      expected: both ? "left or right" : "both, or no side",
      hint: both ? `${id} tells the affected side from the other.` : `${id} works both sides.`,
    });
  }
  if (written === undefined) return planFromSequence(id, side === undefined ? {} : { affectedSide: side });
  const plan = planFromSequence(id);
  return plan.ok && side !== undefined && side !== written ? { ...plan, value: mirrorPlan(plan.value) } : plan;
}
