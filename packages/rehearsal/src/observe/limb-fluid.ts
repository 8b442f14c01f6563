import { anatomy, type Limb, limbTerritories, limbVolume } from "@openlymph/anatomy";
import type { WholeBodyState } from "@openlymph/physiology";
import type { BodyIndex } from "../body/body-index.ts";

function placesOf(index: BodyIndex, territories: readonly string[]): readonly number[] {
  return territories.map((id) => index.territories.indexOf(id)).filter((k) => k >= 0);
}

function sumOver(places: readonly number[], of: (k: number) => number): number {
  return places.reduce((sum, k) => sum + of(k), 0);
}

/** Fluid above health in the given territories, m³. */
export function excessFluid(
  index: BodyIndex,
  healthy: WholeBodyState,
  state: WholeBodyState,
  territories: readonly string[],
): number {
  return sumOver(placesOf(index, territories), (k) => state.volume[k]! - healthy.volume[k]!);
}

/** Fluid above health in a limb, as a share of the healthy limb's volume. */
export function limbExcessShare(index: BodyIndex, healthy: WholeBodyState, state: WholeBodyState, limb: Limb): number {
  return excessFluid(index, healthy, state, limbTerritories(limb)) / limbVolume(limb);
}

/** Lymph leaving the given territories through their collectors, m³/s. */
export function lymphFlow(index: BodyIndex, state: WholeBodyState, territories: readonly string[]): number {
  const wanted = new Set(territories);
  return index.drains.reduce((sum, { from }, d) => (wanted.has(from) ? sum + state.drainFlow[d]! : sum), 0);
}

/** Tissue pressure (Pa) and protein concentration (kg/m³) of the given territories, weighted by their fluid. */
export function tissueMeans(
  index: BodyIndex,
  state: WholeBodyState,
  territories: readonly string[],
): { pressure: number; protein: number } {
  const places = placesOf(index, territories);
  const volume = sumOver(places, (k) => state.volume[k]!);
  return {
    pressure: sumOver(places, (k) => state.tissuePressure[k]! * state.volume[k]!) / volume,
    protein: sumOver(places, (k) => state.proteinMass[k]!) / volume,
  };
}

/** What slow change made of the given territories: new tissue by scarring (m³), and strength left to the pumps, a mean by flow in health. */
export function slowChange(
  index: BodyIndex,
  healthy: WholeBodyState,
  state: WholeBodyState,
  territories: readonly string[],
): { newTissue: number; pumpHealth: number } {
  const places = placesOf(index, territories);
  const rest = sumOver(places, (k) => healthy.filtration[k]!);
  return {
    newTissue: sumOver(places, (k) => state.scarring[k]! * healthy.volume[k]!),
    pumpHealth: sumOver(places, (k) => state.pumpHealth[k]! * healthy.filtration[k]!) / rest,
  };
}

/** Whether pump or tissue changed slowly anywhere. */
export function remodelled({ scarring, pumpHealth }: WholeBodyState): boolean {
  return scarring.some((share) => share > 0) || pumpHealth.some((share) => share < 1);
}

const partOfSegment = {
  upperArm: "upperArm",
  forearm: "forearm",
  hand: "hand",
  thigh: "thigh",
  shank: "calf",
  foot: "foot",
} as const;

type LimbPart = `${(typeof partOfSegment)[keyof typeof partOfSegment]}_${"L" | "R"}`;

/** Fluid above health in each part of a limb, as a share of the part's volume; what the drawn limb swells by. */
export function segmentExcess(
  index: BodyIndex,
  healthy: WholeBodyState,
  state: WholeBodyState,
): Partial<Record<LimbPart, number>> {
  const sums = new Map<LimbPart, { excess: number; volume: number }>();
  index.territories.forEach((id, k) => {
    const territory = anatomy.byId.territories.get(id);
    const part = partOfSegment[territory?.segment as keyof typeof partOfSegment];
    if (territory === undefined || part === undefined || territory.side === "M" || id.startsWith("deepGluteal")) return;
    const key: LimbPart = `${part}_${territory.side}`;
    const sum = sums.get(key) ?? { excess: 0, volume: 0 };
    sum.excess += state.volume[k]! - healthy.volume[k]!;
    sum.volume += territory.volumeL * 1e-3;
    sums.set(key, sum);
  });
  return Object.fromEntries([...sums].map(([part, { excess, volume }]) => [part, excess / volume]));
}

/** How deep the veil over a territory is drawn, 0 to 1: 1 − exp(−(V/V0 − 1)/1.2), so that it never saturates. */
export function territoryVeil(
  index: BodyIndex,
  healthy: WholeBodyState,
  state: WholeBodyState,
): Record<string, number> {
  return Object.fromEntries(
    index.territories.map((id, k) => {
      const swelling = Math.max(0, state.volume[k]! / healthy.volume[k]! - 1);
      return [id, -Math.expm1(-swelling / 1.2)];
    }),
  );
}
