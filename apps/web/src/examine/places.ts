/** Where a tracer is injected in the clinic, and what is usually injected there. */
export const injectionPlaces = {
  hand: { territory: "handDorsum", tracer: "icg" },
  forearm: { territory: "forearmVolar", tracer: "igg" },
  foot: { territory: "footDorsumMedial", tracer: "nanocolloid" },
} as const;
export type InjectionPlace = keyof typeof injectionPlaces;
export type InjectionSide = "left" | "right";

/** Id of the injected territory. */
export function injected(place: InjectionPlace, side: InjectionSide): string {
  return `${injectionPlaces[place].territory}_${side === "left" ? "L" : "R"}`;
}
