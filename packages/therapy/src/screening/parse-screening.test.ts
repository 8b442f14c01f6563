import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { day, describeFailure, unwrap } from "@openlymph/base";
import { describe, expect, it } from "vitest";
import { parseScreening } from "./parse-screening.ts";
import { parseScreeningSettings } from "./parse-settings.ts";
import { screen } from "./screen.ts";
import { screeningOf } from "./screening.ts";

const examples = path.join(import.meta.dirname, "../../../../examples");
const parse = (text: string) => parseScreening(text, "answers.yaml");
const clearance = (fields: string) => `answers: { ckd: yes }\nclearances:\n  - { ${fields} }\n`;
const good = "rules: [ckd], name: A. Example, role: doctor, date: 2026-11-10, text: agreed";

describe("parseScreening", () => {
  it("needs no more than answers", () => {
    const read = unwrap(parse("answers: { ckd: yes, d1: no, asthma_attack: unknown }\n"));
    expect(read.answers).toEqual({ ckd: "yes", d1: "no", asthma_attack: "unknown" });
    expect(read).toMatchObject({ clearances: [], overrides: [], episodes: [], where: {} });
    expect(read.answeredAt).toBeUndefined();
  });

  it("gives a clearance 90 days, or up to the end of the day it names", () => {
    const date = Date.UTC(2026, 10, 10) / 1000;
    expect(unwrap(parse(clearance(good))).clearances[0]).toMatchObject({
      date,
      until: date + 90 * day,
      text: "agreed",
    });
    const named = unwrap(parse(clearance(`${good}, expires: 2026-11-12, recordedBy: T. Example`))).clearances[0];
    expect(named).toMatchObject({ until: date + 3 * day, recordedBy: "T. Example" });
  });

  it("places wounds, tumours and devices on the body", () => {
    const text = `answers: { open_wound: yes, port: yes }
where:
  open_wound: { region: lower_leg, side: left }
  port: [{ limb: arm, segments: [upperArm], side: right }]
`;
    const { avoidRegions } = unwrap(screen(unwrap(parse(text)), 0));
    const wound = avoidRegions.find(({ id }) => id === "wound_zone");
    expect(wound).toMatchObject({ located: true, rules: ["open_wound"] });
    expect(wound?.territories).toContain("legAnterolateral_L");
    expect(wound?.territories).not.toContain("legAnterolateral_R");
    expect(wound?.regions).toEqual(expect.arrayContaining(["lower_leg", "leg_whole"]));
    expect(avoidRegions.find(({ id }) => id === "device_site")?.territories).toContain("armMedial_R");
    const groin = unwrap(parse("answers: { mole: yes }\nwhere: { mole: { region: inguinal, side: left } }\n"));
    const [lesion] = unwrap(screen(groin, 0)).avoidRegions;
    expect(lesion?.nodes.length).toBeGreaterThan(0);
    expect(lesion?.nodes.every((id) => id.endsWith("_L"))).toBe(true);
    const nowhere = unwrap(screen(screeningOf({ open_wound: "yes" }), 0)).avoidRegions;
    expect(nowhere).toEqual([expect.objectContaining({ id: "wound_zone", located: false, territories: [] })]);
  });

  it.each([
    [
      "an unknown question",
      "answers:\n  celulitis: yes\n",
      { code: "reference/unknown", line: 2, hint: "Did you mean cellulitis?" },
    ],
    [
      "another answer",
      "answers:\n  ckd: maybe\n",
      { code: "field/invalid", line: 2, value: "maybe", expected: "one of yes, no, unknown" },
    ],
    ["true", "answers:\n  ckd: true\n", { code: "field/invalid", value: true }],
    ["no answers", "format: openlymph/screening@1\n", { code: "field/missing", path: "answers" }],
    ["answers that are empty", "answers:\n", { code: "field/type", path: "answers", expected: "a group of fields" }],
    [
      "another format",
      "format: openlymph/plan@1\nanswers: {}\n",
      { code: "document/format", expected: "openlymph/screening@1" },
    ],
    ["a file of something else", "steps: []\n", { code: "field/missing", path: "format" }],
    ["an unknown field", "answers: {}\nclearence: []\n", { code: "field/unknown", hint: "Did you mean clearances?" }],
    ["a day that does not exist", "answers: {}\ndate: 2026-02-30\n", { code: "field/invalid", path: "date" }],
    [
      "a clearance of an emergency",
      clearance(good.replace("ckd", "pe")),
      { code: "field/invalid", path: "clearances[0].rules[0]", value: "pe" },
    ],
    [
      "a clearance by oneself",
      clearance(good.replace("doctor", "self")),
      { path: "clearances[0].role", expected: "one of doctor, nurse" },
    ],
    [
      "a clearance without a name",
      clearance(good.replace("name: A. Example, ", "")),
      { code: "field/missing", path: "clearances[0].name" },
    ],
    ["a clearance of nothing", clearance(good.replace("[ckd]", "[]")), { path: "clearances[0].rules" }],
    [
      "a clearance that ends before it begins",
      clearance(`${good}, expires: 2026-11-09`),
      { code: "param/out-of-range", path: "clearances[0].expires" },
    ],
    [
      "an override without reason",
      clearance(good).replace("clearances", "overrides"),
      { code: "field/missing", path: "overrides[0].reason" },
    ],
    [
      "an infection without restart rule",
      "answers: {}\ninfections: [{ rule: tb, began: 2026-11-01 }]\n",
      { path: "infections[0].rule", expected: "a known infection: cellulitis, fever" },
    ],
    [
      "a fever that ended before it began",
      "answers: {}\ninfections: [{ rule: fever, began: 2026-11-02, feverFreeSince: 2026-11-01 }]\n",
      { code: "param/out-of-range" },
    ],
    [
      "a place of a rule that has none",
      "answers: {}\nwhere: { ckd: { region: abdomen, side: both } }\n",
      { code: "reference/unknown", path: "where.ckd" },
    ],
    [
      "a place without side",
      "answers: {}\nwhere: { port: { region: chest_upper } }\n",
      { code: "field/missing", path: "where.port.side" },
    ],
  ] as const)("refuses %s", (_what, text, expected) => {
    const failure = parse(text);
    expect(failure).toMatchObject({ ok: false, file: "answers.yaml", ...expected });
    if (!failure.ok) expect(describeFailure(failure)).not.toContain("\n");
  });

  it("reads every example", () => {
    const files = readdirSync(path.join(examples, "screenings"));
    expect(files.length).toBeGreaterThan(3);
    for (const file of files) {
      const text = readFileSync(path.join(examples, "screenings", file), "utf8");
      expect(screen(unwrap(parseScreening(text, file)), Date.UTC(2026, 10, 22, 10) / 1000), file).toMatchObject({
        ok: true,
      });
    }
  });
});

