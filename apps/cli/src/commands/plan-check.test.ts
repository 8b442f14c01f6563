import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { unwrap } from "@openlymph/base";
import { checkPlan, parseHistory, parsePlan } from "@openlymph/therapy";
import { describe, expect, it } from "vitest";
import { armHistory, armPlan } from "../testing/examples.ts";
import { fileOf, freshFolder, openlymph, root, shapeOf } from "../testing/run-cli.ts";

const text = (file: string) => readFileSync(path.join(root, file), "utf8");
const ofOurOwn = text(armPlan);
/** The example without the step that clears the good armpit. */
const faulty = fileOf(ofOurOwn.replace(/ {2}- n: 4\n[\s\S]*?(?= {2}- n: 5\n)/, ""), "plan.yaml");

describe("openlymph plan check", () => {
  it("gives what the library finds, as JSON", () => {
    const { out, code } = openlymph("plan", "check", faulty, "--history", armHistory, "--json");
    const json = JSON.parse(out);
    const plan = unwrap(parsePlan(readFileSync(faulty, "utf8"), faulty));
    const found = checkPlan(plan, { history: unwrap(parseHistory(text(armHistory), armHistory)) });
    expect(code).toBe(1);
    expect(json.ok).toBe(false);
    expect(json.findings.map(({ repair: _, ...finding }: { repair?: unknown }) => finding)).toEqual(
      found.findings.map(({ repair: _, ...finding }) => finding),
    );
    expect(json.findings.map(({ code: one }: { code: string }) => one)).toContain("basin-not-cleared");
    expect(shapeOf(json.findings.find(({ code: one }: { code: string }) => one === "basin-not-cleared"))).toMatchObject(
      {
        severity: "string",
        code: "string",
        step: "number",
        message: "string",
        basis: "string",
        source: "string",
        repair: { words: "string" },
      },
    );
  });

  it("writes a plan with the changes made, in which no error is left", () => {
    const mended = path.join(freshFolder(), "mended.yaml");
    const { out, err } = openlymph("plan", "check", faulty, "--history", armHistory, "--repair", mended);
    expect(out).toMatch(/Clear the right armpit before this step: .* \(basin-not-cleared\)/s);
    expect(err).toContain(`wrote ${mended}`);
    const again = openlymph("plan", "check", mended, "--history", armHistory);
    expect(again.code).toBe(0);
    expect(again.out).toMatch(/^No errors: /);
  });

  it("says what a screening leaves out, and that its stop holds whatever the plan", () => {
    const answers = fileOf(
      "format: openlymph/screening@1\nanswers: { cellulitis: yes, pregnancy: yes, port: yes }\n",
      "answers.yaml",
    );
    const { out, code } = openlymph("plan", "check", "examples/plans/draft-leg.yaml", "--screening", answers);
    expect(code).toBe(1);
    expect(out).toMatch(/SCREENING: The screening says stop/);
    expect(out).toMatch(/\[avoided-region\]: Lies on or beside the belly/);
    expect(out).toMatch(/do not say where: .*the device/);
  });

  it("refuses what cannot be, and writes nothing", () => {
    const folder = freshFolder();
    const out = path.join(folder, "mended.yaml");
    for (const args of [
      ["plan", "check", armPlan, "--history", armPlan, "--repair", out],
      ["plan", "check", "none.yaml", "--repair", out],
      ["plan", "check", armPlan, "--repair", path.join(folder, "none", "mended.yaml")],
    ]) {
      const { code, err } = openlymph(...args);
      expect(code, args.join(" ")).toBe(2);
      expect(err.trim().split("\n")).toHaveLength(1);
    }
    expect(existsSync(out)).toBe(false);
  });
});
