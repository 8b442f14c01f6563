import { hour, mmHg, unwrap } from "@openlymph/base";
import { type BodyCondition, healthyCondition } from "@openlymph/physiology";
import { parseHistory } from "@openlymph/therapy";
import { describe, expect, it } from "vitest";
import { healthyBody } from "./healthy-body.ts";
import { historyCondition } from "./history-condition.ts";

const body = healthyBody();
const head =
  "format: openlymph/history@1\ntitle: a case\nprovenance: { tag: assumed, source: a test }\nasOf: 2026-06-30\n";

function conditionOf(yaml: string) {
  const condition = historyCondition(unwrap(parseHistory(`${head}${yaml}`, "case.yaml")), body, 3 * 24 * hour);
  return {
    ...condition,
    at(time: number): BodyCondition {
      const out = healthyCondition(body);
      condition.apply(time, out);
      return out;
    },
  };
}

const node = (id: string) => body.junctionIds.indexOf(id);
const territory = (id: string) => body.spec.compartments.findIndex((compartment) => compartment.id === id);
const years = (n: number) => n * 365 * 24 * hour;

describe("historyCondition", () => {
  it("leaves a body to which nothing happened as it is", () => {
    const healthy = conditionOf("");
    expect(healthy.at(0)).toEqual(healthyCondition(body));
    expect(healthy.start).toBe(0);
  });

  it("removes nodes from the day of the operation on, and keeps the bypass", () => {
    const operated = conditionOf(
      "procedures:\n  - { procedure: ALND_I_III, side: left, date: 2025-06-30 }\nassume:\n  - { bypass: 0.01 }\n",
    );
    expect(operated.start).toBe(-years(1));
    expect(operated.at(-years(1) - hour)).toEqual(healthyCondition(body));
    const after = operated.at(-years(1) + hour);
    expect(after.removed[node("AXANT_L")]).toBe(0.97);
    expect(after.conductance[node("AXANT_L")]).toBeCloseTo(1 - 0.97 + 0.01 * 0.97, 12);
    expect(after.conductance[node("AXANT_R")]).toBe(1);
  });

  it("lets every further operation and radiation take its share of what is left", () => {
    const one = "  - { procedure: SLNB_AX, side: left, date: 2025-06-30 }\n";
    const two = "  - { procedure: ALND_I, side: left, date: 2026-01-01 }\n";
    const rays = "  - { procedure: AXRT, part: radiotherapy, side: left, date: 2026-02-01 }\n";
    const twice = conditionOf(`procedures:\n${one}${two}assume:\n  - { bypass: 0 }\n`).at(0);
    expect(twice.removed[node("AXANT_L")]).toBeCloseTo(1 - (1 - 0.3) * (1 - 0.95), 12);
    const thrice = conditionOf(`procedures:\n${one}${two}${rays}assume:\n  - { bypass: 0 }\n`).at(0);
    expect(thrice.conductance[node("AXANT_L")]).toBeCloseTo(0.7 * 0.05 * (1 - 0.6), 12);
  });

  it("weakens the pumps of one limb and of no other", () => {
    const weak = conditionOf("assume:\n  - { pumpStrength: 0.5, limb: leg, side: right }\n").at(0);
    expect(weak.strength[territory("footPlantar_R")]).toBe(0.5);
    expect(weak.strength[territory("footPlantar_L")]).toBe(1);
    expect(weak.strength[territory("deepGluteal_R")]).toBe(1);
  });

  it("lets an infection begin and end", () => {
    const ill = conditionOf("events:\n  - infection: { limb: arm, side: left }\n    at: 6 h\n    for: 2 d\n");
    const hand = territory("handPalm_L");
    expect(ill.at(5 * hour).filtrationFactor[hand]).toBe(1);
    expect(ill.at(7 * hour).filtrationFactor[hand]).toBe(3);
    expect(ill.at(7 * hour).reflection[hand]).toBe(0.75);
    expect(ill.at(7 * hour).conductance[node("AXAP_L")]).toBe(0.4);
    expect(ill.at(7 * hour).conductance[node("AXAP_R")]).toBe(1);
    expect(ill.at(55 * hour)).toEqual(healthyCondition(body));
    expect(ill.breaks).toEqual([6 * hour, 54 * hour]);
  });

  it("stands the body up every day, and presses a sleeve on it", () => {
    const standing = conditionOf("events:\n  - { posture: upright, from: 08:00, to: 20:00, repeat: daily }\n");
    const foot = territory("footPlantar_L");
    const rise = (time: number) => standing.at(time).capillaryRise[foot]! / mmHg;
    expect(rise(7 * hour)).toBe(0);
    expect(rise(9 * hour)).toBeCloseTo((0.05 * 1000 * 9.81 * (0.99 - 0.28) * 1.75) / mmHg, 6);
    expect(rise(21 * hour)).toBe(0);
    expect(rise(33 * hour)).toBe(rise(9 * hour));
    const pressed = conditionOf("events:\n  - { sleeve: 30 mmHg, limb: arm, side: left, at: 0 h, for: 8 h }\n").at(
      hour,
    );
    expect(pressed.tissueSqueeze[territory("handPalm_L")]! / mmHg).toBeCloseTo(24);
    expect(pressed.filtrationSqueeze[territory("handPalm_L")]! / mmHg).toBeCloseTo(24 * 0.06);
  });

  it("cuts the bundles that an operation cuts, as far as they do not join again", () => {
    const stripped = (more: string) =>
      conditionOf(`procedures:\n  - { procedure: GSV_HARVEST, side: left, date: 2026-01-01 }\n${more}`).at(0);
    const drain = (condition: BodyCondition, id: string) => condition.drainGain[body.drainStart[territory(id)]!]!;
    expect(drain(stripped(""), "legAnteromedial_L")).toBeLessThan(0.9);
    expect(drain(stripped(""), "legAnteromedial_R")).toBe(1);
    expect(drain(stripped("assume:\n  - { cutCollectors: 0 }\n"), "legAnteromedial_L")).toBe(1);
    const all = stripped("assume:\n  - { cutCollectors: 1 }\n");
    expect(drain(all, "legAnteromedial_L")).toBeLessThan(drain(stripped(""), "legAnteromedial_L"));
  });

  it("lets what was lost grow back over weeks, and torn collectors too", () => {
    const operated = "procedures:\n  - { procedure: ALND_I_III, side: left, date: 2025-06-30 }\n";
    const growing = conditionOf(`${operated}assume:\n  - { bypass: 0 }\n  - { regrowth: 0.5 }\n`);
    const left = (time: number) => growing.at(time).conductance[node("AXANT_L")]!;
    expect(left(-years(1))).toBeCloseTo(0.03, 12);
    expect(left(-years(1) + 60 * 24 * hour)).toBeCloseTo(0.03 + 0.5 * 0.97 * (1 - Math.exp(-1)), 12);
    const hand = territory("handPalm_L");
    const torn = conditionOf("events:\n  - injury: { limb: arm, side: left }\n    at: 0 h\n    for: 7 d\n");
    const gain = (time: number) => torn.at(time).drainGain[body.drainStart[hand]!]!;
    expect(gain(0)).toBeCloseTo(0.7, 12);
    expect(gain(years(2))).toBeCloseTo(0.85, 3);
    expect(torn.at(hour).filtrationFactor[hand]).toBe(2);
    expect(torn.at(years(1)).filtrationFactor[hand]).toBe(1);
  });

  it("blocks, leaves out and leaks as assumed", () => {
    const { at } = conditionOf(
      "assume:\n  - { obstruction: 1, nodes: [CILI_L] }\n  - { hypoplasia: 40 %, limb: leg, side: left }\n" +
        "  - { valveIncompetence: 5 %, limb: leg, side: left }\n  - { venousHypertension: 10 mmHg, limb: leg, side: left }\n" +
        "  - { remodelling: 1 }\n",
    );
    const foot = territory("footPlantar_L");
    const condition = at(0);
    expect(condition.conductance[node("CILI_L")]).toBe(1e-4);
    expect(condition.drainGain[body.drainStart[foot]!]).toBeCloseTo(0.6, 12);
    expect(condition.incompetence[body.drainStart[foot]!]).toBe(0.05);
    expect(condition.incompetence[body.drainStart[territory("footPlantar_R")]!]).toBe(0);
    expect(condition.capillaryRise[foot]! / mmHg).toBeCloseTo(8, 9);
    expect(condition.remodelling.every((rate) => rate === 1)).toBe(true);
  });

  it("walks, works and warms", () => {
    const foot = territory("footPlantar_L");
    const calf = territory("deepLeg_L");
    const standing = conditionOf("events:\n  - { posture: upright, at: 0 h, for: 8 h }\n").at(hour);
    const walking = conditionOf(
      "events:\n  - { posture: upright, at: 0 h, for: 8 h }\n  - { walking: upright, at: 1 h, for: 1 h }\n",
    );
    expect(walking.at(1.5 * hour).capillaryRise[foot]).toBeCloseTo(0.3 * standing.capillaryRise[foot]!, 9);
    expect(walking.at(1.5 * hour).drainGain[body.drainStart[calf]!]).toBe(4);
    expect(walking.at(1.5 * hour).drainGain[body.drainStart[foot]!]).toBe(1.5);
    expect(walking.at(3 * hour).capillaryRise[foot]).toBe(standing.capillaryRise[foot]);
    const arm = conditionOf("events:\n  - exercise: { limb: arm, side: left }\n    at: 0 h\n    for: 1 h\n").at(0);
    expect(arm.drainGain[body.drainStart[territory("deepForearm_L")]!]).toBe(4);
    expect(arm.drainGain[body.drainStart[calf]!]).toBe(1);
    const warm = conditionOf("events:\n  - { heat: 5 K, limb: arm, side: left, at: 0 h, for: 1 h }\n").at(0);
    expect(warm.drainGain[body.drainStart[territory("handPalm_L")]!]).toBeCloseTo(Math.sqrt(2.35), 12);
  });
});
