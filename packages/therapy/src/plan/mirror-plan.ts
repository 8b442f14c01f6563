import { mirroredSide } from "../fields/body-side.ts";
import { mirrorWords } from "../fields/mirror-words.ts";
import type { Plan, PlanStep } from "./plan.ts";

/** The named texts of a record with their sides the other way round; what is absent stays absent. */
function mirroredTexts<Fields extends object>(record: Fields, names: readonly (keyof Fields)[]): Fields {
  const texts = names.flatMap((name) => {
    const text = record[name];
    return typeof text === "string" ? [[name, mirrorWords(text)] as const] : [];
  });
  return { ...record, ...Object.fromEntries(texts) };
}

/** A note that tells what a source says is true of the source as it was read. */
const tellsOfSource = /\b(?:leaflet|published|source)\b/i;

function mirrorStep(step: PlanStep): PlanStep {
  const turned = { ...step, side: mirroredSide(step.side), towardSide: mirroredSide(step.towardSide) };
  return mirroredTexts(turned, tellsOfSource.test(step.note ?? "") ? ["action"] : ["action", "note"]);
}

/**
 * The plan for the same body seen in a mirror: left for right, in sides and in words (see `mirrorWords`). Twice gives the
 * plan again.
 *
 * Sources, notes that tell of one, and versions are left as they are: they tell what was read and who wrote it. So a plan that had been approved
 * is changed since its newest version, and `reviewStanding` calls it a draft.
 */
export function mirrorPlan(plan: Plan): Plan {
  const { exit, exitChoices, extraChecks } = plan;
  const turned: Plan = {
    ...plan,
    affectedSide: mirroredSide(plan.affectedSide),
    ...(exit === undefined ? {} : { exit: mirroredTexts({ ...exit, side: mirroredSide(exit.side) }, ["reason"]) }),
    ...(exitChoices === undefined ? {} : { exitChoices: exitChoices.map(mirrorWords) }),
    ...(extraChecks === undefined ? {} : { extraChecks: extraChecks.map(mirrorWords) }),
    steps: plan.steps.map(mirrorStep),
  };
  return mirroredTexts(turned, ["title", "about", "for", "position", "garment", "stopRule"]);
}
