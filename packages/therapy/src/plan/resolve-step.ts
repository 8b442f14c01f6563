import { anatomy, sided } from "@openlymph/anatomy";
import { type BodySide, otherSides, sidesOf } from "../fields/body-side.ts";
import { type Region, regionsById } from "../library/region.ts";
import type { StepSide, TowardSide } from "../library/sequence-words.ts";
import type { Direction, Plan, PlanStep } from "./plan.ts";
import { directionOf } from "./step-direction.ts";

type Sides = readonly ("L" | "R")[];

/** Where a stroke points: the region, and what it stands for in the anatomy. */
export interface ResolvedTarget {
  readonly region: string;
  readonly sides: Sides;
  readonly territories: readonly string[];
  readonly nodes: readonly string[];
  /** `false` while the step points to the chosen exit and none is chosen. */
  readonly chosen: boolean;
}

/** A step as ids of the anatomy. */
export interface ResolvedStep {
  readonly region: string;
  readonly kind: Region["kind"];
  readonly sides: Sides;
  readonly territories: readonly string[];
  /** Node stations pressed. */
  readonly nodes: readonly string[];
  /** Bridges worked. */
  readonly anastomoses: readonly string[];
  /** Skin area of the territories, m². */
  readonly area: number;
  readonly toward: ResolvedTarget;
  readonly direction: Direction;
  /** Pa; `undefined` for breathing. */
  readonly pressure: number | undefined;
}

function sidesOfStep(side: StepSide, affected: BodySide): Sides {
  switch (side) {
    case "left":
    case "right":
      return sidesOf(side);
    case "affected":
    case "affected_third":
      return sidesOf(affected);
    case "unaffected":
    case "unaffected_third":
      return otherSides(affected);
    default:
      return ["L", "R"];
  }
}

function thirdTerritories(ids: readonly string[], affected: BodySide): readonly string[] {
  return ids.flatMap((text) => {
    const [whose, id = ""] = text.split(":");
    const sides = whose === "affected" ? sidesOf(affected) : otherSides(affected);
    return sided(id, sides, anatomy.byId.territories);
  });
}

function territoriesOf(region: Region, side: StepSide | undefined, sides: Sides, affected: BodySide) {
  const third = side?.endsWith("_third") ? region.thirds?.[side as keyof typeof region.thirds] : undefined;
  if (third !== undefined) return thirdTerritories(third, affected);
  return region.territories.flatMap((id) => sided(id, sides, anatomy.byId.territories));
}

function nodesOf(region: Region, sides: Sides): readonly string[] {
  return region.nodes.flatMap((id) => sided(id, sides, anatomy.byId.nodeGroups));
}

function targetSides(side: Exclude<TowardSide, "exit">, own: Sides, affected: BodySide): Sides {
  return side === "same_side" ? own : sidesOfStep(side, affected);
}

function targetOf(plan: Plan, step: PlanStep, own: Sides, affected: BodySide): ResolvedTarget {
  const exit = step.towardSide === "exit" ? plan.exit : undefined;
  const id = exit?.region ?? step.toward;
  const region = regionsById.get(id);
  if (region === undefined || (step.towardSide === "exit" && exit === undefined)) {
    return { region: id, sides: [], territories: [], nodes: [], chosen: false };
  }
  const side = exit?.side ?? (step.towardSide === "exit" ? "affected" : step.towardSide);
  const sides = targetSides(side, own, affected);
  return {
    region: id,
    sides,
    territories: territoriesOf(region, undefined, sides, affected),
    nodes: nodesOf(region, sides),
    chosen: true,
  };
}

/**
 * What a step touches and where it points, as ids of the anatomy.
 *
 * Sides: `affected` and `unaffected` follow `affectedSide`; `midline` and `bilateral` are both; a third of the chest
 * takes the territories listed for it; `same_side` is the side the hand lies on.
 *
 * @param affectedSide the plan's own when left out.
 */
export function resolveStep(plan: Plan, step: PlanStep, affectedSide: BodySide = plan.affectedSide): ResolvedStep {
  const region = regionsById.get(step.region);
  const sides = sidesOfStep(step.side, affectedSide);
  const territories = region === undefined ? [] : territoriesOf(region, step.side, sides, affectedSide);
  const areas = territories.map((id) => anatomy.byId.territories.get(id)?.surfaceCm2 ?? 0);
  const resolved = {
    region: step.region,
    kind: region?.kind ?? "region",
    sides,
    territories,
    nodes: region === undefined ? [] : nodesOf(region, sides),
    anastomoses: (region?.anastomoses ?? []).flatMap((id) => sided(id, sides, anatomy.byId.anastomoses)),
    area: areas.reduce((sum, area) => sum + area, 0) * 1e-4,
    toward: targetOf(plan, step, sides, affectedSide),
    pressure: step.pressure,
  };
  return { ...resolved, direction: step.direction ?? directionOf(resolved).direction };
}
