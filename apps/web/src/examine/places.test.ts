import { anatomy } from "@openlymph/anatomy";
import { publishedExaminations, tracers } from "@openlymph/rehearsal";
import { expect, test } from "vitest";
import { type InjectionPlace, injected, injectionPlaces } from "./places.ts";

test("every place is skin of the body on both sides, with a tracer that a published number stands beside", () => {
  for (const place of Object.keys(injectionPlaces) as InjectionPlace[]) {
    const { territory, tracer } = injectionPlaces[place];
    for (const side of ["left", "right"] as const) {
      expect(anatomy.byId.territories.has(injected(place, side))).toBe(true);
    }
    expect(tracers.map(({ id }) => id)).toContain(tracer);
    const own = publishedExaminations.filter((each) => each.inject.includes(territory) && each.tracer === tracer);
    expect(own.length).toBeGreaterThan(0);
  }
});
