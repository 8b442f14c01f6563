import { readFileSync } from "node:fs";
import { day, mmHg, unwrap } from "@openlymph/base";
import { describe, expect, it } from "vitest";
import planRulesJson from "../../data/plan-rules.json" with { type: "json" };
import {
  applyRepair,
  type CheckBasis,
  checkCodes,
  checkPlan,
  evidence,
  type History,
  type Plan,
  type PlanStep,
  parseHistory,
  parsePlan,
  planFromSequence,
  repairPlan,
  screen,
  screeningOf,
  serializePlan,
  swollenParts,
} from "../index.ts";
import { planRules, planRulesSchema } from "../library/plan-rule.ts";
import { regionsById } from "../library/region.ts";

function history(file: string): History {
  const url = new URL(`../../../../examples/histories/${file}`, import.meta.url);
  return unwrap(parseHistory(readFileSync(url, "utf8"), file));
}

const sequence = (id: string): Plan => unwrap(planFromSequence(id));
const arm = sequence("draft_arm_unilateral");
const leg = sequence("draft_leg_unilateral");
const cleared = history("arm-after-axillary-clearance.yaml");

function changed(plan: Plan, n: number, change: Partial<PlanStep>): Plan {
  return { ...plan, steps: plan.steps.map((step) => (step.n === n ? ({ ...step, ...change } as PlanStep) : step)) };
}

function without(plan: Plan, n: number): Plan {
  return { ...plan, steps: plan.steps.filter((step) => step.n !== n) };
}

/** `code@step` of everything found, those of one code where it is given. */
function found(plan: Plan, basis: CheckBasis = {}, code?: string): readonly string[] {
  const { findings } = checkPlan(plan, basis);
  return findings.filter((one) => code === undefined || one.code === code).map((one) => `${one.code}@${one.step}`);
}

function severity(plan: Plan, basis: CheckBasis, code: string): string | undefined {
  return checkPlan(plan, basis).findings.find((one) => one.code === code)?.severity;
}

describe("the rules of a plan check", () => {
  it("meet their schema, and name regions that exist", () => {
    expect(planRulesSchema.safeParse(planRulesJson).error?.issues ?? []).toEqual([]);
    expect(Object.keys(planRules.rules).sort()).toEqual([...checkCodes].sort());
    const named = [
      ...planRules.mustClear,
      ...planRules.neckFirst,
      ...planRules.wholeLimb,
      ...planRules.exits.map(({ region }) => region),
    ];
    for (const region of named) expect(regionsById.has(region), region).toBe(true);
    expect(Object.keys(planRules.evidenceOf).sort()).toEqual([...swollenParts].sort());
    const known = evidence.items.map(({ id }) => id);
    for (const id of Object.values(planRules.evidenceOf).flat()) expect(known).toContain(id);
  });

  it("find no error in the composed sequences, with and without the operation they are for", () => {
    const composed = [
      ["draft_arm_unilateral", "arm-after-axillary-clearance.yaml"],
      ["draft_leg_unilateral", "leg-after-inguinal-dissection.yaml"],
      ["draft_leg_bilateral", "both-legs.yaml"],
      ["draft_head_neck", "head-and-neck.yaml"],
      ["draft_breast_trunk", "arm-after-axillary-clearance.yaml"],
    ] as const;
    for (const [id, file] of composed) {
      const basis = { history: history(file) };
      expect(checkPlan(sequence(id)).ok, id).toBe(true);
      expect(checkPlan(sequence(id), basis).ok, `${id}, ${file}`).toBe(true);
    }
  });

  it("do not ask of an opening block what is asked of a whole plan", () => {
    for (const id of ["handson_neck", "mda_arm_open"]) expect(checkPlan(sequence(id)).findings, id).toEqual([]);
  });

  it("say of every finding what it rests on, and where from", () => {
    for (const { code, basis, source, message } of checkPlan(without(arm, 4), { history: cleared }).findings) {
      const rule = planRules.rules[code as keyof typeof planRules.rules];
      expect({ basis, source }).toEqual({ basis: rule.basis, source: rule.source });
      expect(message).toMatch(/\.$/);
    }
  });
});

