import { unwrap } from "@openlymph/base";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  contraindications,
  decisionOf,
  contraindicationLibrary as library,
  mostSevere,
  severity,
} from "../library/contraindication.ts";
import { dailyCheck, screen } from "./screen.ts";
import { type Answer, type Answers, answerWords, screeningOf } from "./screening.ts";

const noon = Date.UTC(2026, 10, 22, 12) / 1000;
const ids = contraindications.map(({ id }) => id);
const allNo: Answers = Object.fromEntries(ids.map((id) => [id, "no"]));
const dailyNo: Answers = Object.fromEntries(library.dailyCheck.items.map(({ id }) => [id, "no"]));
const yes = (...some: readonly string[]): Answers => Object.fromEntries(some.map((id) => [id, "yes"]));
const judged = (answers: Answers) => unwrap(screen(screeningOf(answers), noon));
const daily = (answers: Answers) => unwrap(dailyCheck(screeningOf(answers), noon));

/** Pairs of rules that are an emergency together. */
const escalated = library.engineRules.escalations.flatMap(({ if: [first = [], second = []] }) =>
  first.flatMap((a) => second.filter((b) => ids.includes(b)).map((b) => [a, b].sort().join("+"))),
);

describe("one rule", () => {
  it.each(contraindications.map((rule) => [rule.id, rule] as const))("%s: yes sets it off, no does not", (id, rule) => {
    const outcome = judged({ ...allNo, [id]: "yes" });
    expect(outcome.decision).toBe(decisionOf(rule.action));
    expect(outcome.reasons).toHaveLength(1);
    expect(outcome.reasons[0]).toMatchObject({
      rule: id,
      action: rule.action,
      evidence: rule.evidence,
      reviewStatus: "draft",
    });
    expect(outcome.reasons[0]?.because).toContain(rule.question);
    expect(outcome.reasons[0]?.sources.map(({ key }) => key)).toEqual(rule.sources);
    const places = [...(rule.avoidRegions ?? []), ...(rule.modify?.avoidRegions ?? [])];
    expect(outcome.avoidRegions.map((region) => region.id)).toEqual(places);
    expect(outcome.questionsMissing).toEqual([]);
    const without = judged(allNo);
    expect(without).toMatchObject({ decision: "go", reasons: [], avoidRegions: [], questionsMissing: [] });
  });

  it("holds while a question of an emergency, stop or hold rule has no answer, and says which", () => {
    for (const { id, action, question } of contraindications) {
      const grave = severity(action) <= severity("HOLD_CLEARANCE");
      const { [id]: _no, ...without } = allNo;
      for (const answers of [without, { ...allNo, [id]: "unknown" as const }]) {
        const outcome = judged(answers);
        expect(outcome.decision, id).toBe(grave ? "hold" : "go");
        expect(outcome.questionsMissing).toEqual(grave ? [{ id, question }] : []);
        expect(outcome.questionsOpen).toEqual(grave ? [] : [{ id, question }]);
      }
    }
    expect(judged({}).said.body).toBe("Do not start yet. 28 questions are not answered.");
  });

  it("asks a second question where it changes the answer", () => {
    expect(judged({ ...allNo, ...yes("asthma") })).toMatchObject({
      decision: "modify",
      questionsOpen: [{ id: "asthma_attack" }],
    });
    expect(judged({ ...allNo, ...yes("asthma", "asthma_attack") }).decision).toBe("hold");
    expect(judged({ ...allNo, ...yes("pregnancy"), pregnancy_early: "no" })).toMatchObject({
      decision: "restrict",
      questionsOpen: [],
    });
    expect(judged({ ...allNo, ...yes("pregnancy", "pregnancy_early") }).decision).toBe("hold");
  });
});

