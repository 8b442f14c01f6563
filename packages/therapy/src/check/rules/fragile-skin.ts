import { mmHg } from "@openlymph/base";
import { planRules } from "../../library/plan-rule.ts";
import { strokesById } from "../../library/stroke.ts";
import type { PlanFinding } from "../../plan/finding.ts";
import type { CheckContext } from "../check-context.ts";
import { finding, repair } from "../make-finding.ts";

const { conditions, screening, noKneading } = planRules.fragileSkin;

/** Why the skin of a territory needs the lightest touch; the whole body where nothing is said about where. */
function reasons({
  history,
  answeredYes = [],
}: CheckContext): readonly { words: string; on: (id: string) => boolean }[] {
  const told = (history?.conditions ?? [])
    .filter(({ condition }) => conditions.includes(condition.toLowerCase().replaceAll("_", " ")))
    .map(({ condition, scope }) => ({
      words: condition.replaceAll("_", " "),
      on: (id: string) => scope === undefined || scope.territories.includes(id),
    }));
  const answered = screening.filter((rule) => answeredYes.includes(rule));
  if (answered.length === 0) return told;
  return [...told, { words: `screening: ${answered.join(", ")}`, on: () => true }];
}

/** Steps that press fragile skin harder than their stroke needs, or knead it. */
export function fragileSkin(context: CheckContext): readonly PlanFinding[] {
  const known = reasons(context);
  if (known.length === 0) return [];
  return context.steps.flatMap((checked) => {
    const { step, resolved } = checked;
    const because = known.filter(({ on }) => resolved.territories.some(on)).map(({ words }) => words);
    const range = strokesById.get(step.stroke)?.pressure_mmHg;
    if (because.length === 0 || range === undefined || range === null || step.pressure === undefined) return [];
    const why = `Fragile skin here (${because.join("; ")}).`;
    const others = context.plan.steps;
    if (step.stroke === noKneading) {
      const without = others.filter((one) => one !== step);
      return finding(
        "fragile-skin",
        "error",
        checked,
        `${why} No kneading on such skin.`,
        repair("Leave this step out.", without),
      );
    }
    const [low] = range;
    if (step.pressure / mmHg <= low + 1e-9) return [];
    const softer = { ...step, pressure: low * mmHg, pressureFrom: "plan" as const };
    return finding(
      "fragile-skin",
      "warning",
      checked,
      `${why} Use the least pressure of this stroke, ${low} mmHg, and look at the skin before and after.`,
      repair(
        `Lower the pressure to ${low} mmHg.`,
        others.map((one) => (one === step ? softer : one)),
      ),
    );
  });
}
