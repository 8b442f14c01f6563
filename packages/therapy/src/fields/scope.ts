import { anatomy, limbOf, limbOfSegment, limbTerritories, sideOf, type Territory } from "@openlymph/anatomy";
import { type Document, type Failure, fieldFailure, ok, type Result } from "@openlymph/base";
import { z } from "zod";
import { regionsById } from "../library/region.ts";
import { type BodySide, bodySides, sidesOf } from "./body-side.ts";
import { namedField, wordField } from "./named-field.ts";

export const limbWords = ["arm", "leg"] as const;
export type LimbWord = (typeof limbWords)[number];

const segments = ["headNeck", "trunk", "upperArm", "forearm", "hand", "thigh", "shank", "foot"] as const;
/** Fields that say which part of the body something concerns. */
export const scopeFields = {
  limb: wordField("limb", limbWords).optional(),
  segments: z.array(wordField("segment", segments)).min(1, "at least one segment").optional(),
  region: namedField("region", regionsById).optional(),
  territories: z.array(namedField("territory", anatomy.byId.territories)).min(1, "at least one territory").optional(),
  side: wordField("side", bodySides).optional(),
};

export type WrittenScope = Partial<{
  limb: LimbWord | undefined;
  segments: readonly Territory["segment"][] | undefined;
  region: string | undefined;
  territories: readonly string[] | undefined;
  side: BodySide | undefined;
}>;

/** A part of the body as territory ids, with the words it was written in. */
export interface Scope {
  readonly limb?: LimbWord;
  readonly side?: BodySide;
  readonly region?: string;
  /** Ids of the territories, skin and deep tissue. */
  readonly territories: readonly string[];
}

/** Whether anything is said about where. */
export function hasScope(written: WrittenScope): boolean {
  return [written.limb, written.segments, written.region, written.territories].some((field) => field !== undefined);
}

function ofSides(ids: readonly string[], side: BodySide): readonly string[] {
  const sides = sidesOf(side);
  return ids.filter((id) => sides.some((one) => sideOf(id) === one));
}

function segmentTerritories(written: WrittenScope): readonly string[] {
  return anatomy.territories
    .filter(({ id, segment }) => {
      if (written.segments?.includes(segment) !== true) return false;
      return limbOfSegment[segment] === undefined || limbOf(id) !== undefined;
    })
    .map(({ id }) => id);
}

function sideFailure(document: Document, path: readonly PropertyKey[], written: WrittenScope): Failure | undefined {
  const needsSide = written.territories === undefined;
  if (needsSide && written.side === undefined) {
    return fieldFailure(document, [...path, "side"], { code: "field/missing", expected: "side: left, right or both" });
  }
  if (!needsSide && written.side !== undefined) {
    return fieldFailure(document, [...path, "side"], {
      code: "field/invalid",
      expected: "no side beside territories, whose ids carry it",
    });
  }
  const stray = written.segments?.findIndex(
    (segment) => written.limb !== undefined && limbOfSegment[segment] !== written.limb,
  );
  if (stray === undefined || stray < 0) return undefined;
  const own = segments.filter((segment) => limbOfSegment[segment] === written.limb);
  return fieldFailure(document, [...path, "segments", stray], {
    code: "field/invalid",
    expected: `segments of the ${written.limb}: ${own.join(", ")}`,
  });
}

/**
 * Turns `limb`, `segments`, `region` or `territories` with `side` into territory ids. `limb` with `segments` means these
 * segments; `limb` alone means all of it, skin and muscle.
 *
 * @param path where the fields stand in the document.
 */
export function resolveScope(document: Document, path: readonly PropertyKey[], written: WrittenScope): Result<Scope> {
  const ways = [written.limb ?? written.segments, written.region, written.territories];
  if (ways.filter((way) => way !== undefined).length !== 1) {
    return fieldFailure(document, path, {
      code: hasScope(written) ? "field/invalid" : "field/missing",
      expected: "where: one of limb (with or without segments), segments, region, territories",
    });
  }
  const failure = sideFailure(document, path, written);
  if (failure !== undefined) return failure;
  const { limb, region, territories, side = "both" } = written;
  const scope = {
    ...(limb === undefined ? {} : { limb }),
    ...(written.side === undefined ? {} : { side }),
    ...(region === undefined ? {} : { region }),
  };
  if (territories !== undefined) return ok({ ...scope, territories: [...new Set(territories)] });
  if (written.segments !== undefined) {
    return ok({ ...scope, territories: ofSides(segmentTerritories(written), side) });
  }
  if (limb !== undefined) {
    return ok({ ...scope, territories: sidesOf(side).flatMap((one) => limbTerritories(`${limb}_${one}`)) });
  }
  const found = regionScope(region ?? "", side);
  if (found.territories.length === 0) {
    return fieldFailure(document, [...path, "region"], {
      code: "field/invalid",
      expected: "a region that covers skin",
    });
  }
  return ok(found);
}

/** A region of the library on one side or both; without territories where it covers no skin. */
export function regionScope(region: string, side: BodySide): Scope {
  const covered = regionsById.get(region)?.territories ?? [];
  return { side, region, territories: sidesOf(side).flatMap((one) => covered.map((id) => `${id}_${one}`)) };
}

const same = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((id, at) => id === b[at]);

/** The fields that `resolveScope` turns into this scope again. */
export function writtenScope({ limb, region, side, territories }: Scope): WrittenScope {
  if (region !== undefined) return { region, side };
  if (side === undefined) return { territories };
  const all = limb === undefined ? [] : sidesOf(side).flatMap((one) => limbTerritories(`${limb}_${one}`));
  if (limb !== undefined && same(territories, all)) return { limb, side };
  const covered = territories.map((id) => anatomy.byId.territories.get(id)?.segment);
  const named = segments.filter((segment) => covered.includes(segment));
  return { ...(limb === undefined ? {} : { limb }), segments: named, side };
}
