import { regions, regionsById } from "../../library/region.ts";
import type { PlanStep } from "../plan.ts";

type Target = Pick<PlanStep, "toward" | "towardSide">;

/**
 * Where a stroke in a region points when nobody says: into the basin it lies on, up its limb to the next region nearer to
 * the trunk, or with a breath to the thoracic duct. `undefined` elsewhere: on the trunk there are several ways.
 */
export function defaultTarget(id: string): Target | undefined {
  const region = regionsById.get(id);
  if (region === undefined) return undefined;
  if (region.kind === "breathing") return { toward: "thoracic_duct", towardSide: "midline" };
  if (region.kind === "basin") return { toward: id, towardSide: "same_side" };
  const { limb } = region;
  if (limb === undefined) return undefined;
  const nearer = regions
    .filter((other) => other.limb?.id === limb.id && other.limb.along < limb.along && !other.id.endsWith("_whole"))
    .sort((a, b) => (b.limb?.along ?? 0) - (a.limb?.along ?? 0));
  const [next] = nearer;
  return next === undefined ? undefined : { toward: next.id, towardSide: "same_side" };
}
