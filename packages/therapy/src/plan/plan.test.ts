import { anatomy, limbTerritories } from "@openlymph/anatomy";
import { describeFailure, mmHg, unwrap } from "@openlymph/base";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  explainDirection,
  type Plan,
  parsePlan,
  planFromSequence,
  resolveStep,
  sequences,
  serializePlan,
  stepDirection,
} from "../index.ts";

const good = `format: openlymph/plan@1
title: Three strokes
affectedSide: left
provenance: { tag: assumed, source: a test }
complete: true
steps:
  - { n: 1, phase: open, region: diaphragm, side: midline, stroke: breath_diaphragm, toward: thoracic_duct, towardSide: midline, pace: 8 s, repetitions: 5, provenance: assumed }
  - { n: 2, phase: exit, region: axilla, side: unaffected, stroke: vodder_stationary_circle, toward: axilla, towardSide: unaffected, pressure: 25 mmHg, pace: 3 s, repetitions: 7, provenance: assumed }
  - { n: 3, phase: limb, region: forearm, side: affected, stroke: vodder_pump, toward: elbow, towardSide: affected, pace: 3 s, repetitions: 5, positions: 3, provenance: assumed }
`;
const plan = unwrap(parsePlan(good, "plan.yaml"));

/** The good plan with the region, side and target of its last step changed. */
function aimed(region: string, side: string, toward: string, towardSide: string): Plan {
  const line = `region: ${region}, side: ${side}, stroke: vodder_pump, toward: ${toward}, towardSide: ${towardSide}`;
  return unwrap(
    parsePlan(
      good.replace("region: forearm, side: affected, stroke: vodder_pump, toward: elbow, towardSide: affected", line),
      "plan.yaml",
    ),
  );
}

function directionOf(...aim: Parameters<typeof aimed>) {
  const changed = aimed(...aim);
  return stepDirection(changed, changed.steps.at(-1)!);
}

describe("parsePlan", () => {
  it("reads pressure in Pa and pace in seconds, and says where a pressure comes from", () => {
    expect(plan.steps.map(({ pressureFrom }) => pressureFrom)).toEqual(["none", "plan", "stroke"]);
    expect(plan.steps[1]?.pressure).toBeCloseTo(25 * mmHg);
    expect(plan.steps[2]).toMatchObject({ pace: 3, positions: 3, optional: false, n: 3 });
    expect(plan.steps[2]?.pressure).toBeCloseTo(30 * mmHg);
    expect(plan.reviewStatus).toBe("draft");
  });

  it("numbers steps that carry no number", () => {
    const bare = unwrap(parsePlan(good.replace(/n: \d, /g, ""), "plan.yaml"));
    expect(bare.steps.map(({ n }) => n)).toEqual([1, 2, 3]);
  });

  const third = "region: forearm, side: affected";
  it.each([
    [
      "a region called by its everyday word",
      good.replace("region: forearm", "region: armpit"),
      { code: "reference/unknown", line: 9, value: "armpit", hint: "Did you mean axilla?" },
    ],
    [
      "an unknown region",
      good.replace("region: forearm", "region: foream"),
      { code: "reference/unknown", line: 9, value: "foream", hint: "Did you mean forearm?" },
    ],
    [
      "an unknown stroke",
      good.replace("vodder_pump", "vodder_pomp"),
      { code: "reference/unknown", line: 9, hint: "Did you mean vodder_pump?" },
    ],
    [
      "an unknown target",
      good.replace("toward: elbow", "toward: elbo"),
      { code: "reference/unknown", line: 9, path: "steps[2].toward" },
    ],
    [
      "a pressure in another unit",
      good.replace("25 mmHg", "25 ml"),
      { code: "quantity/unit", line: 8, value: "25 ml" },
    ],
    ["a pressure without unit", good.replace("25 mmHg", "25"), { code: "quantity/unit", line: 8 }],
    [
      "too much pressure",
      good.replace("25 mmHg", "201 mmHg"),
      { code: "param/out-of-range", line: 8, expected: "0 to 200 mmHg" },
    ],
    ["a negative pressure", good.replace("25 mmHg", "-1 mmHg"), { code: "param/out-of-range", line: 8 }],
    ["a pressure that is no number", good.replace("25 mmHg", ".nan"), { code: "param/not-finite", line: 8 }],
    [
      "a pressure on a breath",
      good.replace("pace: 8 s", "pressure: 20 mmHg, pace: 8 s"),
      { code: "field/invalid", line: 7, path: "steps[0].pressure" },
    ],
    [
      "a number used twice",
      good.replace("n: 3", "n: 2"),
      { code: "field/invalid", line: 9, path: "steps[2].n", value: 2 },
    ],
    [
      "numbers that run back",
      good.replace("n: 2,", "n: 5,"),
      { code: "field/invalid", line: 9, path: "steps[2].n", value: 3 },
    ],
    ["half a repetition", good.replace("repetitions: 7", "repetitions: 7.5"), { code: "field/invalid", line: 8 }],
    [
      "repetitions that are no number",
      good.replace("repetitions: 7", "repetitions: .nan"),
      { code: "param/not-finite", line: 8 },
    ],
    ["no repetitions", good.replace(", repetitions: 7", ""), { code: "field/missing", path: "steps[1].repetitions" }],
    ["no pace", good.replace("pace: 8 s, ", ""), { code: "field/missing", path: "steps[0].pace" }],
    [
      "a side that is misspelt",
      good.replace("side: affected, stroke", "side: afected, stroke"),
      { code: "field/invalid", line: 9, hint: "Did you mean affected?" },
    ],
    [
      "thirds of a forearm",
      good.replace(third, "region: forearm, side: middle_third"),
      { code: "field/invalid", line: 9, path: "steps[2].side" },
    ],
    [
      "an unaffected side where both are affected",
      good.replace("affectedSide: left", "affectedSide: both"),
      { code: "field/invalid", line: 8, path: "steps[1].side" },
    ],
    [
      "the exit without its target",
      good.replace("towardSide: affected", "towardSide: exit"),
      { code: "field/invalid", line: 9 },
    ],
    [
      "a direction that does not exist",
      good.replace("positions: 3", "direction: backward"),
      { code: "field/invalid", line: 9, expected: "one of proximal, distal, across" },
    ],
    ["an unknown field", good.replace("positions: 3", "presure: 20 mmHg"), { code: "field/unknown", line: 9 }],
    ["no steps", good.replace(/steps:[\s\S]*/, "steps: []\n"), { code: "field/invalid", path: "steps" }],
    ["another format", good.replace("plan@1", "plan@2"), { code: "document/format", line: 1 }],
    ["a history", good.replace("plan@1", "history@1"), { code: "document/format", line: 1 }],
  ])("refuses %s in one line", (_name, text, expected) => {
    const failure = parsePlan(text, "plan.yaml");
    expect(failure).toMatchObject({ ok: false, file: "plan.yaml", ...expected });
    if (!failure.ok) {
      expect(describeFailure(failure)).toMatch(/^plan\.yaml:\d+: \S+: .*expected/);
      expect(describeFailure(failure)).not.toContain("\n");
    }
  });
});

