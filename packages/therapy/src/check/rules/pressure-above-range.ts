import { mmHg } from "@openlymph/base";
import { strokesById } from "../../library/stroke.ts";
import type { PlanFinding } from "../../plan/finding.ts";
import type { CheckContext } from "../check-context.ts";
import { finding, repair } from "../make-finding.ts";

/** Steps whose pressure lies above the range their stroke is taught with. */
export function pressureAboveRange({ plan, steps }: CheckContext): readonly PlanFinding[] {
  return steps.flatMap((checked) => {
    const { step } = checked;
    const range = strokesById.get(step.stroke)?.pressure_mmHg;
    if (range === undefined || range === null || step.pressure === undefined) return [];
    const [low, high] = range;
    const pressure = step.pressure / mmHg;
    if (pressure <= high + 1e-9) return [];
    const softer = { ...step, pressure: high * mmHg, pressureFrom: "plan" as const };
    return finding(
      "pressure-above-range",
      "warning",
      checked,
      `Pressure ${Number(pressure.toPrecision(3))} mmHg; this stroke is taught with ${low} to ${high}. Redness or pain means too hard.`,
      repair(
        `Lower the pressure to ${high} mmHg.`,
        plan.steps.map((one) => (one === step ? softer : one)),
      ),
    );
  });
}
