import { readFileSync } from "node:fs";
import { unwrap } from "@openlymph/base";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type History, parseHistory, parsePlan, proposePlan, serializePlan } from "../index.ts";
import { randomHistory } from "../testing/random-history.ts";

function history(file: string): History {
  const url = new URL(`../../../../examples/histories/${file}`, import.meta.url);
  return unwrap(parseHistory(readFileSync(url, "utf8"), file));
}

function operated(...procedures: readonly string[]): History {
  const lines = procedures.map((one) => `  - { ${one}, date: 2025-01-01 }`).join("\n");
  const head = "format: openlymph/history@1\ntitle: operated\nasOf: 2026-01-01\n";
  return unwrap(
    parseHistory(`${head}provenance: { tag: assumed, source: test }\nprocedures:\n${lines}\n`, "operated.yaml"),
  );
}

describe("a proposal", () => {
  it.each([
    ["arm-after-axillary-clearance.yaml", { part: "arm", side: "left" }, "draft_arm_unilateral"],
    ["leg-after-inguinal-dissection.yaml", { part: "leg", side: "left" }, "draft_leg_unilateral"],
    ["both-legs.yaml", { part: "legs", side: "both" }, "draft_leg_bilateral"],
    ["head-and-neck.yaml", { part: "head-neck", side: "both" }, "draft_head_neck"],
    ["healthy.yaml", { part: "whole-body", side: "both" }, "draft_whole_body"],
  ])("for %s is for %o", (file, wanted, template) => {
    const proposal = unwrap(proposePlan(history(file)));
    expect(proposal.for).toEqual(wanted);
    expect(proposal.template).toBe(template);
    expect(proposal.check.ok).toBe(true);
  });

  it("is a draft that gives a reason for every step, chooses no exit, and says what is left to the therapist", () => {
    const { plan, choices } = unwrap(proposePlan(history("arm-after-axillary-clearance.yaml")));
    expect(plan.reviewStatus).toBe("draft");
    expect(plan.exit).toBeUndefined();
    for (const { note } of plan.steps) expect(note).toMatch(/Why: .+\./);
    expect(plan.steps.some(({ toward }) => toward === "chosen_exit")).toBe(true);
    expect(choices.join(" ")).toMatch(/Choose the exit.*left armpit \(67 %, 4 % of its nodes work here\)/);
    expect(choices.at(-1)).toMatch(/named therapist must review, change and release/);
    expect(unwrap(parsePlan(serializePlan(plan), "proposal.yaml"))).toEqual(plan);
  });

  it("ranks open exits first, and those by how often dye showed them", () => {
    const exits = (of: History) =>
      unwrap(proposePlan(of)).exits.map(({ region, side, open, share }) => [region, side, open, share]);
    expect(exits(history("leg-after-inguinal-dissection.yaml"))).toEqual([
      ["inguinal", "R", true, 30.7],
      ["axilla", "L", true, undefined],
      ["axilla", "R", true, undefined],
      ["inguinal", "L", false, 52.3],
    ]);
    expect(exits(operated("procedure: SLNB_AX, side: right"))[0]).toEqual(["axilla", "R", true, 67]);
  });

  it("puts an exit that dye was looked for in and never showed behind all others", () => {
    const { exits } = unwrap(proposePlan(history("arm-after-axillary-dissection.yaml")));
    expect(exits.map(({ region, side, share }) => [region, side, share])).toEqual([
      ["supraclavicular_fossa", "L", 41.8],
      ["axilla", "R", undefined],
      ["axilla", "L", 67],
      ["inguinal", "L", 0],
    ]);
  });

  it("says which limb an exit is for where both swell", () => {
    const { choices } = unwrap(proposePlan(history("both-legs.yaml")));
    expect(choices.join(" ")).toContain("right groin for the left leg (30.7 %)");
  });

  it("takes the part that a wound, veins or leaking collectors burden, never the routine for an unswollen body", () => {
    const templates = ["forearm-injury", "leg-venous", "leg-reflux", "healthy"].map(
      (name) => unwrap(proposePlan(history(`${name}.yaml`))).template,
    );
    const leg = "draft_leg_unilateral";
    expect(templates).toEqual(["draft_arm_unilateral", leg, leg, "draft_whole_body"]);
  });

  it("offers an open exit that the sequence leaves out, as an optional step", () => {
    const { plan, choices } = unwrap(proposePlan(operated("procedure: SLNB_AX, side: right")));
    const own = plan.steps.find(({ region, side }) => region === "axilla" && side === "affected");
    expect(own).toMatchObject({ phase: "exit", toward: "axilla", optional: true });
    expect(choices.join(" ")).toMatch(new RegExp(`optional steps .*${own?.n}`));
  });

  it("leaves out what would lead into a removed basin that no one saw used", () => {
    const both = operated("procedure: ALND_I_III, side: left", "procedure: ILIOINGUINAL, side: left");
    const { plan, changes, check } = unwrap(proposePlan(both, { part: "arm" }));
    expect(changes.map(({ code }) => code)).toContain("toward-removed-nodes");
    const toGroin = plan.steps.filter((step) => step.region !== "inguinal" && step.toward === "inguinal");
    expect(toGroin).toEqual([]);
    expect(check.ok).toBe(true);
  });

  it("asks for no exit where no step waits for one", () => {
    const { choices } = unwrap(proposePlan(history("healthy.yaml")));
    expect(choices.join(" ")).not.toMatch(/exit/);
  });

  it("asks which part is meant where several are at risk", () => {
    const both = operated("procedure: ALND_I_III, side: left", "procedure: ILIOINGUINAL, side: right");
    expect(proposePlan(both)).toMatchObject({
      ok: false,
      code: "field/invalid",
      path: "for",
      expected: "one of left arm, right leg",
    });
    expect(proposePlan(both, { part: "head-neck" })).toMatchObject({ ok: false, value: "head-neck" });
    expect(unwrap(proposePlan(both, { part: "right leg" })).for).toEqual({ part: "leg", side: "right" });
  });

  it("for any history is a draft without errors, or one clear refusal", () => {
    fc.assert(
      fc.property(
        randomHistory(),
        fc.constantFrom(undefined, "arm", "leg", "legs", "head-neck", "breast"),
        (any, part) => {
          const proposal = proposePlan(any, { part });
          if (!proposal.ok) {
            expect(proposal.expected).not.toBe("");
            return;
          }
          expect(proposal.value.plan.reviewStatus).toBe("draft");
          expect(
            proposal.value.check.findings.filter(({ severity, repair }) => severity === "error" && repair),
          ).toEqual([]);
        },
      ),
      { seed: 8, numRuns: 100 },
    );
  });
});
