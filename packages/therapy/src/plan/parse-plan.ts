import { type Document, type Failure, fieldFailure, ok, parseDocumentText, type Result, readAs } from "@openlymph/base";
import type { z } from "zod";
import { regionsById } from "../library/region.ts";
import { strokesById } from "../library/stroke.ts";
import { type Plan, planFormat } from "./plan.ts";
import { planSchema } from "./plan-schema.ts";
import { mayReview, reviewHint } from "./version/version.ts";

type Read = z.output<typeof planSchema>;
type ReadStep = Read["steps"][number];

const oneSided = new Set(["unaffected", "affected_third", "middle_third", "unaffected_third"]);

function stepFailure(document: Document, plan: Read, step: ReadStep, at: number): Failure | undefined {
  const path = (field: string) => ["steps", at, field] as const;
  const before = at === 0 ? 0 : numberOf(plan.steps, at - 1);
  if (numberOf(plan.steps, at) <= before) {
    return fieldFailure(document, path("n"), {
      code: "field/invalid",
      expected: `a number above ${before}, that of the step before`,
      hint: "Steps are carried out in the order of the list; number them upward, each number once.",
    });
  }
  if (step.pressureFrom === "plan" && strokesById.get(step.stroke)?.pressure_mmHg === null) {
    return fieldFailure(document, path("pressure"), {
      code: "field/invalid",
      expected: `no pressure for ${step.stroke}`,
      hint: "Breathing has no hand pressure.",
    });
  }
  for (const field of ["side", "towardSide"] as const) {
    if (plan.affectedSide === "both" && oneSided.has(step[field])) {
      return fieldFailure(document, path(field), {
        code: "field/invalid",
        expected: "affected, left, right, bilateral or midline, as both sides are affected",
        hint: "With affectedSide: both there is no unaffected side.",
      });
    }
  }
  if (step.side.endsWith("_third") && regionsById.get(step.region)?.thirds === undefined) {
    const divided = [...regionsById.values()].filter(({ thirds }) => thirds !== undefined).map(({ id }) => id);
    return fieldFailure(document, path("side"), {
      code: "field/invalid",
      expected: `thirds only for ${divided.join(", ")}`,
    });
  }
  if ((step.towardSide === "exit") !== (step.toward === "chosen_exit")) {
    return fieldFailure(document, path("towardSide"), {
      code: "field/invalid",
      expected: "towardSide: exit together with toward: chosen_exit",
    });
  }
  return undefined;
}

function versionFailure(document: Document, { versions = [] }: Read): Failure | undefined {
  for (const [at, { number, author, reviewStatus }] of versions.entries()) {
    const before = versions[at - 1]?.number ?? 0;
    if (number <= before) {
      return fieldFailure(document, ["versions", at, "number"], {
        code: "field/invalid",
        expected: `a number above ${before}, that of the version before`,
        hint: "Versions stand in the order they were made in, the newest last.",
      });
    }
    if (!mayReview(author.role, reviewStatus)) {
      return fieldFailure(document, ["versions", at, "reviewStatus"], {
        code: "field/invalid",
        expected: `draft for a version by a ${author.role}`,
        hint: reviewHint,
      });
    }
  }
  return undefined;
}

function numberOf(steps: readonly ReadStep[], at: number): number {
  let number = 0;
  for (const step of steps.slice(0, at + 1)) number = step.n ?? number + 1;
  return number;
}

/**
 * Reads a plan file (`openlymph/plan@1`).
 *
 * @param file name as the person gave it, for messages.
 * @returns the plan in SI units, or one failure with file, line, field, value and what is allowed: unknown regions and
 * strokes (with the closest name), pressures outside 0 to 200 mmHg or without a unit, step numbers that do not rise, a
 * side that does not exist when both are affected.
 */
export function parsePlan(text: string, file: string): Result<Plan> {
  const document = parseDocumentText(text, file);
  if (!document.ok) return document;
  const read = readAs(document.value, planFormat, planSchema);
  if (!read.ok) return read;
  const plan = read.value;
  for (const [at, step] of plan.steps.entries()) {
    const failure = stepFailure(document.value, plan, step, at);
    if (failure !== undefined) return failure;
  }
  const failure = versionFailure(document.value, plan);
  if (failure !== undefined) return failure;
  if (plan.affectedSide === "both" && plan.exit?.side === "unaffected") {
    return fieldFailure(document.value, ["exit", "side"], {
      code: "field/invalid",
      expected: "affected, left, right or bilateral, as both sides are affected",
    });
  }
  return ok({ ...plan, steps: plan.steps.map((step, at) => ({ ...step, n: numberOf(plan.steps, at) })) });
}
