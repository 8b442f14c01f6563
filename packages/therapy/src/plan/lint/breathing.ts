import { strokesById } from "../../library/stroke.ts";
import type { PlanFinding } from "../finding.ts";
import type { PlanStep } from "../plan.ts";
import type { LintContext } from "./lint-context.ts";
import { finding, repair } from "./make-finding.ts";

const breath = strokesById.get("breath_diaphragm");

/** Breathing as the library teaches it. */
function breathingStep(phase: PlanStep["phase"]): PlanStep {
  const [work, rest] = [breath?.timing.work_s ?? 4, breath?.timing.rest_s ?? 4].map(Number);
  return {
    phase,
    region: "diaphragm",
    side: "midline",
    stroke: "breath_diaphragm",
    toward: "thoracic_duct",
    towardSide: "midline",
    pressure: undefined,
    pressureFrom: "none",
    pace: (work ?? 4) + (rest ?? 4),
    repetitions: breath?.timing.reps[0] ?? 5,
    positions: 1,
    optional: false,
    provenance: "assumed",
  };
}

/** A whole plan that does not begin or does not end with breathing. A published text is only noted. */
export function breathing({ plan, opening }: LintContext): readonly PlanFinding[] {
  if (!plan.complete || opening) return [];
  const severity = plan.provenance.tag === "source" ? "note" : "warning";
  const breathes = (step: PlanStep | undefined) => step?.stroke === "breath_diaphragm";
  const last = plan.steps.length - 1;
  const before = finding(
    "no-breathing-before",
    severity,
    0,
    plan,
    "The plan does not begin with breathing, as sessions are taught to.",
    repair("Begin with belly breathing.", [breathingStep("open"), ...plan.steps]),
  );
  const after = finding(
    "no-breathing-after",
    severity,
    last,
    plan,
    "The plan does not end with breathing, as sessions are taught to.",
    repair("End with belly breathing.", [...plan.steps, breathingStep("close")]),
  );
  return [...(breathes(plan.steps[0]) ? [] : [before]), ...(breathes(plan.steps[last]) ? [] : [after])];
}
