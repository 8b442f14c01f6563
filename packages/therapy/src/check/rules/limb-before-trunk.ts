import { planRules } from "../../library/plan-rule.ts";
import { regionsById } from "../../library/region.ts";
import type { PlanFinding } from "../../plan/finding.ts";
import type { PlanStep } from "../../plan/plan.ts";
import type { CheckContext, CheckedStep } from "../check-context.ts";
import { finding, repair } from "../make-finding.ts";
import { placeWords } from "../place-words.ts";

function limbOf({ step }: CheckedStep): "arm" | "leg" | undefined {
  return regionsById.get(step.region)?.limb?.id;
}

function onLimb(checked: CheckedStep): boolean {
  return checked.along !== undefined && checked.step.phase !== "close";
}

function preparesTrunk({ step, along }: CheckedStep): boolean {
  return along === undefined && (step.phase === "exit" || step.phase === "bridge");
}

function share(a: readonly string[], b: readonly string[]): boolean {
  return a.some((one) => b.includes(one));
}

function worksOneLimb(steps: readonly CheckedStep[]): boolean {
  const worked = steps
    .filter(onLimb)
    .flatMap((checked) => checked.resolved.sides.map((side) => `${limbOf(checked)}_${side}`));
  return new Set(worked).size <= 1;
}

/** The limb is worked while trunk that it drains through is still to come. */
function limbFirst({ plan, steps }: CheckContext): readonly PlanFinding[] {
  const single = worksOneLimb(steps);
  const early = steps.find(
    (checked) =>
      onLimb(checked) &&
      steps.some(
        (later) =>
          later.at > checked.at &&
          preparesTrunk(later) &&
          (single || share(later.resolved.sides, checked.resolved.sides)),
      ),
  );
  if (early === undefined) return [];
  const limb = new Set(steps.filter(onLimb).map(({ step }) => step));
  const last = steps.findLast(preparesTrunk)?.at ?? 0;
  const trunk = plan.steps.filter((step, at) => at <= last && !limb.has(step));
  const moved = plan.steps.filter((step, at) => at <= last && limb.has(step));
  return [
    finding(
      "limb-before-trunk",
      early.published ? "warning" : "error",
      early,
      `Works the ${placeWords(early.step.region, early.resolved.sides)} before the trunk is done. Every school clears the trunk first; the effect of order was never measured, and the model finds no lasting difference.`,
      repair("Work the trunk first, then the limb.", [...trunk, ...moved, ...plan.steps.slice(last + 1)]),
    ),
  ];
}

interface Limb {
  readonly key: string;
  readonly steps: readonly CheckedStep[];
}

function limbsOf(steps: readonly CheckedStep[]): readonly Limb[] {
  const found = new Map<string, CheckedStep[]>();
  for (const checked of steps) {
    if (!onLimb(checked) || checked.step.phase !== "limb" || planRules.wholeLimb.includes(checked.step.region))
      continue;
    const key = `${limbOf(checked)}_${checked.resolved.sides.join("")}`;
    found.set(key, [...(found.get(key) ?? []), checked]);
  }
  return [...found].map(([key, all]) => ({ key, steps: all }));
}

function sorted(all: readonly PlanStep[], limb: readonly CheckedStep[]): readonly PlanStep[] {
  const order = limb.toSorted((a, b) => (a.along ?? 0) - (b.along ?? 0)).map(({ step }) => step);
  const places = new Map(limb.map(({ at }, n) => [at, order[n]]));
  return all.map((step, at) => places.get(at) ?? step);
}

/** Within a limb the far end comes before the trunk end. */
function farEndFirst({ plan, steps }: CheckContext): readonly PlanFinding[] {
  return limbsOf(steps).flatMap(({ steps: limb }) => {
    const early = limb.find(({ along, at }) =>
      limb.some((later) => later.at > at && (later.along ?? 0) < (along ?? 0)),
    );
    if (early === undefined) return [];
    const nearer = limb.find((later) => later.at > early.at && (later.along ?? 0) < (early.along ?? 0));
    const place = placeWords(early.step.region, early.resolved.sides);
    return finding(
      "limb-before-trunk",
      "warning",
      early,
      `Works the ${place} before the ${placeWords(nearer?.step.region ?? "", nearer?.resolved.sides ?? [])}, which lies nearer the trunk. A limb is taught trunk end first; the effect of order was never measured.`,
      repair("Work this limb from its trunk end to its far end.", sorted(plan.steps, limb)),
    );
  });
}

/** A limb worked before the trunk it drains through, or from its far end. */
export function limbBeforeTrunk(context: CheckContext): readonly PlanFinding[] {
  return context.opening ? [] : [...limbFirst(context), ...farEndFirst(context)];
}
