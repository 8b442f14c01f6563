import { strokesById } from "../../library/stroke.ts";
import type { PlanFinding } from "../finding.ts";
import type { PlanStep } from "../plan.ts";
import type { LintContext } from "./lint-context.ts";
import { finding, repairStep } from "./make-finding.ts";

const tolerance = 1e-9;

type Range = readonly [number, number];

const rangeOf = (taught: number | Range): Range => (typeof taught === "number" ? [taught, taught] : taught);

const rangeWords = ([low, high]: Range): string => (low === high ? String(low) : `${low} to ${high}`);

/** What was read in a published text is noted, what somebody wrote is warned of. */
const severityFor = ({ provenance }: PlanStep) => (provenance.startsWith("source") ? "note" : "warning");

/** Steps with more or fewer repetitions than their stroke is taught with; fewer do no harm and are only noted. */
export function repetitionsOutsideRange({ plan }: LintContext): readonly PlanFinding[] {
  return plan.steps.flatMap((step, at) => {
    const [low, high] = strokesById.get(step.stroke)?.timing.reps ?? [1, Number.POSITIVE_INFINITY];
    if (step.repetitions >= low && step.repetitions <= high) return [];
    const repetitions = step.repetitions < low ? low : high;
    return finding(
      "repetitions-outside-range",
      step.repetitions < low ? "note" : severityFor(step),
      at,
      plan,
      `${step.repetitions} at each position; this stroke is taught with ${rangeWords([low, high])}.`,
      repairStep(`Set ${repetitions} repetitions.`, plan, at, { repetitions }),
    );
  });
}

/** Steps that are faster or slower than their stroke is taught; slower does no harm and is only noted. */
export function paceOutsideRange({ plan }: LintContext): readonly PlanFinding[] {
  return plan.steps.flatMap((step, at) => {
    const timing = strokesById.get(step.stroke)?.timing;
    if (timing === undefined) return [];
    const [work, rest] = [rangeOf(timing.work_s), rangeOf(timing.rest_s)];
    const range: Range = [work[0] + rest[0], work[1] + rest[1]];
    const faster = step.pace < range[0] - tolerance;
    if (!faster && step.pace <= range[1] + tolerance) return [];
    const pace = faster ? range[0] : range[1];
    return finding(
      "pace-outside-range",
      faster ? severityFor(step) : "note",
      at,
      plan,
      `One stroke takes ${Number(step.pace.toPrecision(3))} s; it is taught with ${rangeWords(range)} s.`,
      repairStep(`Take ${pace} s for each stroke.`, plan, at, { pace }),
    );
  });
}
