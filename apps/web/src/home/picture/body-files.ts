/** The drawn body as Home shows it: pictures and places, made while the app is built. */
export type BodyView = "front" | "back";

export interface PlacedView {
  readonly territories: readonly { readonly id: string; readonly label: readonly [x: number, y: number] }[];
  readonly nodes: readonly { readonly id: string; readonly x: number; readonly y: number }[];
}

export type BodyPlaces = Readonly<Record<BodyView, PlacedView>>;

export const placesName = "home-places.json";
export const bodyName = (view: BodyView, theme: "light" | "dark"): string => `home-body-${view}-${theme}.svg`;
