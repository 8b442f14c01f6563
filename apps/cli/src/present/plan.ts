import { toUnit } from "@openlymph/base";
import { explainDirection, type Plan, planDuration, stepPlaceWords, strokesById } from "@openlymph/therapy";
import { fixed, significant } from "../output/numbers.ts";
import { numbers, type Table, words } from "../output/table.ts";

/** The direction of a stroke as people say it. */
export const directionWords = {
  proximal: "toward the heart",
  distal: "away from the heart",
  across: "across",
} as const;

const provenanceWord: Readonly<Record<string, string>> = {
  source: "read",
  "source-noreps": "read, count ours",
  "assumed-by-analogy": "assumed (analogy)",
  "assumed-composed": "composed draft",
};

/** The steps in order: where, with what, how often, which way and why. */
export function stepsTable(plan: Plan): Table {
  return {
    title: "Steps",
    about: "Pressures without a star are stated by the plan; a star marks the default of the stroke (assumed).",
    columns: [
      numbers("n"),
      words("phase"),
      words("where"),
      words("stroke"),
      words("toward"),
      numbers("mmHg"),
      numbers("pace (s)"),
      numbers("times"),
      words("direction"),
      words("step is"),
    ],
    rows: plan.steps.map((step, at) => {
      const pressure = step.pressure === undefined ? "" : fixed(toUnit(step.pressure, "pressure", "mmHg"), 0);
      return [
        String(step.n ?? at + 1),
        step.phase,
        stepPlaceWords(step.region, step.side),
        strokesById.get(step.stroke)?.name ?? step.stroke,
        stepPlaceWords(step.toward, step.towardSide),
        step.pressureFrom === "stroke" ? `${pressure}*` : pressure,
        significant(step.pace, 3),
        step.positions === 1 ? String(step.repetitions) : `${step.positions} × ${step.repetitions}`,
        directionWords[explainDirection(plan, step).direction],
        [provenanceWord[step.provenance] ?? step.provenance, step.optional ? "optional" : ""]
          .filter(Boolean)
          .join(", "),
      ];
    }),
  };
}

/** Why each step counts as running that way. */
export function directionLines(plan: Plan): readonly string[] {
  return plan.steps.map((step, at) => {
    const { direction, basis } = explainDirection(plan, step);
    return `${step.n ?? at + 1}: ${directionWords[direction]}, ${basis}`;
  });
}

/** How long the plan takes, in one sentence. */
export function durationWords(plan: Plan): string {
  const minutes = (seconds: number) => `${fixed(seconds / 60, 1)} min`;
  const all = planDuration(plan);
  const fewer = planDuration(plan, { optional: false });
  const optional =
    fewer.stroking === all.stroking
      ? ""
      : ` Without the optional steps ${minutes(fewer.stroking)}, with moving ${minutes(fewer.withMoving)}.`;
  return `Stroking takes ${minutes(all.stroking)}; with moving from place to place about ${minutes(all.withMoving)} (6 s for each position, assumed).${optional}`;
}