describe("several rules", () => {
  it("take the more severe of every pair, except the escalations, which become an emergency", () => {
    const seen = new Set<string>();
    for (const [at, first] of contraindications.entries()) {
      for (const second of contraindications.slice(at + 1)) {
        const pair = [first.id, second.id].sort().join("+");
        const { action, reasons } = judged({ ...allNo, ...yes(first.id, second.id) });
        const escalates = escalated.includes(pair);
        expect(action, pair).toBe(escalates ? "EMERGENCY" : mostSevere([first.action, second.action]));
        expect(reasons.length, pair).toBe(escalates ? 3 : 2);
        if (escalates) seen.add(pair);
      }
    }
    expect([...seen].sort()).toEqual([...escalated].sort());
    expect(seen.size).toBe(5);
  });

  it("escalate a possible clot, heart failure and cellulitis with the daily signs that belong to them", () => {
    for (const [rule, sign] of [
      ["dvt", "d4"],
      ["dvt", "d5"],
      ["hf_decomp", "d4"],
      ["cellulitis", "d4"],
    ] as const) {
      const { reasons } = judged({ ...allNo, ...dailyNo, ...yes(rule, sign) });
      expect(reasons.map((reason) => reason.rule)).toContain(`${rule}+${sign}`);
    }
    expect(daily({ ...dailyNo, ...yes("d3") }).decision).toBe("stop");
    expect(daily({ ...dailyNo, ...yes("d3", "immuno") }).decision).toBe("emergency");
    const oneSign = daily({ ...dailyNo, ...yes("d5") }).reasons.map((reason) => reason.rule);
    expect(oneSign).toEqual(["pe", "dvt"]);
  });

  it("are never milder than their gravest answer, whatever else is said (random answers)", () => {
    const answer = fc.constantFrom<Answer | undefined>(...answerWords, undefined);
    fc.assert(
      fc.property(fc.record(Object.fromEntries(ids.map((id) => [id, answer]))), (given) => {
        const answers = Object.fromEntries(Object.entries(given).filter(([, one]) => one !== undefined)) as Answers;
        const { action, reasons, questionsMissing, avoidRegions } = judged(answers);
        const set = contraindications.filter(({ id }) => answers[id] === "yes");
        expect(severity(action)).toBeLessThanOrEqual(severity(mostSevere(set.map((rule) => rule.action))));
        if (questionsMissing.length > 0) expect(severity(action)).toBeLessThanOrEqual(severity("HOLD_CLEARANCE"));
        for (const { id } of set) expect(reasons.some(({ rule }) => rule === id)).toBe(true);
        const places = set.flatMap((rule) => [...(rule.avoidRegions ?? []), ...(rule.modify?.avoidRegions ?? [])]);
        expect(new Set(avoidRegions.map((region) => region.id))).toEqual(new Set(places));
      }),
      { numRuns: 200, seed: 5 },
    );
  });

  it("take the least minutes and everything that is asked for", () => {
    const { limits, said } = judged({ ...allNo, ...yes("asthma", "hypotension", "diabetes"), asthma_attack: "no" });
    expect(limits).toEqual({ maxMinutes: 15, needInhaler: true, riseSlowly: true, skinCheck: true });
    expect(said.body).toContain("At most 15 minutes.");
  });

  it("unite the regions they leave out, with what each covers", () => {
    const { avoidRegions } = judged({ ...allNo, ...yes("pregnancy", "aaa", "thyroid_any") });
    const belly = avoidRegions.find(({ id }) => id === "abdomen");
    expect(belly).toMatchObject({ rules: ["pregnancy", "aaa"], located: true });
    expect(belly?.territories).toEqual(["abdomenLower_L", "abdomenLower_R", "abdomenUpper_L", "abdomenUpper_R"]);
    expect(avoidRegions.find(({ id }) => id === "neck_lateral")?.nodes).toContain("DLC2_R");
  });
});

describe("the daily questions", () => {
  it.each([
    ["d1", ["cellulitis"], "stop"],
    ["d2", ["cellulitis", "dvt"], "stop"],
    ["d3", ["fever"], "stop"],
    ["d4", ["sepsis", "pe"], "emergency"],
    ["d5", ["pe", "dvt"], "emergency"],
    ["d6", ["skin_met", "open_wound"], "stop"],
    ["d7", ["full_screen_again"], "hold"],
  ] as const)("%s points to %j", (sign, rules, decision) => {
    const outcome = daily({ ...dailyNo, ...yes(sign) });
    expect(outcome.decision).toBe(decision);
    expect(outcome.reasons.map(({ rule }) => rule)).toEqual(rules);
    expect(outcome.reasons[0]?.because).toContain(sign);
    expect(judged({ ...allNo, ...dailyNo, ...yes(sign) }).decision).toBe(decision);
  });

  it("hold for 12 hours when all are answered with no, and need all seven", () => {
    expect(daily(dailyNo)).toMatchObject({ decision: "go", validUntil: noon + 12 * 3600 });
    const { d7: _left, ...six } = dailyNo;
    expect(daily(six)).toMatchObject({ decision: "hold", questionsMissing: [{ id: "d7" }] });
    expect(daily({}).questionsMissing).toHaveLength(7);
    expect(judged({ ...allNo, d1: "unknown" }).questionsMissing).toHaveLength(7);
  });

  it("do not judge the screening anew", () => {
    expect(daily({ ...dailyNo, ...yes("pregnancy") })).toMatchObject({ decision: "go", reasons: [], avoidRegions: [] });
  });
});

