import { anatomy, sided } from "@openlymph/anatomy";
import { mmHg, unwrap } from "@openlymph/base";
import { describe, expect, it } from "vitest";
import composedJson from "../../data/composed-sequences.json" with { type: "json" };
import evidenceJson from "../../data/evidence.json" with { type: "json" };
import lintRulesJson from "../../data/lint-rules.json" with { type: "json" };
import regionsJson from "../../data/regions.json" with { type: "json" };
import sequencesJson from "../../data/sequences.json" with { type: "json" };
import placesJson from "../../data/stroke-places.json" with { type: "json" };
import strokesJson from "../../data/strokes.json" with { type: "json" };
import { planDuration, planFromSequence } from "../index.ts";
import { evidenceSchema } from "./evidence.ts";
import { lintRulesSchema } from "./lint-rule.ts";
import { regionById, regionLibrarySchema, regions, regionsById } from "./region.ts";
import { composedSequencesSchema, sequenceLibrarySchema, sequenceSources, sequences } from "./sequence.ts";
import { defaultPressure, strokeById, strokeLibrarySchema, strokes, strokesById } from "./stroke.ts";
import { strokePlaces, strokePlacesSchema } from "./stroke-place.ts";

describe("the data files", () => {
  it.each([
    ["strokes", strokeLibrarySchema, strokesJson],
    ["regions", regionLibrarySchema, regionsJson],
    ["sequences", sequenceLibrarySchema, sequencesJson],
    ["composed sequences", composedSequencesSchema, composedJson],
    ["stroke places", strokePlacesSchema, placesJson],
    ["lint rules", lintRulesSchema, lintRulesJson],
    ["evidence", evidenceSchema, evidenceJson],
  ])("%s meet their schema", (_name, schema, data) => {
    expect(schema.safeParse(data).error?.issues ?? []).toEqual([]);
    expect(schema.safeParse({ ...data, extra: 1 }).success).toBe(false);
  });

  it("name only what the anatomy knows, on both sides", () => {
    const sides = ["L", "R"] as const;
    for (const region of regions) {
      for (const id of region.territories) expect(sided(id, sides, anatomy.byId.territories), id).toHaveLength(2);
      for (const id of region.nodes) expect(sided(id, sides, anatomy.byId.nodeGroups), id).not.toEqual([]);
      for (const id of region.anastomoses ?? []) expect(sided(id, sides, anatomy.byId.anastomoses), id).not.toEqual([]);
      for (const third of Object.values(region.thirds ?? {}).flat()) {
        const [whose, id = ""] = third.split(":");
        expect(["affected", "unaffected"]).toContain(whose);
        expect(anatomy.byId.territories.has(`${id}_L`), third).toBe(true);
      }
    }
  });

  it("read every word for where a stroke is used as regions, and no others", () => {
    expect(Object.keys(strokePlaces).sort()).toEqual([...new Set(strokes.flatMap(({ where }) => where))].sort());
    for (const places of Object.values(strokePlaces)) {
      if (places !== "any") for (const region of places) expect(regionsById.has(region), region).toBe(true);
    }
  });

  it("build sequences of known regions and strokes, numbered from 1, with the times they state", () => {
    for (const sequence of sequences) {
      expect(sequence.steps.map(({ n }) => n)).toEqual(sequence.steps.map((_, at) => at + 1));
      expect(sequenceSources(sequence).every((source) => source.length > 5)).toBe(true);
      for (const step of sequence.steps) {
        expect(regionsById.has(step.region) && regionsById.has(step.toward), step.region).toBe(true);
        expect(strokesById.has(step.stroke), step.stroke).toBe(true);
        expect(step.seconds).toBe(step.reps * step.positions * step.cycle_s);
      }
      const plan = unwrap(planFromSequence(sequence.id));
      const without = planDuration(plan, { optional: false });
      expect(Math.abs(without.stroking / 60 - sequence.strokeMinutes)).toBeLessThan(0.0501);
      expect(Math.abs(without.withMoving / 60 - sequence.estimatedMinutes)).toBeLessThan(0.0501);
      expect(Math.abs(planDuration(plan).withMoving / 60 - sequence.estimatedMinutesWithOptional)).toBeLessThan(0.0501);
    }
  });

  it("never state hours or days for the effect of one session", () => {
    for (const { fact } of evidenceJson.durationOfEffect) expect(fact).not.toMatch(/\d+ ?(h|hours?|days?)\b/);
  });
});

describe("defaultPressure", () => {
  it("is 30 mmHg, inside the range of the stroke, and none for breathing", () => {
    for (const stroke of strokes) {
      const pressure = defaultPressure(stroke);
      if (stroke.pressure_mmHg === null) expect(pressure).toBeUndefined();
      else expect(pressure! / mmHg).toBeGreaterThanOrEqual(stroke.pressure_mmHg[0] - 1e-9);
    }
    expect(defaultPressure(unwrap(strokeById("sld_simple_stretch")))).toBeCloseTo(30 * mmHg);
    expect(defaultPressure(unwrap(strokeById("foldi_fibrosis")))).toBeCloseTo(60 * mmHg);
  });
});

describe("lookups", () => {
  it("suggest the closest name", () => {
    expect(strokeById("vodder_pum")).toMatchObject({ hint: "Did you mean vodder_pump?" });
    expect(regionById("axila")).toMatchObject({ code: "reference/unknown", hint: "Did you mean axilla?" });
  });
});
