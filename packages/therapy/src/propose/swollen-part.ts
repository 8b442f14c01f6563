import { anatomy, type Limb, limbOf, limbs } from "@openlymph/anatomy";
import { fail, ok, type Result } from "@openlymph/base";
import { type BodySide, sidesOf } from "../fields/body-side.ts";
import type { History } from "../history/history.ts";
import { limbsAtRisk } from "../history/limbs-at-risk.ts";

/** Parts a plan can be proposed for. */
export const swollenParts = ["arm", "leg", "legs", "head-neck", "breast", "whole-body"] as const;
export type SwollenPart = (typeof swollenParts)[number];

/** What a plan is for: the part, and the side affected. */
export interface PlanFor {
  readonly part: SwollenPart;
  readonly side: BodySide;
}

/** Which sequence a proposal begins with. */
export const templateOf: Readonly<Record<SwollenPart, string>> = {
  arm: "draft_arm_unilateral",
  leg: "draft_leg_unilateral",
  legs: "draft_leg_bilateral",
  "head-neck": "draft_head_neck",
  breast: "draft_breast_trunk",
  "whole-body": "draft_whole_body",
};

function sideOfAll(sides: ReadonlySet<"L" | "R">): BodySide {
  if (sides.size !== 1) return "both";
  return sides.has("L") ? "left" : "right";
}

function riskedSides({ procedures }: History, words: readonly string[]): ReadonlySet<"L" | "R"> {
  const found = procedures.filter(({ procedure }) => {
    const risk = anatomy.byId.procedures.get(procedure)?.risk.split(/, ?/) ?? [];
    return risk.some((word) => words.includes(word));
  });
  return new Set(found.flatMap(({ side }) => sidesOf(side ?? "both")));
}

/** Assumptions that burden a limb, not those that only say how strong it is or how full the model begins. */
const burdens: ReadonlySet<string> = new Set([
  "hypoplasia",
  "valveIncompetence",
  "capillaryPressure",
  "venousHypertension",
]);

function swollenHead({ conditions }: History): boolean {
  return conditions.some(({ scope }) =>
    scope?.territories.some((id) => anatomy.byId.territories.get(id)?.segment === "headNeck"),
  );
}

/** Limbs that something else of the history burdens: a wound, an infection, veins, missing or leaking collectors. */
function burdenedLimbs({ events, assume }: History): readonly Limb[] {
  const scopes = [
    ...events.flatMap((event) => (event.kind === "injury" || event.kind === "infection" ? [event.scope] : [])),
    ...assume.flatMap((one) => ("scope" in one && one.scope !== undefined && burdens.has(one.kind) ? [one.scope] : [])),
  ];
  const found = new Set(scopes.flatMap(({ territories }) => territories.flatMap((id) => limbOf(id) ?? [])));
  return limbs.filter((limb) => found.has(limb));
}

/** Every part that the history puts at risk or burdens, limbs first. */
export function partsAtRisk(history: History): readonly PlanFor[] {
  const named = new Set([...limbsAtRisk(history), ...burdenedLimbs(history)]);
  const atRisk = limbs.filter((limb) => named.has(limb));
  const legs = atRisk.filter((limb) => limb.startsWith("leg"));
  const sideOf = (limb: string): BodySide => (limb.endsWith("L") ? "left" : "right");
  const arms = atRisk
    .filter((limb) => limb.startsWith("arm"))
    .map((limb) => ({ part: "arm" as const, side: sideOf(limb) }));
  const lower: readonly PlanFor[] =
    legs.length === 2 ? [{ part: "legs", side: "both" }] : legs.map((limb) => ({ part: "leg", side: sideOf(limb) }));
  const neck = riskedSides(history, ["face", "neck"]);
  const head: readonly PlanFor[] =
    neck.size > 0 || swollenHead(history)
      ? [{ part: "head-neck", side: neck.size === 0 ? "both" : sideOfAll(neck) }]
      : [];
  const chest = atRisk.length > 0 ? new Set<"L" | "R">() : riskedSides(history, ["chest wall"]);
  const breast: readonly PlanFor[] = chest.size === 0 ? [] : [{ part: "breast", side: sideOfAll(chest) }];
  return [...arms, ...lower, ...head, ...breast];
}

const words = ({ part, side }: PlanFor) => (side === "both" ? part : `${side} ${part}`);

/**
 * What a plan is proposed for: the one part the history puts at risk, the one asked for, or the whole body where nothing is.
 *
 * @param asked `left arm`, `leg`, `head-neck`…, in the words of `swollenParts` with or without a side.
 * @returns `field/invalid` where several parts are at risk and none was asked for, or the asked one is none.
 */
export function planFor(history: History, asked?: string): Result<PlanFor> {
  const found = partsAtRisk(history);
  const all = found.map(words);
  if (asked !== undefined) {
    const wanted = found.filter((one) => words(one) === asked || one.part === asked);
    const [only] = wanted;
    if (only !== undefined && wanted.length === 1) return ok(only);
    const known = [...all, ...(found.length === 0 ? ["whole-body"] : [])];
    if (found.length === 0 && asked === "whole-body") return ok({ part: "whole-body", side: "both" });
    return fail("field/invalid", { path: "for", value: asked, expected: `one of ${known.join(", ")}` });
  }
  const [only] = found;
  if (only === undefined) return ok({ part: "whole-body", side: "both" });
  if (found.length === 1) return ok(only);
  return fail("field/invalid", {
    path: "for",
    expected: `one of ${all.join(", ")}`,
    hint: "The history puts several parts at risk; a plan is proposed for one at a time.",
  });
}