describe("away-from-route", () => {
  it.each([
    ["a stroke down the limb", { region: "elbow", toward: "forearm" }],
    ["a stroke that says itself that it runs away from the heart", { direction: "distal" as const }],
    ["a stroke from the trunk into the limb", { region: "chest_upper", toward: "upper_arm_lateral" }],
    ["a stroke into another limb", { toward: "thigh_front" }],
    ["a stroke from the venous angle out to the nodes", { region: "terminus", toward: "supraclavicular_fossa" }],
    ["a stroke to a basin that no way leads to", { region: "forehead", toward: "inguinal" }],
  ])("is found for %s", (_name, change) => {
    expect(found(changed(arm, 15, change), {}, "away-from-route")).toEqual(["away-from-route@15"]);
  });

  it("is found for every stroke of the limb, and most of the trunk, once it is turned round", () => {
    const turned = (step: PlanStep): PlanStep => ({
      ...step,
      region: step.toward,
      toward: step.region,
      side: "affected",
      towardSide: "affected",
    });
    for (const plan of [arm, leg]) {
      const limb = plan.steps.filter(({ phase, region, toward }) => phase === "limb" && region !== toward);
      for (const step of limb) {
        const along = [step.region, step.toward].map((id) => regionsById.get(id)?.limb?.along);
        if (along[0] === along[1]) continue;
        const back = { ...plan, steps: plan.steps.map((one) => (one === step ? turned(one) : one)) };
        expect(found(back, {}, "away-from-route"), `${step.n} of ${plan.title}`).toEqual([`away-from-route@${step.n}`]);
      }
    }
  });

  it("proposes to turn the stroke round, which mends it", () => {
    const back = changed(arm, 15, { region: "elbow", toward: "forearm" });
    const [finding] = checkPlan(back).findings.filter(({ code }) => code === "away-from-route");
    expect(finding?.repair?.words).toBe("Turn the stroke round.");
    const mended = applyRepair(back, finding!);
    expect(mended.steps[14]).toMatchObject({ region: "forearm", toward: "elbow" });
    expect(found(mended, {}, "away-from-route")).toEqual([]);
  });
});

describe("basin-not-cleared", () => {
  it("is an error in a plan of our own, and a warning in a published one", () => {
    const missing = without(arm, 4);
    expect(found(missing, {}, "basin-not-cleared")).toEqual(["basin-not-cleared@5"]);
    expect(severity(missing, {}, "basin-not-cleared")).toBe("error");
    expect(severity(sequence("sharecare_breast_right"), {}, "basin-not-cleared")).toBe("warning");
  });

  it("is found where the basin of the other side was cleared", () => {
    expect(found(changed(arm, 4, { side: "affected", towardSide: "affected" }), {}, "basin-not-cleared")).toEqual([
      "basin-not-cleared@5",
    ]);
  });

  it("moves a later clearing step to where it is needed, or adds one", () => {
    const [open, exit, ...more] = [arm.steps.slice(0, 3), arm.steps[3]!, ...arm.steps.slice(4)];
    const late: Plan = { ...arm, steps: [...open!, ...more.slice(0, 3), exit, ...more.slice(3)] };
    for (const plan of [late, without(arm, 4)]) {
      const mended = repairPlan(plan);
      expect(mended.done.map(({ code }) => code)).toContain("basin-not-cleared");
      expect(checkPlan(mended.plan).ok).toBe(true);
      expect(mended.plan.steps).toHaveLength(arm.steps.length);
    }
  });

  it("warns of a plan that does not begin at the neck, unless head and neck are what is swollen", () => {
    expect(found(sequence("stm_genital"), {}, "basin-not-cleared")).toEqual(["basin-not-cleared@2"]);
    expect(found(sequence("draft_head_neck"), {}, "basin-not-cleared")).toEqual(["basin-not-cleared@11"]);
  });
});

