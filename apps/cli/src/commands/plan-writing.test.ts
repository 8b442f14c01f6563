import { readFileSync } from "node:fs";
import path from "node:path";
import { unwrap } from "@openlymph/base";
import { parsePlan, planFromSequence, serializePlan } from "@openlymph/therapy";
import { describe, expect, it } from "vitest";
import { plainStyle } from "../output/style.ts";
import { fileOf, freshFolder, openlymph, root, shapeOf } from "../testing/run-cli.ts";
import { planDiffCommand } from "./plan-diff.ts";
import { planMirrorCommand } from "./plan-mirror.ts";
import { planNewCommand } from "./plan-new.ts";
import { planShowCommand } from "./plan-show.ts";
import { planVersionCommand } from "./plan-version.ts";

const surroundings = { style: plainStyle, report: () => {} };
const example = (name: string) => path.join(root, "examples/plans", name);
const signed = { author: "A. Example", role: "therapist", reason: "fewer circles", on: "2026-11-22" };

describe("openlymph plan new", () => {
  it("lists the templates, and prints one as a file that can be read", async () => {
    const { text } = unwrap(await planNewCommand({}, surroundings));
    expect(text).toMatch(/^13 templates$/m);
    const arm = unwrap(await planNewCommand({ template: "draft_arm_unilateral", side: "right" }, surroundings)).text;
    expect(unwrap(parsePlan(arm, "arm.yaml"))).toEqual(
      unwrap(planFromSequence("draft_arm_unilateral", { affectedSide: "right" })),
    );
  });

  it("mirrors a template that is written for one side", async () => {
    const { text } = unwrap(await planNewCommand({ template: "stm_leg_left", side: "right" }, surroundings));
    expect(text).toContain("for: unilateral leg (right)");
  });

  it("refuses a side a template cannot be made for, and options without a template", async () => {
    const refused = async (template: string | undefined, side: string) =>
      planNewCommand({ template, side }, surroundings);
    expect(await refused("draft_whole_body", "left")).toMatchObject({ path: "--side", expected: "both, or no side" });
    expect(await refused("draft_arm_unilateral", "both")).toMatchObject({ path: "--side", expected: "left or right" });
    expect(await refused("draft_arm_unilateral", "lef")).toMatchObject({ hint: "Did you mean left?" });
    expect(await refused("draft_arm", "left")).toMatchObject({ code: "reference/unknown" });
    expect(await refused(undefined, "left")).toMatchObject({ path: "template" });
  });
});

describe("openlymph plan mirror", () => {
  it("twice gives the file again", async () => {
    for (const name of ["stm-leg.yaml", "draft-arm.yaml", "draft-whole-body.yaml"]) {
      const once = unwrap(await planMirrorCommand({ plan: example(name) }, surroundings)).text;
      const twice = unwrap(await planMirrorCommand({ plan: fileOf(once) }, surroundings)).text;
      expect(`${twice}\n`).toBe(readFileSync(example(name), "utf8"));
      expect(once).not.toBe(twice);
    }
  });

  it("writes a file and says what was done, and never over the one it reads", () => {
    const out = path.join(freshFolder(), "right.yaml");
    const ran = openlymph("plan", "mirror", "examples/plans/stm-leg.yaml", "--out", out);
    expect(ran.code).toBe(0);
    expect(ran.err).toBe(`openlymph: wrote ${out}\n`);
    expect(ran.out).toContain("the affected side is right");
    expect(unwrap(parsePlan(readFileSync(out, "utf8"), out)).affectedSide).toBe("right");
  });

  it("refuses to write over the plan it reads", async () => {
    const plan = fileOf(readFileSync(example("stm-leg.yaml"), "utf8"));
    expect(await planMirrorCommand({ plan, out: plan }, surroundings)).toMatchObject({ code: "usage/invalid" });
  });
});

describe("openlymph plan version", () => {
  it("signs a plan; it is shown with who did so, and as changed once it was", async () => {
    const plan = example("draft-arm.yaml");
    const { text } = unwrap(await planVersionCommand({ ...signed, plan, status: "approved" }, surroundings));
    const show = async (file: string) => unwrap(await planShowCommand({ plan: fileOf(file) }, surroundings)).text;
    expect(await show(text)).toMatch(/^APPROVED: plan: version 1 of 2026-11-22 by A\. Example \(therapist\)\.$/m);
    expect(await show(text)).toContain("- 1 of 2026-11-22 by A. Example (therapist), approved: fewer circles");
    const changed = await show(text.replace("repetitions: 7", "repetitions: 6"));
    expect(changed).toMatch(/^DRAFT: plan: changed since version 1 of 2026-11-22 by A\. Example \(therapist\);/m);
    const drafted = unwrap(await planVersionCommand({ ...signed, plan }, surroundings)).text;
    expect(await show(drafted)).toMatch(/^DRAFT: plan: version 1 /m);
    expect(unwrap(parsePlan(drafted, "plan.yaml")).steps).toHaveLength(21);
  });

  it("refuses an approval by a patient, a role, a day and a plan that did not change", async () => {
    const plan = example("draft-arm.yaml");
    const refused = async (change: object) => planVersionCommand({ ...signed, plan, ...change }, surroundings);
    expect(await refused({ role: "patient", status: "approved" })).toMatchObject({ path: "reviewStatus", file: plan });
    expect(await refused({ role: "therapst" })).toMatchObject({ path: "--role", hint: "Did you mean therapist?" });
    expect(await refused({ on: "2026-02-30" })).toMatchObject({ path: "--on" });
    expect(await refused({ reason: " " })).toMatchObject({ path: "versions[0].reason" });
    const once = fileOf(unwrap(await planVersionCommand({ ...signed, plan }, surroundings)).text);
    expect(await refused({ plan: once })).toMatchObject({ path: "versions", value: "the same plan as version 1" });
  });
});

describe("openlymph plan diff", () => {
  const arm = unwrap(planFromSequence("draft_arm_unilateral"));
  const fewer = fileOf(serializePlan({ ...arm, steps: arm.steps.slice(1) }));

  it("tells what changed, and that nothing did", async () => {
    const was = example("draft-arm.yaml");
    const { text } = unwrap(await planDiffCommand({ was, now: fewer }, surroundings));
    expect(text).toContain("1 change.");
    expect(text).toContain("- step 1: taken out: diaphragmatic breath, diaphragm (breathing)");
    expect(unwrap(await planDiffCommand({ was, now: was }, surroundings)).text).toContain("Both say the same.");
  });

  it("keeps the shape of its JSON", async () => {
    const input = { was: example("draft-arm.yaml"), now: example("draft-breast.yaml"), json: true };
    expect(shapeOf(JSON.parse(unwrap(await planDiffCommand(input, surroundings)).text))).toMatchSnapshot();
  });
});
