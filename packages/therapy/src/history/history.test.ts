import { readdirSync, readFileSync } from "node:fs";
import { anatomy, combinedEffect, limbTerritories } from "@openlymph/anatomy";
import { day, describeFailure, hour, mmHg, unwrap } from "@openlymph/base";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dateSeconds } from "../fields/moment.ts";
import { limbsAtRisk, parseHistory } from "../index.ts";

const good = `format: openlymph/history@1
title: A left arm
body: { build: female, height: 165 cm }
asOf: 2026-11-22
procedures:
  - { procedure: ALND_I_III, side: left, date: 2024-11-22 }
  - { procedure: ALND_RLNR, part: radiotherapy, side: left, date: 2024-12-22 }
conditions:
  - { condition: lymphedema, limb: arm, side: left, stage: II, since: 2025-03-01 }
assume:
  - { pumpStrength: 0.5, limb: arm, side: left, from: procedures }
  - { bypass: 1 % }
events:
  - infection: { segments: [forearm, hand], side: left }
    at: 6 h
    for: 5 d
    factors: { filtration: 4 }
  - { posture: upright, from: 08:00, to: 24:00, repeat: daily }
  - { sleeve: 30 mmHg, limb: arm, side: left, at: 2026-11-24, for: 8 h }
`;

function history(text: string) {
  return unwrap(parseHistory(text, "history.yaml"));
}

/** A small history with one more line under a list. */
function withItem(list: "procedures" | "conditions" | "assume" | "events", item: string): string {
  return `format: openlymph/history@1\ntitle: one\nasOf: 2026-11-22\n${list}:\n  - ${item}\n`;
}