describe("limb-before-trunk", () => {
  const limbOf = ({ region, phase }: PlanStep) => phase === "limb" && regionsById.get(region)?.limb !== undefined;

  it("is found where the limb comes first, and mended by moving it", () => {
    const steps = [
      ...arm.steps.slice(0, 3),
      ...arm.steps.filter(limbOf),
      ...arm.steps.slice(3).filter((s) => !limbOf(s)),
    ];
    const first: Plan = { ...arm, steps: steps.map((step, at) => ({ ...step, n: at + 1 })) };
    expect(found(first, {}, "limb-before-trunk")).toEqual(["limb-before-trunk@4"]);
    expect(severity(first, {}, "limb-before-trunk")).toBe("error");
    expect(checkPlan(first).findings.find(({ code }) => code === "limb-before-trunk")?.message).toMatch(
      /never measured.*no lasting difference/,
    );
    const { plan } = repairPlan(first);
    expect(found(plan, {}, "limb-before-trunk")).toEqual([]);
  });

  it("warns of a limb that is worked from its far end", () => {
    const order = arm.steps.map((_, at) => ({ 12: 15, 15: 12 })[at] ?? at);
    const plan: Plan = { ...arm, steps: order.map((from, at) => ({ ...arm.steps[from]!, n: at + 1 })) };
    expect(found(plan, {}, "limb-before-trunk")).toEqual(["limb-before-trunk@13"]);
    expect(severity(plan, {}, "limb-before-trunk")).toBe("warning");
    expect(found(repairPlan(plan, {}, { warnings: true }).plan, {}, "limb-before-trunk")).toEqual([]);
  });

  it("lets one leg follow the other", () => {
    expect(found(sequence("draft_leg_bilateral"), {}, "limb-before-trunk")).toEqual([]);
  });
});

describe("toward-removed-nodes", () => {
  const aimed = changed(arm, 13, { toward: "axilla", towardSide: "affected" });

  it("warns with the number of arms in which dye still showed the armpit, and forbids nothing", () => {
    const { findings, ok } = checkPlan(aimed, { history: cleared });
    const finding = findings.find(({ code, step }) => code === "toward-removed-nodes" && step === 13);
    expect(finding).toMatchObject({ severity: "warning", basis: "computed" });
    expect(finding?.message).toMatch(/67 % of swollen arms \(n = 103\)/);
    expect(finding?.message).toMatch(/of the lymph under the hand still takes this way/);
    expect(ok).toBe(false);
    expect(found(aimed, {}, "toward-removed-nodes")).toEqual([]);
  });

  it("is a note once the plan chose this exit with a reason", () => {
    const exit = { region: "axilla", side: "affected" as const, reason: "dye showed it open" };
    const chosen = { ...aimed, exit };
    const at13 = checkPlan(chosen, { history: cleared }).findings.find(
      ({ step, code }) => step === 13 && code === "toward-removed-nodes",
    );
    expect(at13?.severity).toBe("note");
    expect(at13?.repair).toBeUndefined();
    expect(
      severity({ ...aimed, exit: { ...exit, reason: " " } }, { history: cleared }, "toward-removed-nodes"),
    ).not.toBe(undefined);
  });

  it("is an error where the nodes were taken out and no one saw the exit", () => {
    const both = unwrap(
      parseHistory(
        "format: openlymph/history@1\ntitle: both\nasOf: 2026-01-01\nprovenance: { tag: assumed, source: test }\n" +
          "procedures:\n  - { procedure: ALND_I_III, side: left, date: 2025-01-01 }\n  - { procedure: ILIOINGUINAL, side: left, date: 2025-01-01 }\n",
        "both.yaml",
      ),
    );
    const { findings } = checkPlan(arm, { history: both });
    expect(findings.find(({ step, code }) => step === 9 && code === "toward-removed-nodes")?.severity).toBe("error");
    const { plan } = repairPlan(arm, { history: both });
    expect(checkPlan(plan, { history: both }).ok).toBe(true);
  });
});

