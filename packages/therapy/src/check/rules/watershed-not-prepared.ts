import type { PlanFinding } from "../../plan/finding.ts";
import { type CheckContext, type CheckedStep, workedBefore } from "../check-context.ts";
import { crossings } from "../crossing.ts";
import { finding, repair } from "../make-finding.ts";
import { allCleared, movedBefore } from "../move-steps.ts";
import { placeWords } from "../place-words.ts";

const thirds = ["unaffected_third", "middle_third", "affected_third"] as const;

/** The thirds of the chest between this step and its exit, the nearest to the exit first. */
function nearerThirds(context: CheckContext, { step, resolved }: CheckedStep): readonly string[] {
  const own = thirds.find((third) => third === step.side);
  if (own === undefined || context.plan.affectedSide === "both") return [];
  const affected = context.plan.affectedSide === "left" ? "L" : "R";
  const order = resolved.toward.sides.includes(affected) ? thirds.toReversed() : thirds;
  return order.slice(0, order.indexOf(own));
}

function crossedName(checked: CheckedStep): string | undefined {
  if (checked.resolved.direction !== "across") return undefined;
  return crossings(checked).find(({ watershed }) => watershed !== undefined)?.watershed;
}

/** Steps that move fluid over a watershed before the far side was worked: its basin, or the sections nearer to it. */
export function watershedNotPrepared(context: CheckContext): readonly PlanFinding[] {
  if (context.opening) return [];
  return context.steps.flatMap((checked) => {
    const { step, resolved, at } = checked;
    if (step.phase !== "bridge" && step.phase !== "limb") return [];
    const watershed = crossedName(checked);
    if (watershed === undefined) return [];
    const basins = resolved.toward.sides.filter((side) => !workedBefore(context, at, resolved.toward.region, side));
    const sections = nearerThirds(context, checked).filter(
      (third) =>
        !context.steps.some((one) => one.at < at && one.step.region === step.region && one.step.side === third),
    );
    if (basins.length + sections.length === 0) return [];
    const later = context.steps.find(
      (one) => one.at > at && one.step.region === step.region && sections.includes(one.step.side),
    );
    const basin = placeWords(resolved.toward.region, basins);
    const section =
      later === undefined
        ? undefined
        : repair("Work the section nearest the exit first.", movedBefore(context.plan.steps, later.at, at));
    const cleared = repair(
      `Clear the ${basin} before this step.`,
      allCleared(context, at, resolved.toward.region, basins),
    );
    const waiting = [
      ...(basins.length > 0 ? [basin] : []),
      ...sections.map((third) => `${third.replace("_", " ")} of the chest`),
    ];
    return finding(
      "watershed-not-prepared",
      "warning",
      checked,
      `Crosses the watershed "${watershed}" before the far side was worked: ${waiting.join(", ")}. The section nearest the exit is taught first; the effect of order was never measured.`,
      basins.length > 0 ? cleared : section,
    );
  });
}
