import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { unwrap } from "@openlymph/base";
import { parsePlan } from "@openlymph/therapy";
import { describe, expect, it } from "vitest";
import { armHistory } from "../testing/examples.ts";
import { fileOf, freshFolder, openlymph } from "../testing/run-cli.ts";

describe("openlymph plan propose", () => {
  it("writes a draft that says it is one, with a reason for every step and the exit left open", () => {
    const draft = path.join(freshFolder(), "draft.yaml");
    const { out, code, err } = openlymph("plan", "propose", armHistory, "--out", draft);
    expect(code).toBe(0);
    expect(err).toContain(`wrote ${draft}`);
    expect(out).toMatch(/^Proposal for the left arm\nDRAFT: proposal: it is no plan until a named therapist/);
    expect(out).toMatch(/left armpit +removed or irradiated +4 +67 +103/);
    const plan = unwrap(parsePlan(readFileSync(draft, "utf8"), draft));
    expect(plan.reviewStatus).toBe("draft");
    expect(plan.exit).toBeUndefined();
    expect(plan.steps.every(({ note }) => note?.includes("Why: "))).toBe(true);
    expect(openlymph("plan", "check", draft, "--history", armHistory).code).toBe(0);
  });

  it("proposes nothing over an infection, nor where the screening holds the session", () => {
    const folder = freshFolder();
    const out = path.join(folder, "draft.yaml");
    const infected = openlymph("plan", "propose", "examples/histories/leg-infection.yaml", "--out", out);
    expect(infected.code).toBe(1);
    expect(infected.out).toMatch(/^No plan is proposed\nSTOP: An infection runs/);
    const answers = fileOf("format: openlymph/screening@1\nanswers: { dvt: yes }\n", "answers.yaml");
    const held = openlymph("plan", "propose", armHistory, "--screening", answers, "--out", out, "--json");
    expect(held.code).toBe(1);
    expect(JSON.parse(held.out).marks[0]).toMatch(/^SCREENING: The screening says stop/);
    expect(JSON.parse(held.out).steps).toEqual([]);
    expect(existsSync(out)).toBe(false);
  });

  it("refuses a part that is not at risk, in one line", () => {
    const { code, err } = openlymph("plan", "propose", armHistory, "--for", "leg");
    expect(code).toBe(2);
    expect(err).toMatch(/^openlymph: --for: .*found "leg", expected one of left arm\n$/);
  });
});
