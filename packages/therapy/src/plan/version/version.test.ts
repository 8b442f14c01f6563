import { describeFailure, mmHg, unwrap } from "@openlymph/base";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { randomPlan } from "../../testing/random-plan.ts";
import { changeStep } from "../edit/change-step.ts";
import { planFromSequence } from "../from-sequence.ts";
import { mirrorPlan } from "../mirror-plan.ts";
import { parsePlan } from "../parse-plan.ts";
import type { Plan } from "../plan.ts";
import { serializePlan } from "../serialize-plan.ts";
import { newVersion, type VersionDetail } from "./new-version.ts";
import { planHash } from "./plan-content.ts";
import { reviewStanding } from "./review-standing.ts";

const arm = unwrap(planFromSequence("draft_arm_unilateral"));
const therapist: VersionDetail = {
  author: { name: "A. Example", role: "therapist" },
  date: "2026-11-22",
  reason: "fewer circles: the person tires",
};
const reread = (plan: Plan) => unwrap(parsePlan(serializePlan(plan), "plan.yaml"));

describe("versions of a plan", () => {
  const first = unwrap(newVersion(arm, { ...therapist, reviewStatus: "approved" }));

  it("say who, when and why, and are still there after writing and reading", () => {
    const { versions } = reread(first);
    expect(versions).toEqual([{ number: 1, ...therapist, reviewStatus: "approved", hash: planHash(arm) }]);
    const second = unwrap(newVersion(unwrap(changeStep(reread(first), 2, { repetitions: 3 })), therapist));
    expect(reread(second)).toEqual(second);
    expect(second.versions?.map(({ number }) => number)).toEqual([1, 2]);
  });

  it("hash the same before a plan is written and after it is read", () => {
    fc.assert(
      fc.property(randomPlan(), fc.double({ min: 0.1, max: 100, noNaN: true }), (plan, pressure) => {
        const steps = plan.steps.map((step) =>
          step.pressureFrom === "plan" ? { ...step, pressure: pressure * mmHg, pace: 1 / 3 + 1 } : step,
        );
        const odd = { ...plan, steps };
        expect(planHash(reread(odd))).toBe(planHash(odd));
      }),
      { seed: 1, numRuns: 60 },
    );
  });

  it("an approval holds until a step is changed, and again when the change is taken back", () => {
    expect(reviewStanding(reread(first))).toMatchObject({ status: "approved", changedSince: false });
    const [step] = first.steps;
    const changed: Plan = { ...first, steps: [{ ...step!, repetitions: 4 }, ...first.steps.slice(1)] };
    expect(reviewStanding(changed)).toMatchObject({ status: "draft", changedSince: true, version: { number: 1 } });
    expect(reviewStanding(mirrorPlan(first)).status).toBe("draft");
    expect(reviewStanding(mirrorPlan(mirrorPlan(first))).status).toBe("approved");
  });

  it("cannot be outdone by the word of the file", () => {
    const draft = unwrap(newVersion(arm, therapist));
    expect(reviewStanding({ ...draft, reviewStatus: "approved" }).status).toBe("draft");
    expect(reviewStanding({ ...arm, reviewStatus: "approved" })).toEqual({
      status: "approved",
      version: undefined,
      changedSince: false,
    });
  });

  it("are reviewed by a therapist or a doctor only", () => {
    for (const role of ["assistant", "patient", "program"] as const) {
      const by = { ...therapist, author: { name: "A. Example", role } };
      expect(newVersion(arm, { ...by, reviewStatus: "reviewed" })).toMatchObject({ path: "reviewStatus" });
      expect(unwrap(newVersion(arm, by)).reviewStatus).toBe("draft");
    }
  });

  it("are refused where nothing changed, and taken where the same plan is reviewed", () => {
    const draft = unwrap(newVersion(arm, therapist));
    expect(newVersion(draft, therapist)).toMatchObject({ value: "the same plan as version 1" });
    expect(newVersion(first, therapist)).toMatchObject({ path: "versions" });
    expect(reviewStanding(unwrap(newVersion(draft, { ...therapist, reviewStatus: "reviewed" }))).status).toBe(
      "reviewed",
    );
  });

  const text = serializePlan(first);
  it.each([
    ["a day that does not exist", text.replace("date: 2026-11-22", "date: 2026-02-30"), "versions[0].date"],
    ["an unknown role", text.replace("role: therapist", "role: friend"), "versions[0].author.role"],
    ["an approval by a patient", text.replace("role: therapist", "role: patient"), "versions[0].reviewStatus"],
    ["a hash that is none", text.replace(/hash: "...../, 'hash: "'), "versions[0].hash"],
    ["a number that is none", text.replace("number: 1", "number: 0"), "versions[0].number"],
    ["no reason", text.replace(/ +reason: .*\n/, ""), "versions[0].reason"],
  ])("%s is refused with its line", (_name, file, path) => {
    const read = parsePlan(file, "plan.yaml");
    expect(read).toMatchObject({ ok: false, path });
    if (!read.ok) expect(describeFailure(read)).toMatch(/^plan\.yaml:\d+: versions/);
  });

  it("numbers that run back are refused", () => {
    const twice = { ...first, versions: [...first.versions!, ...first.versions!] };
    expect(parsePlan(serializePlan(twice), "plan.yaml")).toMatchObject({ path: "versions[1].number", value: 1 });
  });
});
