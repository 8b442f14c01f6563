import { readFileSync } from "node:fs";
import { unwrap } from "@openlymph/base";
import { describe, expect, it } from "vitest";
import { checkPlan, parseHistory, planFromSequence, sequences } from "../index.ts";
import reviewed from "./sequence-findings.json" with { type: "json" };

function historyOf(file: string | null) {
  if (file === null) return {};
  const url = new URL(`../../../../examples/histories/${file}`, import.meta.url);
  return { history: unwrap(parseHistory(readFileSync(url, "utf8"), file)) };
}

describe("what the plan check finds in the sequences", () => {
  it.each(reviewed.checks)("is what was reviewed: $sequence, $history", ({ sequence, history, findings }) => {
    const { findings: found } = checkPlan(unwrap(planFromSequence(sequence)), historyOf(history));
    expect(found.map(({ step, severity, code }) => `${step} ${severity} ${code}`)).toEqual(findings);
  });

  it("was reviewed for every sequence that was read or composed", () => {
    expect(new Set(reviewed.checks.map(({ sequence }) => sequence))).toEqual(new Set(sequences.map(({ id }) => id)));
  });
});
