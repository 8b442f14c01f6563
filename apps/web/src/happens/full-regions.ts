import { limbOf } from "@openlymph/anatomy";
import { mL } from "@openlymph/base";
import type { Rehearsal, TerritoryFinding } from "@openlymph/rehearsal";

/** Less fluid than this above health is not worth a line. */
const least = mL;

/** Regions that hold fluid above health when the session begins, the fullest first. */
export function fullRegions({ findings }: Rehearsal): readonly TerritoryFinding[] {
  return findings.territories.filter(({ excess }) => excess > least).sort((a, b) => b.excess - a.excess);
}

/** Fluid above health in head, neck and trunk when the session begins, m³. */
export function trunkExcess(rehearsal: Rehearsal): number {
  return fullRegions(rehearsal)
    .filter(({ territory }) => limbOf(territory) === undefined)
    .reduce((sum, { excess }) => sum + excess, 0);
}
