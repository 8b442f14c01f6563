import { unwrap } from "@openlymph/base";
import { libraryWords } from "@openlymph/therapy";
import { expect, test } from "vitest";
import { stepSaid } from "./home-plan.ts";
import { readHomePlan } from "./read-home-plan.ts";

const plan = (affected: string): string => `format: openlymph/plan@1
title: sides
affectedSide: ${affected}
provenance: { tag: assumed, source: this test }
complete: true
steps:
  - { phase: bridge, region: chest_upper, side: affected, stroke: sld_simple_stretch, toward: axilla,
      towardSide: ${affected === "both" ? "affected" : "unaffected"}, pace: 3 s, repetitions: 5, provenance: assumed }
  - { phase: limb, region: forearm, side: affected, stroke: sld_simple_stretch, toward: elbow,
      towardSide: same_side, pace: 3 s, repetitions: 5, provenance: assumed }
`;

test.each([
  ["left", "upper chest, left", "armpit, right", "elbow, left"],
  ["right", "upper chest, right", "armpit, left", "elbow, right"],
  ["both", "upper chest, both sides", "armpit, both sides", "elbow, both sides"],
])("where the %s side is affected a person reads left and right", (affected, place, toward, elbow) => {
  const { steps } = unwrap(readHomePlan(plan(affected), "sides.yaml"));
  const english = libraryWords("en");
  expect(stepSaid(english, steps[0]!)).toMatchObject({ place, toward });
  expect(stepSaid(english, steps[1]!).toward).toBe(elbow);
  expect(stepSaid(libraryWords("de"), steps[0]!).place).not.toBe(place);
});