describe("avoided-region", () => {
  it("is an error for steps on or toward what a screening leaves out, and leaving them out mends it", () => {
    const screening = screeningOf({ open_wound: "yes", pregnancy: "yes" });
    const outcome = unwrap(screen({ ...screening, where: {} }, 0, {}));
    const basis = { avoided: outcome.avoidRegions };
    const belly = outcome.avoidRegions.flatMap(({ territories }) => territories);
    expect(belly).toContain("abdomenLower_L");
    const hit = found(leg, basis, "avoided-region");
    expect(hit).toContain("avoided-region@7");
    expect(hit).not.toContain("avoided-region@1");
    expect(found(repairPlan(leg, basis).plan, basis, "avoided-region")).toEqual([]);
    expect(checkPlan(leg, basis).unlocated.length).toBeGreaterThan(0);
  });

  it("is an error over an infection that runs at the time of the session", () => {
    const infected = history("arm-infection.yaml");
    expect(found(arm, { history: infected }, "avoided-region").length).toBeGreaterThan(3);
    expect(severity(arm, { history: infected }, "avoided-region")).toBe("error");
  });

  it("is an error over a wound that is open at the time of the session, and not over one that was closed before", () => {
    const wounded = history("forearm-injury.yaml");
    expect(found(arm, { history: wounded }, "avoided-region")).toEqual(
      [14, 15, 16, 17, 18].map((n) => `avoided-region@${n}`),
    );
    const closed = wounded.events.map((event) => ({ ...event, start: -20 * day, end: -10 * day }));
    expect(found(arm, { history: { ...wounded, events: closed } }, "avoided-region")).toEqual([]);
    const { done } = repairPlan(arm, { history: wounded });
    expect(done.map(({ where }) => where)).toContain("simple skin stretch, forearm, affected");
  });
});

describe("pressure, skin and time", () => {
  it("a pressure above the stroke's range is warned of and lowered to it", () => {
    const hard = changed(arm, 13, { pressure: 60 * mmHg, pressureFrom: "plan" });
    expect(found(hard, {}, "pressure-above-range")).toEqual(["pressure-above-range@13"]);
    const mended = repairPlan(hard, {}, { warnings: true }).plan;
    expect(mended.steps[12]?.pressure).toBeCloseTo(40 * mmHg);
    expect(found(changed(arm, 13, { pressure: 40 * mmHg, pressureFrom: "plan" }), {}, "pressure-above-range")).toEqual(
      [],
    );
  });

  it("fragile skin wants the least pressure where it is, and no kneading", () => {
    const fragile = {
      ...cleared,
      conditions: [{ condition: "fragile_skin", scope: { territories: ["forearmVolar_L"] } }],
    };
    expect(found(arm, { history: fragile }, "fragile-skin")).toEqual([
      "fragile-skin@14",
      "fragile-skin@15",
      "fragile-skin@18",
    ]);
    const kneaded = changed(arm, 15, { stroke: "foldi_fibrosis", pressure: 60 * mmHg, pressureFrom: "plan" });
    expect(
      checkPlan(kneaded, { history: fragile }).findings.find(({ step, code }) => step === 15 && code === "fragile-skin")
        ?.severity,
    ).toBe("error");
    expect(found(arm, { answeredYes: ["diabetes"] }, "fragile-skin").length).toBeGreaterThan(10);
    const mended = repairPlan(kneaded, { history: fragile }, { warnings: true }).plan;
    expect(found(mended, { history: fragile }, "fragile-skin")).toEqual([]);
  });

  it("over 30 min is too long for self-care, over 60 for a therapist, and over what the screening allows", () => {
    const longer = (stroke: string) => changed(arm, 15, { stroke, repetitions: 100, positions: 6 });
    expect(found(longer("sld_simple_stretch"), {}, "too-long")).toEqual(["too-long@15"]);
    expect(found(longer("vodder_scoop"), {}, "too-long")).toEqual([]);
    expect(found(arm, { maxMinutes: 10 }, "too-long")).toHaveLength(1);
    expect(found(arm, {}, "too-long")).toEqual([]);
    expect(checkPlan(arm, { maxMinutes: 14 }).findings.find(({ code }) => code === "too-long")?.repair?.words).toMatch(
      /optional/,
    );
  });
});

