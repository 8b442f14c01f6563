import { day, hour } from "@openlymph/base";
import fc from "fast-check";
import { expect, test } from "vitest";
import { advance, phaseAt, placeAt, timeAt, timelineOf } from "./timeline.ts";

const arm = timelineOf({ buildUpStart: -730 * day, sessionEnd: 228, end: 24 * hour });

test("weeks, session and hours after stand in this order and fill the line", () => {
  expect(arm.phases.map(({ name }) => name)).toEqual(["weeks", "session", "after"]);
  expect(arm.phases[0]?.from).toBe(0);
  expect(arm.phases.at(-1)?.to).toBeCloseTo(1, 12);
  expect(timeAt(arm, 0)).toBe(-730 * day);
  expect(timeAt(arm, 1)).toBe(24 * hour);
});

test("a healthy body has no weeks before the session", () => {
  const healthy = timelineOf({ buildUpStart: 0, sessionEnd: 228, end: hour });
  expect(healthy.phases.map(({ name }) => name)).toEqual(["session", "after"]);
  expect(timeAt(healthy, 0)).toBe(0);
});

test("place and time are each other's inverse", () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (place) => {
      expect(placeAt(arm, timeAt(arm, place))).toBeCloseTo(place, 9);
    }),
  );
});

test("a session of 228 s is watched in 22.8 s, and playing goes on into the hours after", () => {
  const start = placeAt(arm, 0);
  expect(timeAt(arm, advance(arm, start, 10))).toBeCloseTo(100, 6);
  const after = advance(arm, start, 22.8 + 3);
  expect(phaseAt(arm, after)?.name).toBe("after");
  expect(timeAt(arm, after)).toBeCloseTo(228 + 3 * (arm.phases[2]?.rate ?? 0), 3);
});

test("playing in small steps leads where playing at once leads, and stops at the end", () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 1, max: 200 }), (place, steps) => {
      let at = place;
      for (let i = 0; i < steps; i++) at = advance(arm, at, 0.25);
      expect(at).toBeCloseTo(advance(arm, place, 0.25 * steps), 8);
      expect(at).toBeLessThanOrEqual(1);
    }),
  );
});

test("neither the weeks nor the hours after take longer than about ten seconds to watch", () => {
  for (const phase of arm.phases.filter(({ name }) => name !== "session")) {
    expect((phase.end - phase.start) / phase.rate).toBeLessThanOrEqual(13);
  }
});
