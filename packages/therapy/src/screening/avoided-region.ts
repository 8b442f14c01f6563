import { anatomy, sided } from "@openlymph/anatomy";
import { sidesOf } from "../fields/body-side.ts";
import type { Scope } from "../fields/scope.ts";
import { contraindicationLibrary } from "../library/contraindication.ts";
import { type Region, regions, regionsById } from "../library/region.ts";

/** A place that is left out, with everything it covers. */
export interface AvoidedRegion {
  /** Id of the place in the rules: `abdomen`, `wound_zone`. */
  readonly id: string;
  readonly label: string;
  /** Ids of the library's regions that lie in it or overlap with it. */
  readonly regions: readonly string[];
  /** Ids of the territories, with their side. */
  readonly territories: readonly string[];
  /** Ids of the node groups, with their side. */
  readonly nodes: readonly string[];
  /** The rules that ask for it. */
  readonly rules: readonly string[];
  /** `false`: a place of the person, and the answers do not say where it is. */
  readonly located: boolean;
}

const bothSides = ["L", "R"] as const;

function territoriesOf(region: Region, sides: readonly ("L" | "R")[]): readonly string[] {
  return region.territories.flatMap((id) => sided(id, sides, anatomy.byId.territories));
}

function nodesOf(region: Region, sides: readonly ("L" | "R")[]): readonly string[] {
  return region.nodes.flatMap((id) => sided(id, sides, anatomy.byId.nodeGroups));
}

interface Covered {
  readonly regions: readonly string[];
  readonly territories: readonly string[];
  readonly nodes: readonly string[];
}

function ofRegions(ids: readonly string[]): Covered {
  const found = ids.flatMap((id) => regionsById.get(id) ?? []);
  return {
    regions: ids,
    territories: found.flatMap((region) => territoriesOf(region, bothSides)),
    nodes: found.flatMap((region) => nodesOf(region, bothSides)),
  };
}

function ofScope({ region, side, territories }: Scope): Covered {
  const named = regionsById.get(region ?? "");
  const overlapping = regions.filter((one) => territoriesOf(one, bothSides).some((id) => territories.includes(id)));
  return {
    regions: [...(named === undefined ? [] : [named.id]), ...overlapping.map(({ id }) => id)],
    territories,
    nodes: named === undefined ? [] : nodesOf(named, sidesOf(side ?? "both")),
  };
}

function joined(parts: readonly Covered[]): Covered {
  const all = (key: keyof Covered) => [...new Set(parts.flatMap((part) => part[key]))].sort();
  return { regions: all("regions"), territories: all("territories"), nodes: all("nodes") };
}

/**
 * The union of what rules leave out.
 *
 * @param asked by rule, the places it asks to leave out.
 * @param where by rule, where the places of the person are.
 */
export function avoidedRegions(
  asked: ReadonlyMap<string, readonly string[]>,
  where: Readonly<Record<string, readonly Scope[]>>,
): readonly AvoidedRegion[] {
  const rulesByPlace = new Map<string, string[]>();
  for (const [rule, places] of asked) {
    for (const place of places) rulesByPlace.set(place, [...(rulesByPlace.get(place) ?? []), rule]);
  }
  return [...rulesByPlace].map(([id, rules]) => {
    const place = contraindicationLibrary.places[id];
    const scopes = place?.ofThePerson === true ? rules.flatMap((rule) => where[rule] ?? []) : [];
    return {
      id,
      label: place?.label ?? id,
      ...joined([ofRegions(place?.regions ?? []), ...scopes.map(ofScope)]),
      rules,
      located: place?.ofThePerson !== true || rules.every((rule) => (where[rule] ?? []).length > 0),
    };
  });
}