describe("what is said", () => {
  const emergency = { ...allNo, ...yes("pe") };
  const said = (settings: Parameters<typeof screen>[2]) => unwrap(screen(screeningOf(emergency), noon, settings)).said;

  it("names the number of the country, and every number where the country is not known", () => {
    expect(said({ country: "UK" })).toMatchObject({ button: "Call 999", locks: true });
    expect(said({ country: "de" }).body).toMatch(/^Call 112\..*Tell them: Possible lung clot\./);
    expect(said({}).body).toContain("911 in the United States and Canada");
    expect(said({ country: "XX", emergencyNumber: "144" }).button).toBe("Call 144");
  });

  it("can be a clinic's own, with the same things filled in", () => {
    const own = { country: "UK", wording: { EMERGENCY: { title: "Ring {emergencyNumber} at once" } } };
    expect(said(own)).toMatchObject({ title: "Ring 999 at once", button: "Call 999" });
    const refused = (id: string, words: object) => expect(screen(screeningOf({}), noon, { wording: { [id]: words } }));
    refused("EMERGENCY", { body: "Ring somebody" }).toMatchObject({
      code: "field/invalid",
      path: "wording.EMERGENCY.body",
    });
    refused("MODIFY", { title: "{chances}" }).toMatchObject({
      path: "wording.MODIFY.title",
      hint: "Did you mean changes?",
    });
  });

  it("leaves no gap open", () => {
    for (const answers of [allNo, {}, ...ids.map((id) => ({ ...allNo, ...yes(id) }))]) {
      const { title, body, button } = judged(answers).said;
      expect(`${title} ${body} ${button}`).not.toMatch(/[{}]|undefined/);
    }
  });

  it("shows who reviewed a rule, and calls all others drafts", () => {
    const review = { status: "approved", name: "A. Example", role: "doctor", date: "2026-10-01" } as const;
    const { reasons, reviewStatus } = unwrap(screen(screeningOf(emergency), noon, { reviews: { pe: review } }));
    expect(reasons[0]).toMatchObject({ reviewStatus: "approved", review });
    expect(reviewStatus).toBe("draft");
    const all = Object.fromEntries(ids.map((id) => [id, review]));
    expect(unwrap(screen(screeningOf(emergency), noon, { reviews: all })).reviewStatus).toBe("approved");
  });

  it("tells how published lists compare", () => {
    const [dvt] = judged({ ...allNo, ...yes("dvt") }).reasons;
    expect(dvt?.lists?.words).toBe("5 of 8 lists say absolute");
    expect(dvt?.lists?.lists).toContainEqual(expect.objectContaining({ source: "WOOD", says: "no (blood clot)" }));
    expect(judged({ ...allNo, ...yes("epilepsy") }).reasons[0]?.lists).toBeUndefined();
  });

  it("refuses answers, countries, wordings and rules that do not exist", () => {
    const refused = (...args: Parameters<typeof screen>) => expect(screen(...args));
    refused(screeningOf(yes("sepsi")), noon).toMatchObject({ code: "reference/unknown", path: "answers.sepsi" });
    refused(screeningOf({}), noon, { country: "XX" }).toMatchObject({ code: "reference/unknown", value: "XX" });
    refused(screeningOf({}), noon, { wording: { STOP: {} } }).toMatchObject({ path: "wording.STOP" });
    refused(screeningOf({}), noon, {
      reviews: { pee: { status: "reviewed", name: "A", role: "b", date: "c" } },
    }).toMatchObject({
      path: "reviews.pee",
    });
  });
});