describe("exits and watersheds", () => {
  it("warns where the middle is crossed before the far side was worked, and moves the section", () => {
    const steps = arm.steps.filter(({ n }) => n !== 5);
    const late: Plan = { ...arm, steps: [...steps.slice(0, 6), arm.steps[4]!, ...steps.slice(6)] };
    const plan: Plan = { ...late, steps: late.steps.map((step, at) => ({ ...step, n: at + 1 })) };
    expect(found(plan, {}, "watershed-not-prepared")).toEqual(["watershed-not-prepared@5", "watershed-not-prepared@6"]);
    expect(found(repairPlan(plan, {}, { warnings: true }).plan, {}, "watershed-not-prepared")).toEqual([]);
  });

  it("names an exit once, with how often dye showed it", () => {
    const { findings } = checkPlan(arm, { history: cleared });
    const exits = findings.filter(({ code }) => code === "unlikely-exit");
    expect(exits.map(({ step, severity: how, basis }) => [step, how, basis])).toEqual([
      [5, "warning", "measured"],
      [9, "warning", "measured"],
    ]);
    expect(exits[0]?.message).toMatch(/do not list it.*Also in step 6, 7, 10, 20\.$/);
    expect(exits[1]?.message).toMatch(/0 % of swollen arms \(n = 339/);
  });

  it("names no watershed for a hand that stays on the exit's own side of it", () => {
    const lnni = unwrap(
      parsePlan(readFileSync(new URL("../../../../examples/plans/lnni-arm.yaml", import.meta.url), "utf8"), "lnni"),
    );
    const near = checkPlan(lnni, { history: cleared }).findings.find(
      ({ code, step }) => code === "unlikely-exit" && step === 5,
    );
    expect(near?.message).toMatch(/^Sends fluid to the right armpit\./);
    // The same stroke from the affected side does cross the middle.
    const steps = lnni.steps.map((step) => (step.n === 5 ? { ...step, side: "affected_third" as const } : step));
    const far = checkPlan({ ...lnni, steps }, { history: cleared }).findings.find(
      ({ code }) => code === "unlikely-exit",
    );
    expect(far?.message).toMatch(/right armpit over the watershed "/);
  });

  it("says of the other groin that its leg is swollen too", () => {
    const basis = { history: history("both-legs.yaml") };
    const finding = checkPlan(leg, basis).findings.find(({ code, step }) => code === "unlikely-exit" && step === 7);
    expect(finding?.message).toMatch(/30\.7 %.*affected itself/);
  });
});

describe("plan and history of different sides", () => {
  it("are told apart, whichever way round, and not where nothing is at risk or both sides are", () => {
    const right = { ...arm, affectedSide: "right" as const };
    expect(checkPlan(right, { history: cleared }).otherSide).toMatch(/plan is for the right side; .* the left side/);
    expect(checkPlan(arm, { history: cleared }).otherSide).toBeUndefined();
    expect(checkPlan(right, { history: history("healthy.yaml") }).otherSide).toBeUndefined();
    expect(checkPlan({ ...arm, affectedSide: "both" }, { history: cleared }).otherSide).toBeUndefined();
  });

  it("leave out a step that clears removed nodes of the other side", () => {
    const right = { ...arm, affectedSide: "right" as const };
    const clearing = checkPlan(right, { history: cleared }).findings.find(({ step }) => step === 4);
    expect(clearing?.code).toBe("toward-removed-nodes");
    expect(clearing?.repair?.words).toBe("Leave this step out.");
  });
});

describe("a repaired plan", () => {
  it("is a plan that can be written and read again, and is a draft", () => {
    const { plan, done } = repairPlan(
      { ...without(arm, 4), reviewStatus: "approved" },
      { history: cleared },
      { warnings: true },
    );
    expect(done.length).toBeGreaterThan(0);
    expect(plan.reviewStatus).toBe("draft");
    expect(unwrap(parsePlan(serializePlan(plan), "repaired.yaml")).steps).toEqual(plan.steps);
  });
});
