import { mmHg, unwrap } from "@openlymph/base";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type LintCode, lintCodes } from "../library/lint-rule.ts";
import { sequences } from "../library/sequence.ts";
import { randomPlan } from "../testing/random-plan.ts";
import { addStep } from "./edit/add-step.ts";
import { changeStep } from "./edit/change-step.ts";
import { removeStep } from "./edit/remove-step.ts";
import { renumber } from "./edit/renumber.ts";
import { repeatSteps } from "./edit/repeat-steps.ts";
import { planFromSequence } from "./from-sequence.ts";
import { lintPlan } from "./lint-plan.ts";
import { mirrorPlan } from "./mirror-plan.ts";
import { parsePlan } from "./parse-plan.ts";
import type { Plan } from "./plan.ts";
import { serializePlan } from "./serialize-plan.ts";
import { newVersion } from "./version/new-version.ts";

/** A plan in whose writing nothing is found. */
const whole = unwrap(planFromSequence("draft_whole_body"));
const { stopRule: _stopRule, position: _position, ...bare } = whole;

function changed(n: number, patch: Parameters<typeof changeStep>[2]): Plan {
  return unwrap(changeStep(whole, n, patch));
}

const exit = { region: "axilla", side: "left" } as const;
const toExit = changed(16, { toward: "chosen_exit", towardSide: "exit" });
const approved = unwrap(
  newVersion(whole, {
    author: { name: "A. Example", role: "therapist" },
    date: "2026-11-22",
    reason: "read through",
    reviewStatus: "approved",
  }),
);

const oneFlaw: readonly (readonly [LintCode, string, number, Plan])[] = [
  ["repeated-step", "warning", 8, unwrap(repeatSteps(whole, { from: 7, to: 7 }))],
  ["no-breathing-before", "warning", 1, unwrap(removeStep(whole, 1))],
  ["no-breathing-after", "warning", 36, unwrap(removeStep(whole, 37))],
  ["repetitions-outside-range", "warning", 4, changed(4, { repetitions: 8 })],
  ["repetitions-outside-range", "note", 4, changed(4, { repetitions: 4 })],
  ["repetitions-outside-range", "note", 4, changed(4, { repetitions: 20, provenance: "source" })],
  ["pace-outside-range", "warning", 4, changed(4, { pace: 1 })],
  ["pace-outside-range", "note", 4, changed(4, { pace: 5 })],
  ["stroke-not-placed", "warning", 7, changed(7, { stroke: "vodder_pump", pace: 2 })],
  ["not-for-self-care", "warning", 18, changed(18, { stroke: "vodder_scoop", pace: 2 })],
  ["not-for-self-care", "error", 19, changed(19, { stroke: "foldi_oedema", pace: 6 })],
  ["filled-in", "note", 5, changed(5, { provenance: "assumed-by-analogy" })],
  ["no-stop-rule", "warning", 1, { ...bare, position: "lie" }],
  ["no-position", "note", 1, { ...bare, stopRule: "not when unwell" }],
  ["exit-not-chosen", "error", 16, toExit],
  ["exit-not-chosen", "warning", 16, { ...toExit, exitChoices: ["axilla"] }],
  ["exit-not-used", "note", 1, { ...whole, exit }],
  ["exit-not-used", "warning", 1, { ...whole, exit: { ...exit, region: "pubic_area" } }],
  ["time-differs", "warning", 1, { ...whole, stated: { minutes: [30, 40] } }],
  ["optional-unmarked", "note", 14, changed(14, { note: "needs a second person" })],
  ["review-not-backed", "warning", 1, { ...whole, reviewStatus: "reviewed" }],
  ["review-not-backed", "warning", 1, mirrorPlan({ ...approved, title: "Left first" })],
];

describe("lintPlan", () => {
  it.each(oneFlaw)("finds %s (%s at step %i), and nothing else", (code, severity, step, plan) => {
    expect(lintPlan(plan)).toMatchObject([{ code, severity, step }]);
  });

  it("has a case of every code", () => {
    expect([...new Set(oneFlaw.map(([code]) => code))].sort()).toEqual([...lintCodes].sort());
  });

  it("finds nothing in a plan that is approved, or whose chosen exit is used", () => {
    expect(lintPlan(approved)).toEqual([]);
    expect(lintPlan({ ...toExit, exit })).toEqual([]);
    expect(lintPlan({ ...whole, stated: { minutes: 20 } })).toEqual([]);
  });

  it("proposes the plan without the step that was written twice", () => {
    const [found] = lintPlan(unwrap(repeatSteps(whole, { from: 7, to: 7 })));
    expect(found?.repair?.steps).toEqual(whole.steps);
  });

  it("says nothing of a step that may be left out and is marked so", () => {
    expect(lintPlan(changed(14, { note: "needs a second person", optional: true }))).toEqual([]);
  });

  it("goes by the steps, graver findings first", () => {
    const two = unwrap(changeStep(changed(20, { pace: 1 }), 7, { repetitions: 3, pace: 1 }));
    expect(lintPlan({ ...two, reviewStatus: "reviewed" }).map(({ step, severity }) => `${step} ${severity}`)).toEqual([
      "1 warning",
      "7 warning",
      "7 note",
      "20 warning",
    ]);
  });

  it("leaves strokes of therapists to therapists", () => {
    const plan = changed(19, { stroke: "foldi_oedema", pace: 6 });
    expect(lintPlan(plan, { by: "therapist" })).toEqual([]);
  });

  it("asks an opening block for no close, and only notes what a published text does not say", () => {
    expect(lintPlan(unwrap(planFromSequence("handson_neck")))).toEqual([]);
    for (const { id, status } of sequences) {
      const found = lintPlan(unwrap(planFromSequence(id, { asRead: true }))).map(({ severity }) => severity);
      expect(found, id).not.toContain("error");
      if (status === undefined) expect(found, id).not.toContain("warning");
    }
  });

  it("does not mind pressure and place: whether a plan fits a body is asked elsewhere", () => {
    expect(lintPlan(changed(4, { pressure: 100 * mmHg }))).toEqual([]);
    const odd = unwrap(addStep(whole, { stroke: "sld_simple_stretch", region: "toes" }, { after: 3 }));
    expect(lintPlan(odd)).toEqual([]);
  });

  it("says what each finding rests on, and its repair gives a plan with fewer of them", () => {
    fc.assert(
      fc.property(randomPlan(), (random) => {
        const plan = renumber(random);
        const found = lintPlan(plan);
        for (const { code, source, message, step, repair } of found) {
          expect(source.length).toBeGreaterThan(10);
          expect(message).not.toMatch(/undefined|NaN/);
          expect(plan.steps[step - 1]).toBeDefined();
          if (repair === undefined) continue;
          const repaired = { ...plan, steps: repair.steps };
          expect(parsePlan(serializePlan(repaired), "plan.yaml").ok).toBe(true);
          const count = (all: typeof found) => all.filter((one) => one.code === code).length;
          expect(count(lintPlan(repaired)), code).toBeLessThan(count(found));
        }
      }),
      { seed: 1, numRuns: 15 },
    );
  });

  it("finds the same in the mirrored plan", () => {
    fc.assert(
      fc.property(randomPlan(), (plan) => {
        const told = (all: ReturnType<typeof lintPlan>) =>
          all.map(({ code, severity, step }) => [code, severity, step]);
        expect(told(lintPlan(mirrorPlan(plan)))).toEqual(told(lintPlan(plan)));
      }),
      { seed: 1, numRuns: 60 },
    );
  });
});
