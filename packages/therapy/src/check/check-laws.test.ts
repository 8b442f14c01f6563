import { describeFailure, unwrap } from "@openlymph/base";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  applyRepair,
  checkCodes,
  checkPlan,
  mirrorHistory,
  mirrorPlan,
  parsePlan,
  repairPlan,
  serializePlan,
} from "../index.ts";
import { randomHistory } from "../testing/random-history.ts";
import { randomPlan } from "../testing/random-plan.ts";

describe("a plan check of any plan and any history", () => {
  it("finds what it finds at steps of the plan, for reasons it names", () => {
    fc.assert(
      fc.property(randomPlan(), randomHistory(), (plan, history) => {
        const numbers = plan.steps.map(({ n }) => n);
        const { findings, ok } = checkPlan(plan, { history });
        for (const { step, code, message, source } of findings) {
          expect(numbers).toContain(step);
          expect(checkCodes).toContain(code);
          expect(message).toMatch(/^[A-Z].*\.$/);
          expect(source).not.toBe("");
        }
        expect(ok).toBe(!findings.some(({ severity }) => severity === "error"));
        expect(findings.map(({ step }) => step)).toEqual(findings.map(({ step }) => step).toSorted((a, b) => a - b));
      }),
      { seed: 5, numRuns: 1000 },
    );
  });

  it("proposes plans that can be written and read again", () => {
    fc.assert(
      fc.property(randomPlan(), randomHistory(), (plan, history) => {
        for (const finding of checkPlan(plan, { history }).findings) {
          if (finding.repair === undefined) continue;
          const mended = applyRepair(plan, finding);
          const read = parsePlan(serializePlan(mended), "mended.yaml");
          if (!read.ok) expect.fail(describeFailure(read));
          expect(read.value.steps.map(({ region, toward }) => [region, toward])).toEqual(
            mended.steps.map(({ region, toward }) => [region, toward]),
          );
        }
      }),
      { seed: 6, numRuns: 150 },
    );
  });

  it("comes to an end when every change is made, and leaves no error that has one", () => {
    fc.assert(
      fc.property(randomPlan(), randomHistory(), (plan, history) => {
        const { plan: mended } = repairPlan(plan, { history });
        expect(mended.steps.length).toBeGreaterThan(0);
        const left = checkPlan(mended, { history }).findings.filter(
          ({ severity, repair }) => severity === "error" && repair !== undefined,
        );
        expect(left).toEqual([]);
        unwrap(parsePlan(serializePlan(mended), "mended.yaml"));
      }),
      { seed: 7, numRuns: 150 },
    );
  });

  it("finds the same in the mirrored plan for the mirrored body", () => {
    fc.assert(
      fc.property(randomPlan(), randomHistory(), (plan, history) => {
        const told = ({ findings }: ReturnType<typeof checkPlan>) =>
          findings.map(({ step, severity, code }) => `${step} ${severity} ${code}`).sort();
        const turned = checkPlan(mirrorPlan(plan), { history: mirrorHistory(history) });
        expect(told(turned)).toEqual(told(checkPlan(plan, { history })));
      }),
      { seed: 8, numRuns: 100 },
    );
  });
});
