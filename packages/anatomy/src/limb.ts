import { anatomy } from "./anatomy.ts";
import type { Territory } from "./schema/territory.ts";

export const limbs = ["arm_L", "arm_R", "leg_L", "leg_R"] as const;
export type Limb = (typeof limbs)[number];

/** Which limb a segment of the body is part of; head, trunk and viscera are missing. */
export const limbOfSegment: Partial<Record<Territory["segment"], "arm" | "leg">> = {
  upperArm: "arm",
  forearm: "arm",
  hand: "arm",
  thigh: "leg",
  shank: "leg",
  foot: "leg",
};

/** Filed under the thigh in the data, but not part of the limb whose volume is measured below the gluteal fold. */
const notOfLimb = new Set(["deepGluteal_L", "deepGluteal_R"]);

/**
 * The limb a territory belongs to, or `undefined` for head, trunk and viscera.
 *
 * The arm is upper arm, forearm and hand with their deep tissue, the muscles of the shoulder included; the leg is
 * thigh, shank and foot without the gluteal region.
 */
export function limbOf(territoryId: string): Limb | undefined {
  const territory = anatomy.byId.territories.get(territoryId);
  if (territory === undefined || notOfLimb.has(territoryId)) return undefined;
  const limb = limbOfSegment[territory.segment];
  return limb === undefined || territory.side === "M" ? undefined : `${limb}_${territory.side}`;
}

const territoriesByLimb = new Map<Limb, readonly string[]>(
  limbs.map((limb) => [limb, anatomy.territories.map(({ id }) => id).filter((id) => limbOf(id) === limb)]),
);

/** The ids of a limb's territories, skin first, from the trunk outward as in the data. */
export function limbTerritories(limb: Limb): readonly string[] {
  return territoriesByLimb.get(limb) ?? [];
}

/** Tissue volume of a healthy limb in m³ (arm about 3.58 L), the reference for "excess in per cent of the limb". */
export function limbVolume(limb: Limb): number {
  const litres = limbTerritories(limb).map((id) => anatomy.byId.territories.get(id)?.volumeL ?? 0);
  return litres.reduce((sum, volume) => sum + volume, 0) * 1e-3;
}