describe("parseScreeningSettings", () => {
  const settings = (lines: string) =>
    parseScreeningSettings(`format: openlymph/screening-settings@1\n${lines}\n`, "clinic.yaml");

  it("reads a clinic's number, contacts, words and reviews", () => {
    const file = path.join(examples, "clinics/example-clinic.yaml");
    const read = unwrap(parseScreeningSettings(readFileSync(file, "utf8"), file));
    expect(read).toMatchObject({ country: "UK", reviews: { pregnancy: { status: "reviewed" } } });
  });

  it.each([
    ["country: XX", { code: "reference/unknown", line: 2 }],
    ["wording: { EMERGENCY: { body: Ring somebody } }", { code: "field/invalid", path: "wording.EMERGENCY.body" }],
    ["wording: { STOP: { body: x } }", { code: "reference/unknown", path: "wording.STOP" }],
    ["reviews: { pe: { status: draft, name: A, role: doctor, date: 2026-01-01 } }", { path: "reviews.pe.status" }],
    ["reviews: { pe: { status: reviewed, name: A, role: doctor, date: 2026-13-01 } }", { path: "reviews.pe.date" }],
    ["reviews: { pea: { status: reviewed, name: A, role: doctor, date: 2026-01-01 } }", { path: "reviews.pea" }],
    ["emergencyNumber: 999", { code: "field/type" }],
  ])("refuses %s", (lines, expected) => {
    expect(settings(lines)).toMatchObject({ ok: false, file: "clinic.yaml", ...expected });
  });
});
