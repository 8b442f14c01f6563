import { parseQuantity } from "@openlymph/base";
import { describe, expect, it } from "vitest";
import effectJson from "../../data/effect.json" with { type: "json" };
import errorJson from "../../data/error.json" with { type: "json" };
import instrumentsJson from "../../data/instruments.json" with { type: "json" };
import protocolsJson from "../../data/protocols.json" with { type: "json" };
import stagingJson from "../../data/staging.json" with { type: "json" };
import thresholdsJson from "../../data/thresholds.json" with { type: "json" };
import { detectableShare } from "../error/detectable-change.ts";
import { effectSchema } from "./effect-settings.ts";
import { errorRecord, errorsSchema } from "./error-model.ts";
import { bandWords, instruments, instrumentsSchema } from "./instruments.ts";
import { protocolById, protocols, protocolsSchema } from "./protocol.ts";
import { islStages, staging, stagingSchema } from "./staging.ts";
import { thresholds, thresholdsSchema } from "./thresholds.ts";

describe("the library of measuring", () => {
  it("reads by its schemas", () => {
    expect(effectSchema.parse(effectJson)).toEqual(effectJson);
    expect(errorsSchema.parse(errorJson)).toEqual(errorJson);
    expect(instrumentsSchema.parse(instrumentsJson)).toEqual(instrumentsJson);
    expect(protocolsSchema.parse(protocolsJson)).toEqual(protocolsJson);
    expect(stagingSchema.parse(stagingJson)).toEqual(stagingJson);
    expect(thresholdsSchema.parse(thresholdsJson)).toEqual(thresholdsJson);
  });

  it("has protocols for both limbs, both steps and both models, under names of their own", () => {
    const kinds = protocols.map(({ limb, model, step_cm }) => `${limb} ${model} ${step_cm}`);
    for (const limb of ["arm", "leg"]) {
      for (const kind of ["frustum 4", "frustum 8", "disk 4"]) expect(kinds).toContain(`${limb} ${kind}`);
    }
    expect(new Set(protocols.map(({ id }) => id)).size).toBe(protocols.length);
    expect(protocolById("arm_4")).toMatchObject({ code: "reference/unknown", hint: "Did you mean arm_4cm?" });
  });

  it("takes every second mark of a protocol for its short form, from the same first mark", () => {
    for (const short of protocols.filter(({ shortOf }) => shortOf !== undefined)) {
      const full = protocols.find(({ id }) => id === short.shortOf);
      expect(short).toMatchObject({ step_cm: 2 * (full?.step_cm ?? 0), limb: full?.limb, model: full?.model });
      expect(short.start.offset_cm).toBe(full?.start.offset_cm);
      expect(short.agreement?.text).toBeTruthy();
    }
  });

  it("calls single changes under 5 % of a self-measured limb noise", () => {
    for (const limb of ["arm", "leg"] as const) {
      expect(detectableShare(errorRecord("tape", limb, "self").within_percent / 100)).toBeCloseTo(0.05, 3);
    }
    expect(errorRecord("water", "leg", "self").id).toBe("water");
  });

  it("keeps stage and severity apart, severity without gaps", () => {
    expect(staging.stages.map(({ id }) => id)).toEqual([...islStages]);
    const [minimal, moderate, severe] = staging.severity;
    expect([minimal?.below_percent, moderate?.below_percent]).toEqual([moderate?.from_percent, severe?.from_percent]);
  });

  it("writes every line with its unit", () => {
    const dimensions = { excess: "fraction", rvc: "fraction", difference: "volume", girth: "length" } as const;
    for (const { of, above } of thresholds.rules) {
      const dimension = dimensions[of as keyof typeof dimensions] ?? "fraction";
      expect(parseQuantity(Number.isNaN(Number(above)) ? above : Number(above), dimension).ok, above).toBe(true);
    }
  });

  it("ships no licensed instrument", () => {
    const names = JSON.stringify(instruments).toLowerCase();
    for (const licensed of ["lymqol", "llis", "ull-27", "fact-b", "promis", "who-5"])
      expect(names).not.toContain(licensed);
    expect(bandWords(instruments.rating.bands, 6)).toBe("moderate");
  });
});
