import { planRules } from "../../library/plan-rule.ts";
import { regionsById } from "../../library/region.ts";
import type { PlanFinding } from "../../plan/finding.ts";
import { drainsInHealth } from "../../plan/step-direction.ts";
import { basinState, isClosed } from "../basin-state.ts";
import type { CheckContext, CheckedStep, LimbId } from "../check-context.ts";
import { crossings } from "../crossing.ts";
import { exitsOf, type ObservedExit, observedWords } from "../exits.ts";
import { finding } from "../make-finding.ts";
import { placeWords } from "../place-words.ts";

/** Whether a step sends fluid to this exit, beyond clearing it. */
function sendsTo({ step, resolved }: CheckedStep, { region, side }: ObservedExit): boolean {
  if (step.phase === "open" || step.region === region) return false;
  return resolved.toward.region === region && resolved.toward.sides.includes(side);
}

/** The limb whose basin an exit is, if it is looked at itself and another one than that which sends fluid there. */
function otherLimbOf({ limbs }: CheckContext, limb: LimbId, { region, side }: ObservedExit): LimbId | undefined {
  const kind = regionsById.get(region)?.limb?.id;
  return limbs.find((one) => one !== limb && one === `${kind}_${side}`);
}

/**
 * Exits that dye showed in few swollen limbs or in none: named once, at the first step that sends fluid there. The basin
 * of another limb that is looked at, which is sent only what drains there in health, is no exit.
 */
export function unlikelyExit(context: CheckContext): readonly PlanFinding[] {
  const { value: likely } = planRules.likelyFromPct;
  if (context.opening) return [];
  const named = new Set<string>();
  return context.limbs.flatMap((limb) =>
    exitsOf(limb).flatMap((exit) => {
      const place = `${exit.region}_${exit.side}`;
      const other = otherLimbOf(context, limb, exit);
      const swollenToo = other !== undefined && regionsById.get(exit.region)?.limb?.id === exit.exit.limb;
      if (named.has(place) || (!swollenToo && (exit.share ?? 0) >= likely)) return [];
      if (isClosed(basinState(context, exit.region, exit.side))) return [];
      const steps = context.steps.filter((checked) => sendsTo(checked, exit));
      const [first, ...more] = steps;
      if (first === undefined) return [];
      if (other !== undefined && steps.every(({ resolved }) => drainsInHealth(resolved))) return [];
      named.add(place);
      const watershed = crossings(first).find((one) => one.watershed !== undefined)?.watershed;
      const message = [
        `Sends fluid to the ${placeWords(exit.region, [exit.side])}${watershed === undefined ? "" : ` over the watershed "${watershed}"`}.`,
        `${observedWords(exit)}; schools teach it, and no one has measured what it carries.`,
        swollenToo ? "The limb that drains there is affected itself." : "",
        more.length === 0 ? "" : `Also in step ${more.map(({ step, at }) => step.n ?? at + 1).join(", ")}.`,
      ];
      return finding("unlikely-exit", "warning", first, message.filter(Boolean).join(" "));
    }),
  );
}
