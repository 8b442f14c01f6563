import { anatomy } from "@openlymph/anatomy";
import { planRules } from "../../library/plan-rule.ts";
import { regionsById } from "../../library/region.ts";
import type { PlanFinding } from "../../plan/finding.ts";
import {
  type CheckContext,
  type CheckedStep,
  isBreathing,
  mustBeCleared,
  type SideLetter,
  workedBefore,
} from "../check-context.ts";
import { finding, repair } from "../make-finding.ts";
import { allCleared } from "../move-steps.ts";
import { placeWords } from "../place-words.ts";

function missing(context: CheckContext, checked: CheckedStep, sides: readonly SideLetter[]): PlanFinding {
  const { region } = checked.resolved.toward;
  const place = placeWords(region, sides);
  const late = context.steps.some(
    ({ step, resolved, at }) =>
      at >= checked.at && step.region === region && sides.every((side) => resolved.sides.includes(side)),
  );
  const when = late ? "is cleared only later" : "is never cleared";
  const grave = mustBeCleared(region) && !checked.published;
  return finding(
    "basin-not-cleared",
    grave ? "error" : "warning",
    checked,
    `Sends fluid to the ${place}, which ${when}. The schools empty a receiving basin first; whether that helps was never measured.`,
    repair(`Clear the ${place} before this step.`, allCleared(context, checked.at, region, sides)),
  );
}

function receivingBasins(context: CheckContext): readonly PlanFinding[] {
  const reported = new Set<string>();
  return context.steps.flatMap((checked) => {
    const { step, resolved, at } = checked;
    const { toward } = resolved;
    if (step.phase !== "bridge" && step.phase !== "limb") return [];
    if (regionsById.get(toward.region)?.kind !== "basin" || step.region === toward.region) return [];
    const sides = toward.sides.filter((side) => {
      const basin = `${toward.region}_${side}`;
      if (reported.has(basin) || workedBefore(context, at, toward.region, side)) return false;
      reported.add(basin);
      return true;
    });
    return sides.length === 0 ? [] : missing(context, checked, sides);
  });
}

function worksHeadOrNeck({ steps }: CheckContext): boolean {
  return steps.some(({ step, resolved }) => {
    if (step.phase !== "limb" || resolved.territories.length === 0) return false;
    return resolved.territories.every((id) => anatomy.byId.territories.get(id)?.segment === "headNeck");
  });
}

/** All lymph ends at the neck: a session begins there, unless head and neck are what is swollen. */
function neckFirst(context: CheckContext): readonly PlanFinding[] {
  const first = context.steps.find((checked) => !isBreathing(checked));
  if (first === undefined || planRules.neckFirst.includes(first.step.region) || worksHeadOrNeck(context)) return [];
  const neck = context.steps.findIndex(({ step }) => planRules.neckFirst.includes(step.region));
  const when = neck < 0 ? "The neck is never worked" : "The neck is worked only later";
  return [
    finding(
      "basin-not-cleared",
      "warning",
      first,
      `${when}; all lymph leaves there, and the schools begin with it. Whether that helps was never measured.`,
      repair(
        "Clear the hollows above the collarbones first.",
        allCleared(context, first.at, "supraclavicular_fossa", ["L", "R"]),
      ),
    ),
  ];
}

/** Steps that send fluid to a basin which no earlier step cleared, and plans that do not begin at the neck. */
export function basinNotCleared(context: CheckContext): readonly PlanFinding[] {
  if (context.opening) return [];
  return [...neckFirst(context), ...receivingBasins(context)];
}
