import { figureScene } from "@openlymph/figure";
import { sessionSteps } from "@openlymph/rehearsal";
import { parsePlan } from "@openlymph/therapy";
import { expect, test } from "vitest";
import { handPlaces, positionAlong, stepsAt } from "./hand.ts";

const text = `format: openlymph/plan@1
title: two steps
affectedSide: left
provenance: { tag: assumed, source: this test }
complete: true
steps:
  - { phase: bridge, region: chest_upper, side: affected_third, stroke: sld_simple_stretch, toward: axilla,
      towardSide: unaffected, pace: 3 s, repetitions: 5, provenance: assumed }
  - { phase: open, region: neck_lateral, side: bilateral, stroke: sld_simple_stretch, toward: shoulder_top,
      towardSide: bilateral, pace: 3 s, repetitions: 5, positions: 3, provenance: assumed }
`;
const read = parsePlan(text, "test.yaml");
const steps = read.ok ? sessionSteps(read.value) : [];
const front = figureScene({ view: "front" });

test("a hand on the left chest that works toward the right armpit lies right of the middle and points left", () => {
  const [chest] = steps;
  const places = chest === undefined ? [] : handPlaces(front, chest);
  expect(places).toHaveLength(1);
  expect(places[0]?.x).toBeGreaterThan(0);
  expect(Math.abs(places[0]?.angle ?? 0)).toBeGreaterThan(150);
});

test("a step on both sides has two hands that mirror each other", () => {
  const neck = steps[1];
  const [left, right] = neck === undefined ? [] : handPlaces(front, neck);
  expect(left?.x).toBeCloseTo(-(right?.x ?? 0), 3);
  expect([left?.mirrored, right?.mirrored]).toEqual([false, true]);
});

test("three positions go from near the target to far from it", () => {
  const neck = steps[1];
  if (neck === undefined) throw new Error("no step");
  const third = (neck.end - neck.start) / 3;
  expect([0.5, 1.5, 2.5].map((n) => positionAlong(neck, neck.start + n * third))).toEqual([0.5, 0, -0.5]);
});

test("between the steps of a time are the one under way and the next; none after the end", () => {
  expect(stepsAt(steps, 1)).toMatchObject({ now: steps[0], next: steps[1], place: 0 });
  expect(stepsAt(steps, 1e6).now).toBeUndefined();
  expect(stepsAt(steps, -5).now).toBeUndefined();
});
