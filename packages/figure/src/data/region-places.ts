import json from "../../data/region-places.json" with { type: "json" };
import type { Point, View } from "./schema.ts";

/** Where a hand lies in a view of a region, and where strokes end. */
export interface ViewPlaceData {
  /** The drawn territory it lies in, without its side. */
  readonly in?: string;
  readonly at?: Point;
  readonly reach?: number;
  readonly across?: boolean;
  readonly thirds?: Readonly<Record<string, Point>>;
  readonly to?: Point;
  readonly ends?: Readonly<Record<string, Point>>;
}

export type RegionPlaceData = Readonly<Partial<Record<View, ViewPlaceData>>> & {
  readonly to?: Point;
  readonly open?: string;
};

/** By region, as stored in `data/region-places.json`. */
export const regionPlaces = json.places as unknown as Readonly<Record<string, RegionPlaceData>>;