describe("serializePlan", () => {
  it.each(sequences.map(({ id }) => [id]))("gives %s back unchanged", (id) => {
    const whole = unwrap(planFromSequence(id));
    expect(unwrap(parsePlan(serializePlan(whole), "plan.yaml"))).toEqual(whole);
  });

  it("keeps any words and numbers", () => {
    const words = fc
      .string({ minLength: 1, maxLength: 200, unit: "grapheme" })
      .filter((text) => text.trim() === text && text !== "");
    fc.assert(
      fc.property(words, words, fc.integer({ min: 1, max: 2000 }), (title, note, tenths) => {
        const [first, ...rest] = plan.steps;
        const pressure = (tenths / 10) * mmHg;
        const changed: Plan = {
          ...plan,
          title,
          about: note,
          steps: [first!, { ...rest[0]!, note, pressure }, ...rest.slice(1)],
        };
        const back = unwrap(parsePlan(serializePlan(changed), "plan.yaml"));
        expect(back.title).toBe(title);
        expect(back.about).toBe(note);
        expect(back.steps[1]?.note).toBe(note);
        expect(back.steps[1]?.pressure).toBeCloseTo(pressure, 6);
      }),
    );
  });
});

describe("planFromSequence", () => {
  it("leaves out what was filled in by analogy when asked for the text as read", () => {
    expect(unwrap(planFromSequence("lnni_arm_trunk")).steps).toHaveLength(7);
    const read = unwrap(planFromSequence("lnni_arm_trunk", { asRead: true }));
    expect(read.steps.map(({ n }) => n)).toEqual([1, 2, 3, 4, 5]);
    expect(read.complete).toBe(false);
  });

  it("refuses an unknown sequence", () => {
    expect(planFromSequence("draft_arm")).toMatchObject({ code: "reference/unknown" });
  });
});