describe("parseHistory", () => {
  const read = history(good);

  it("gives each procedure its time and its effect", () => {
    const [clearance, radiation] = read.procedures;
    expect(clearance).toMatchObject({ name: "axillary dissection levels I-III", at: -730 * day, part: "all" });
    expect(clearance?.effect.removed["AXCEN_L"]).toBe(1);
    expect(radiation?.effect).toMatchObject({ removed: {}, fibrosis: { SCLAV_L: 0.6 } });
    expect(read.body).toEqual({ build: "female", height: expect.closeTo(1.65) });
    expect(read.reviewStatus).toBe("draft");
  });

  it("marks what only the model needs as assumed, and says where it holds", () => {
    const [pump, bypass] = read.assume;
    expect(pump).toMatchObject({ kind: "pumpStrength", value: 0.5, assumed: true, at: -730 * day });
    expect(pump).toHaveProperty("territories", limbTerritories("arm_L"));
    expect(bypass).toMatchObject({ kind: "bypass", value: 0.01, assumed: true });
    expect(bypass).toHaveProperty("nodes", Object.keys(read.procedures[0]?.effect.removed ?? {}));
  });

  it("gives events times from asOf, places and factors", () => {
    const [infection, posture, sleeve] = read.events;
    expect(infection).toMatchObject({
      kind: "infection",
      start: 6 * hour,
      end: 6 * hour + 5 * day,
      basin: ["AXLAT_L", "AXANT_L", "AXPOST_L", "AXCEN_L", "AXAP_L", "IPEC_L"],
      factors: { filtration: 4, permeability: 3, reflection: 0.75, basinConductance: 0.4 },
    });
    expect(posture).toMatchObject({ start: 8 * hour, end: day, repeat: day, factors: { hydrostaticShare: 0.05 } });
    expect(sleeve).toMatchObject({
      start: 2 * day,
      end: 2 * day + 8 * hour,
      factors: { tissueShare: 0.8, filtrationShare: 0.06 },
    });
    expect(sleeve).toHaveProperty("pressure", expect.closeTo(30 * mmHg));
  });

  it("takes forearm and hand with their muscle: 1202 mL", () => {
    const [infection] = read.events;
    const territories = infection?.kind === "infection" ? infection.scope.territories : [];
    const litres = territories.map((id) => anatomy.byId.territories.get(id)?.volumeL ?? 0);
    expect(litres.reduce((sum, volume) => sum + volume, 0)).toBeCloseTo(1.202, 3);
  });

  it("counts the buttock to the trunk, not to the thigh", () => {
    const [thigh] = history(
      withItem("conditions", "{ condition: lymphedema, segments: [thigh], side: right }"),
    ).conditions;
    expect(thigh?.scope?.territories).toContain("deepThigh_R");
    expect(thigh?.scope?.territories).not.toContain("deepGluteal_R");
  });

  it("can say everything the averaged model was checked on", () => {
    const start = "format: openlymph/history@1\ntitle: one\nasOf: 2026-11-22\n";
    const clearance = "procedures:\n  - { procedure: ALND_I_III, side: left, date: 2026-11-22 }\n";
    const cases: readonly string[] = [
      `${clearance}assume:\n  - { bypass: 0.05 }\n`,
      "procedures:\n  - { procedure: PLND_EXT, date: 2026-11-22 }\n",
      "procedures:\n  - { procedure: TD_LIGATION, date: 2026-11-22 }\nassume:\n  - { bypass: 0 }\n",
      "assume:\n  - { pumpOutput: 0 }\n",
      "assume:\n  - { startVolume: 140 %, limb: leg, side: left }\n",
      "assume:\n  - { capillaryPressure: 6 mmHg, limb: leg, side: left, from: 0 h }\n  - { venousPressure: 8 mmHg }\n",
      "events:\n  - { meal: gut, at: 12:00, for: 4 h }\n",
      "events:\n  - { infection: { limb: arm, side: left }, at: 0 h, for: 5 d }\n",
      "events:\n  - { infection: { region: cheek, side: left, basin: neck_lateral }, at: 0 h, for: 5 d }\n",
      "events:\n  - { sleeve: 30 mmHg, limb: leg, side: both, at: 0 h, for: 14 d, factors: { filtrationShare: 1 } }\n",
    ];
    for (const text of cases) expect(parseHistory(start + text, "case.yaml")).toMatchObject({ ok: true });
    const both = history(start + cases[1]);
    expect(both.procedures[0]?.effect.removed).toMatchObject({ EILI_L: 0.95, EILI_R: 0.95 });
  });

  it.each([
    [
      "an unknown procedure",
      withItem("procedures", "{ procedure: ALND_I_IIII, side: left, date: 2024-01-01 }"),
      { code: "reference/unknown", line: 5, hint: "Did you mean ALND_I_III?" },
    ],
    [
      "a procedure without side",
      withItem("procedures", "{ procedure: ALND_I_III, date: 2024-01-01 }"),
      { code: "field/missing", line: 5, path: "procedures[0].side", expected: "side: left, right or both" },
    ],
    [
      "a side for an unpaired vessel",
      withItem("procedures", "{ procedure: TD_LIGATION, side: left, date: 2024-01-01 }"),
      { code: "field/invalid", line: 5, value: "left", expected: "no side" },
    ],
    [
      "radiotherapy that a procedure does not have",
      withItem("procedures", "{ procedure: ALND_I, side: left, part: radiotherapy, date: 2024-01-01 }"),
      { code: "field/invalid", path: "procedures[0].part" },
    ],
    [
      "a date after asOf",
      withItem("procedures", "{ procedure: ALND_I, side: left, date: 2026-11-23 }"),
      { code: "param/out-of-range", line: 5, value: "2026-11-23", expected: "a date on or before asOf" },
    ],
    [
      "a day that does not exist",
      withItem("procedures", "{ procedure: ALND_I, side: left, date: 2025-02-29 }"),
      { code: "field/invalid", line: 5, value: "2025-02-29" },
    ],
    [
      "no date",
      withItem("procedures", "{ procedure: ALND_I, side: left }"),
      { code: "field/missing", path: "procedures[0].date" },
    ],
    [
      "a side that is misspelt",
      withItem("procedures", "{ procedure: ALND_I, side: lefft, date: 2024-01-01 }"),
      { code: "field/invalid", hint: "Did you mean left?" },
    ],
    [
      "an unknown limb",
      withItem("conditions", "{ condition: lymphedema, limb: amr, side: left }"),
      { code: "field/invalid", line: 5, expected: "one of arm, leg", hint: "Did you mean arm?" },
    ],
    [
      "an unknown region",
      withItem("conditions", "{ condition: wound, region: forarm, side: left }"),
      { code: "reference/unknown", hint: "Did you mean forearm?" },
    ],
    [
      "a limb without side",
      withItem("conditions", "{ condition: lymphedema, limb: arm }"),
      { code: "field/missing", path: "conditions[0].side" },
    ],
    [
      "a segment of another limb",
      withItem("conditions", "{ condition: lymphedema, limb: arm, segments: [thigh], side: left }"),
      { code: "field/invalid", path: "conditions[0].segments[0]" },
    ],
    [
      "two places at once",
      withItem("conditions", "{ condition: wound, limb: arm, region: forearm, side: left }"),
      { code: "field/invalid", path: "conditions[0]" },
    ],
    [
      "a stage that does not exist",
      withItem("conditions", "{ condition: lymphedema, stage: IV }"),
      { code: "field/invalid", expected: "one of 0, I, II, III" },
    ],
    [
      "a pump strength that is no number",
      withItem("assume", "{ pumpStrength: .nan, limb: arm, side: left }"),
      { code: "param/not-finite", line: 5 },
    ],
    [
      "a pump strength out of range",
      withItem("assume", "{ pumpStrength: 7, limb: arm, side: left }"),
      { code: "param/out-of-range", expected: "0.01 to 3, where 1 is healthy" },
    ],
    ["a bypass in mmHg", withItem("assume", "{ bypass: 2 mmHg }"), { code: "quantity/unit", line: 5, value: "2 mmHg" }],
    [
      "two assumptions in one",
      withItem("assume", "{ bypass: 0.1, pumpStrength: 0.5 }"),
      { code: "field/invalid", path: "assume[0]" },
    ],
    [
      "an assumption of nothing",
      withItem("assume", "{ limb: arm, side: left }"),
      { code: "field/missing", path: "assume[0]" },
    ],
    [
      "a limb for a bypass",
      withItem("assume", "{ bypass: 0.1, limb: arm }"),
      { code: "field/unknown", path: "assume[0].limb" },
    ],
    [
      "an assumption from procedures that are not there",
      withItem("assume", "{ pumpStrength: 0.5, from: procedures }"),
      { code: "reference/unknown", value: "procedures" },
    ],
    [
      "an obstruction of nothing",
      withItem("assume", "{ obstruction: 0.9 }"),
      { code: "field/missing", path: "assume[0].nodes" },
    ],
    [
      "an obstruction of a misspelt node",
      withItem("assume", "{ obstruction: 0.9, nodes: [CILY_L] }"),
      { code: "reference/unknown", value: "CILY_L" },
    ],
    [
      "regrowth where nothing was removed",
      withItem("assume", "{ regrowth: 0.5 }"),
      { code: "reference/unknown", path: "assume[0]" },
    ],
    [
      "collectors missing from birth, but from a date on",
      withItem("assume", "{ hypoplasia: 50 %, limb: leg, side: left, from: 2026-01-01 }"),
      { code: "field/unknown", path: "assume[0].from" },
    ],
    [
      "exercise of nothing",
      withItem("events", "{ exercise: {}, at: 0 h, for: 1 h }"),
      { code: "field/missing", path: "events[0].exercise" },
    ],
    [
      "heat that burns",
      withItem("events", "{ heat: 30 K, limb: arm, side: left, at: 0 h, for: 1 h }"),
      { code: "param/out-of-range", path: "events[0].heat" },
    ],
    ["an event of no kind", withItem("events", "{ at: 0 h, for: 1 h }"), { code: "field/missing", path: "events[0]" }],
    [
      "an event without end",
      withItem("events", "{ posture: upright, at: 0 h }"),
      { code: "field/missing", path: "events[0].for" },
    ],
    [
      "an event that ends before it starts",
      withItem("events", "{ posture: upright, from: 10:00, to: 08:00 }"),
      { code: "param/out-of-range", path: "events[0].to", value: "08:00" },
    ],
    [
      "a time that does not exist",
      withItem("events", "{ posture: upright, from: 08:60, to: 24:00 }"),
      { code: "field/invalid", value: "08:60" },
    ],
    [
      "a time without unit",
      withItem("events", "{ posture: upright, at: 8, for: 1 h }"),
      { code: "quantity/unit", path: "events[0].at", value: 8 },
    ],
    [
      "a daily event longer than a day",
      withItem("events", "{ posture: upright, at: 0 h, for: 25 h, repeat: daily }"),
      { code: "param/out-of-range" },
    ],
    [
      "a sleeve in the wrong unit",
      withItem("events", "{ sleeve: 30 mL, limb: arm, side: left, at: 0 h, for: 8 h }"),
      { code: "quantity/unit", value: "30 mL" },
    ],
    [
      "a sleeve that would stop the blood",
      withItem("events", "{ sleeve: 120 mmHg, limb: arm, side: left, at: 0 h, for: 8 h }"),
      { code: "param/out-of-range", expected: "0 to 80 mmHg" },
    ],
    [
      "a sleeve on nothing",
      withItem("events", "{ sleeve: 30 mmHg, at: 0 h, for: 8 h }"),
      { code: "field/missing", path: "events[0]" },
    ],
    [
      "a factor of another kind",
      withItem("events", "{ posture: upright, at: 0 h, for: 8 h, factors: { filtration: 3 } }"),
      { code: "field/unknown", path: "events[0].factors.filtration" },
    ],
    [
      "an infection whose basin is not known",
      withItem("events", "{ infection: { region: cheek, side: left }, at: 0 h, for: 5 d }"),
      { code: "field/missing", path: "events[0].infection.basin" },
    ],
    [
      "an unknown field",
      withItem("events", "{ posture: upright, at: 0 h, for: 8 h, loudly: true }"),
      { code: "field/unknown", path: "events[0].loudly" },
    ],
    ["no asOf", "format: openlymph/history@1\ntitle: one\n", { code: "field/missing", path: "asOf" }],
    [
      "an asOf that is no date",
      "format: openlymph/history@1\ntitle: one\nasOf: yesterday\n",
      { code: "field/invalid", line: 3, value: "yesterday" },
    ],
    [
      "a build that does not exist",
      "format: openlymph/history@1\ntitle: one\nasOf: 2026-11-22\nbody: { build: femal }\n",
      { code: "field/invalid", line: 4, hint: "Did you mean female?" },
    ],
    ["a plan", "format: openlymph/plan@1\ntitle: one\n", { code: "document/format", line: 1 }],
  ])("refuses %s in one line", (_name, text, expected) => {
    const failure = parseHistory(text, "history.yaml");
    expect(failure).toMatchObject({ ok: false, file: "history.yaml", ...expected });
    if (!failure.ok) {
      expect(describeFailure(failure)).toMatch(/^history\.yaml:\d+: \S+: .*expected/);
      expect(describeFailure(failure)).not.toContain("\n");
    }
  });

  it("never throws, whatever the file holds", () => {
    const lines = good.split("\n");
    fc.assert(
      fc.property(fc.nat(lines.length - 1), fc.nat(60), fc.string({ maxLength: 6 }), (line, column, junk) => {
        const broken = lines.map((text, at) =>
          at === line ? text.slice(0, column) + junk + text.slice(column + 2) : text,
        );
        const result = parseHistory(broken.join("\n"), "history.yaml");
        if (!result.ok) expect(result).toMatchObject({ file: "history.yaml", line: expect.any(Number) });
      }),
      { numRuns: 300 },
    );
  });
});

