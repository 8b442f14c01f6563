import { anatomy, type Limb, limbs, limbTerritories, limbVolume, type Territory } from "@openlymph/anatomy";

/** A limb, or a part of the body that is none: head and neck without the brain, and the wall of the trunk. */
export type BodyPart = Limb | "headNeck" | "trunk";

/** The parts that are no limb, with their names. */
export const otherParts = [
  { part: "headNeck", name: "head and neck" },
  { part: "trunk", name: "wall of the trunk" },
] as const;

/** All of them, limbs first. */
export const bodyParts: readonly BodyPart[] = [...limbs, ...otherParts.map(({ part }) => part)];

function territoriesOf(part: "headNeck" | "trunk"): readonly Territory[] {
  return anatomy.territories.filter(({ id, segment }) => segment === part && !id.startsWith("brainMeninges"));
}

/** The ids of a part's territories. */
export function partTerritories(part: BodyPart): readonly string[] {
  return part === "headNeck" || part === "trunk" ? territoriesOf(part).map(({ id }) => id) : limbTerritories(part);
}

/** Tissue volume of a healthy part, m³. */
export function partVolume(part: BodyPart): number {
  if (part !== "headNeck" && part !== "trunk") return limbVolume(part);
  return territoriesOf(part).reduce((sum, { volumeL }) => sum + volumeL * 1e-3, 0);
}
