import type { RegionPlace } from "@openlymph/figure";

/** The drawn body as Home shows it: pictures and places, made while the app is built. */
export type BodyView = "front" | "back";

export interface PlacedView {
  readonly places: readonly RegionPlace[];
}

export type BodyPlaces = Readonly<Record<BodyView, PlacedView>>;

export const placesName = "home-places.json";
export const bodyName = (view: BodyView, theme: "light" | "dark"): string => `home-body-${view}-${theme}.svg`;
