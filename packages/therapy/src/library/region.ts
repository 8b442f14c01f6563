import { type Immutable, unknownName } from "@openlymph/anatomy";
import { ok, type Result } from "@openlymph/base";
import { z } from "zod";
import regionsJson from "../../data/regions.json" with { type: "json" };

const ids = z.array(z.string().min(1));

/** A place a hand can lie on or a stroke can point to, and what it covers in the anatomy (ids without side). */
export const regionSchema = z.strictObject({
  label: z.string().min(1),
  territories: ids,
  /** Node stations that are pressed or aimed at. */
  nodes: ids,
  /** Bridges between basins that a stroke here works. */
  anastomoses: ids.optional(),
  kind: z.enum(["basin", "bridge", "limb", "region", "target", "breathing"]),
  caution: z.string().optional(),
  /** The limb it lies on, and how far along: 0 root, 1 tip. */
  limb: z.strictObject({ id: z.enum(["arm", "leg"]), along: z.number().min(0).max(1) }).optional(),
  /** Territories of each third, as `affected:chestUpper`. */
  thirds: z.strictObject({ affected_third: ids, middle_third: ids, unaffected_third: ids }).optional(),
});

export const regionLibrarySchema = z.strictObject({
  _about: z.string(),
  sessionModel: z.record(z.string(), z.string()),
  review: z.literal("draft"),
  regions: z.record(z.string(), regionSchema),
});

export type Region = Immutable<z.infer<typeof regionSchema>> & { readonly id: string };

/** All regions; which territories each covers is assumed from the anatomy of its name, review status `draft`. */
export const regions: readonly Region[] = Object.entries(regionsJson.regions).map(
  ([id, region]) => ({ id, ...region }) as unknown as Region,
);

export const regionsById: ReadonlyMap<string, Region> = new Map(regions.map((region) => [region.id, region]));

/** A region by id, or `reference/unknown` with the closest id. */
export function regionById(id: string): Result<Region> {
  const region = regionsById.get(id);
  return region === undefined ? unknownName("region", id, regionsById.keys()) : ok(region);
}
