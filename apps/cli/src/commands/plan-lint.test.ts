import { unwrap } from "@openlymph/base";
import { describe, expect, it } from "vitest";
import { plainStyle } from "../output/style.ts";
import { armPlan } from "../testing/examples.ts";
import { fileOf, openlymph, root, shapeOf } from "../testing/run-cli.ts";
import { planLintCommand } from "./plan-lint.ts";
import { planNewCommand } from "./plan-new.ts";

const surroundings = { style: plainStyle };

async function textOf(template: string): Promise<string> {
  return unwrap(await planNewCommand({ template }, surroundings)).text;
}

async function lint(text: string, options: { readonly by?: string; readonly json?: boolean } = {}) {
  return planLintCommand({ plan: fileOf(text), ...options }, surroundings);
}

describe("openlymph plan lint", () => {
  it("ends with 0 where no error was found, and names steps that share a finding once", () => {
    const { code, out } = openlymph("plan", "lint", armPlan);
    expect(code).toBe(0);
    expect(out).toMatch(/^DRAFT: plan/m);
    expect(out).toMatch(/^No errors, 4 warnings and 9 notes in 21 steps\.$/m);
    expect(out).toContain("- Steps 3, 4, 8 [repetitions-outside-range]: 10 at each position");
    expect(openlymph("plan", "lint", "examples/plans/stm-leg.yaml").out).toContain(
      "- Plan [no-stop-rule]: The plan does not say when to stop",
    );
    expect(out).toContain("What these rest on");
  });

  it("ends with 1 where an error was found, and still prints all of it", async () => {
    const text = (await textOf("draft_whole_body")).replace("sld_simple_stretch", "foldi_oedema");
    const { code, out, err } = openlymph("plan", "lint", fileOf(text));
    expect({ code, err }).toEqual({ code: 1, err: "" });
    expect(out).toContain("for therapists only");
    expect(unwrap(await lint(text, { by: "therapist" })).found).toBe(false);
  });

  it("says so where nothing was found", async () => {
    const { text, found } = unwrap(await lint(await textOf("draft_whole_body")));
    expect(found).toBe(false);
    expect(text).toContain("Nothing was found in the writing of this plan, in 37 steps.");
  });

  it("keeps the shape of its JSON", async () => {
    const { text } = unwrap(await planLintCommand({ plan: `${root}/${armPlan}`, json: true }, surroundings));
    expect(shapeOf(JSON.parse(text))).toMatchSnapshot();
  });

  it("refuses hands that it does not know", async () => {
    expect(await lint("", { by: "therapists" })).toMatchObject({
      code: "usage/invalid",
      path: "--by",
      hint: "Did you mean therapist?",
    });
  });
});
