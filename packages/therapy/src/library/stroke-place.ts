import { z } from "zod";
import placesJson from "../../data/stroke-places.json" with { type: "json" };
import type { Stroke } from "./stroke.ts";

export const strokePlacesSchema = z.strictObject({
  _about: z.string().min(1),
  review: z.literal("draft"),
  tag: z.literal("assumed"),
  /** Words under `where` of a stroke → regions; `any` where they name no part of the body. */
  places: z.record(z.string(), z.union([z.literal("any"), z.array(z.string().min(1)).min(1)])),
});

export const strokePlaces = placesJson.places as Readonly<Record<string, readonly string[] | "any">>;

/** Whether the library places a stroke in a region; words nobody has read as regions place it nowhere. */
export function isPlaced({ where }: Stroke, region: string): boolean {
  return where.some((words) => {
    const places = strokePlaces[words] ?? [];
    return places === "any" || places.includes(region);
  });
}