describe("resolveStep", () => {
  const arm = unwrap(planFromSequence("draft_arm_unilateral"));
  const at = (region: string, side: string) => arm.steps.find((step) => step.region === region && step.side === side)!;

  it("puts the affected side where the plan says, or where it is asked", () => {
    expect(resolveStep(arm, at("forearm", "affected")).territories).toEqual([
      "forearmRadial_L",
      "forearmUlnar_L",
      "forearmVolar_L",
    ]);
    expect(resolveStep(arm, at("forearm", "affected"), "right").territories[0]).toBe("forearmRadial_R");
    expect(resolveStep(arm, at("axilla", "unaffected")).nodes).toEqual(["AXANT_R", "AXLAT_R", "AXPOST_R", "AXCEN_R"]);
  });

  it("divides the chest into thirds that work the bridge between the armpits", () => {
    const territories = (side: string) => resolveStep(arm, at("chest_upper", side)).territories;
    expect(territories("unaffected_third")).toEqual(["chestUpper_R"]);
    expect(territories("middle_third")).toEqual(["chestUpper_L", "chestUpper_R"]);
    expect(territories("affected_third")).toEqual(["chestUpper_L", "breastSkin_L"]);
    expect(resolveStep(arm, at("chest_upper", "middle_third")).anastomoses).toEqual(["AAA"]);
  });

  it("takes both sides for midline and bilateral, and unpaired vessels once", () => {
    expect(resolveStep(arm, at("neck_lateral", "bilateral")).sides).toEqual(["L", "R"]);
    expect(resolveStep(arm, at("diaphragm", "midline")).nodes).toEqual(["CC", "TD_LOW", "TD_UP"]);
  });

  it("points to the chosen exit once it is chosen", () => {
    const step = arm.steps.find(({ towardSide }) => towardSide === "exit")!;
    expect(resolveStep(arm, step).toward).toMatchObject({ chosen: false, nodes: [] });
    const chosen: Plan = { ...arm, exit: { region: "axilla", side: "unaffected" } };
    expect(resolveStep(chosen, step).toward).toMatchObject({ chosen: true, region: "axilla", sides: ["R"] });
  });

  it("covers the whole skin of the arm with the step for it, and knows its area", () => {
    const whole = resolveStep(arm, at("arm_whole", "affected"));
    const skin = limbTerritories("arm_L").filter((id) => anatomy.byId.territories.get(id)?.layer === "superficial");
    expect([...whole.territories].sort()).toEqual([...skin].sort());
    expect(whole.area).toBeCloseTo(0.1729, 3);
  });

  it("finds nothing unknown in any sequence", () => {
    for (const { id } of sequences) {
      const whole = unwrap(planFromSequence(id));
      for (const step of whole.steps) {
        const { territories, nodes, toward } = resolveStep(whole, step);
        expect(territories.length + nodes.length, `${id} ${step.n}`).toBeGreaterThan(0);
        for (const territory of [...territories, ...toward.territories])
          expect(anatomy.byId.territories.has(territory)).toBe(true);
        for (const node of [...nodes, ...toward.nodes]) expect(anatomy.byId.nodeGroups.has(node)).toBe(true);
        if (toward.chosen) expect(toward.nodes.length + toward.territories.length).toBeGreaterThan(0);
      }
    }
  });
});

describe("stepDirection", () => {
  it.each([
    ["forearm", "affected", "elbow", "affected", "proximal"],
    ["forearm", "affected", "wrist", "affected", "distal"],
    ["elbow", "affected", "fingers", "affected", "distal"],
    ["lower_leg", "affected", "knee_popliteal", "affected", "proximal"],
    ["thigh_front", "affected", "ankle", "affected", "distal"],
    ["thigh_front", "affected", "inguinal", "affected", "proximal"],
    ["upper_arm_medial", "affected", "upper_arm_lateral", "affected", "across"],
    ["axilla", "affected", "upper_arm_medial", "affected", "distal"],
    ["breast_upper", "affected", "axilla", "affected", "proximal"],
    ["breast_upper", "affected", "axilla", "unaffected", "across"],
    ["supraclavicular_fossa", "bilateral", "terminus", "bilateral", "proximal"],
    ["supraclavicular_fossa", "affected", "neck_posterior", "affected", "distal"],
    ["thigh_front", "affected", "thigh_lateral", "unaffected", "proximal"],
  ])("%s (%s) toward %s (%s) is %s", (region, side, toward, towardSide, direction) => {
    expect(directionOf(region, side, toward, towardSide)).toBe(direction);
  });

  it("is never away from the heart in a published or composed sequence", () => {
    for (const { id } of sequences) {
      const whole = unwrap(planFromSequence(id));
      for (const step of whole.steps) expect(stepDirection(whole, step), `${id} ${step.n}`).not.toBe("distal");
    }
  });

  it("can be stated otherwise, so that a wrong plan can be written down", () => {
    const wrong = unwrap(parsePlan(good.replace("positions: 3", "direction: distal"), "plan.yaml"));
    expect(explainDirection(wrong, wrong.steps[2]!)).toEqual({ direction: "distal", basis: "stated by the plan" });
    expect(resolveStep(wrong, wrong.steps[2]!).direction).toBe("distal");
  });

  it("is the same on the other side", () => {
    for (const { id, affectedSide } of sequences) {
      if (affectedSide !== undefined) continue;
      const whole = unwrap(planFromSequence(id));
      for (const step of whole.steps) {
        expect(stepDirection(whole, step, "right"), `${id} ${step.n}`).toBe(stepDirection(whole, step, "left"));
      }
    }
  });
});