describe("dateSeconds", () => {
  it("counts days of the calendar and refuses days that do not exist", () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date("1900-01-01"), max: new Date("2100-01-01"), noInvalidDate: true }),
        (date) => {
          const text = date.toISOString().slice(0, 10);
          expect(dateSeconds(text)).toBe(Date.parse(text) / 1000);
        },
      ),
    );
    for (const text of ["2025-02-29", "2025-13-01", "2025-00-10", "2025-04-31", "2025-4-3", "2025-01-01T25:00"]) {
      expect(dateSeconds(text), text).toBeUndefined();
    }
  });
});

describe("example histories", () => {
  const folder = new URL("../../../../examples/histories/", import.meta.url);
  const files = readdirSync(folder);
  const load = (file: string) => history(readFileSync(new URL(file, folder), "utf8"));

  it.each(files.map((file) => [file]))("%s opens with a title and a paragraph and is marked as draft", (file) => {
    const text = readFileSync(new URL(file, folder), "utf8");
    expect(
      text
        .split("\n")
        .slice(0, 3)
        .map((line) => line.split(":")[0]),
    ).toEqual(["format", "title", "about"]);
    const read = load(file);
    expect(read.about?.length).toBeGreaterThan(80);
    expect(read.reviewStatus).toBe("draft");
    expect(read.provenance.tag).toBe("assumed");
  });

  it("compare a strong and a weak body after the same operation", () => {
    const [weak, strong] = [
      load("arm-after-axillary-clearance.yaml"),
      load("arm-after-axillary-clearance-strong.yaml"),
    ];
    const effect = combinedEffect(weak.procedures.map((done) => done.effect));
    expect(combinedEffect(strong.procedures.map((done) => done.effect))).toEqual(effect);
    expect(effect.removed["AXAP_L"]).toBe(0.85);
    expect(effect.fibrosis["AXAP_L"]).toBe(0.6);
    expect(weak.assume.map(({ kind, value }) => [kind, value])).toEqual([
      ["pumpStrength", 0.5],
      ["bypass", 0.01],
    ]);
    expect(strong.assume.map(({ kind, value }) => [kind, value])).toEqual([["bypass", 0.05]]);
  });

  it("know which limbs are at risk", () => {
    expect(limbsAtRisk(load("arm-after-axillary-clearance.yaml"))).toEqual(["arm_L"]);
    expect(limbsAtRisk(load("both-legs.yaml"))).toEqual(["leg_L", "leg_R"]);
    expect(limbsAtRisk(load("head-and-neck.yaml"))).toEqual([]);
  });

  it("leave the healthy body alone", () => {
    expect(load("healthy.yaml")).toMatchObject({ procedures: [], conditions: [], assume: [], events: [] });
  });
});
