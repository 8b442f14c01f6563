import { day, hour, unwrap } from "@openlymph/base";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contraindications, decisionOf, severity } from "../library/contraindication.ts";
import { liftableRules, liftingRoles } from "./lifting.ts";
import { screen } from "./screen.ts";
import { type Answers, type Lifting, type Screening, screeningOf } from "./screening.ts";

const now = Date.UTC(2026, 10, 22, 12) / 1000;
const allNo: Answers = Object.fromEntries(contraindications.map(({ id }) => [id, "no"]));
const yes = (...ids: readonly string[]): Answers => ({ ...allNo, ...Object.fromEntries(ids.map((id) => [id, "yes"])) });

function lifting(rules: readonly string[], change: Partial<Lifting> = {}): Lifting {
  const date = now - 3 * day;
  return { rules, name: "A. Example", role: "doctor", date, until: date + 90 * day, text: "agreed", ...change };
}

function judged(answers: Answers, more: Partial<Screening> = {}) {
  return unwrap(screen({ ...screeningOf(answers), ...more }, now));
}

const cleared = (rule: string, change?: Partial<Lifting>) => ({ clearances: [lifting([rule], change)] });
const overridden = (rule: string, change?: Partial<Lifting>) => ({ overrides: [lifting([rule], change)] });

describe("a clearance", () => {
  it("lifts a hold or stop while it lasts, and says by whom, when and until when", () => {
    const outcome = judged(yes("renal_acute"), cleared("renal_acute"));
    expect(outcome.decision).toBe("go");
    const [reason] = outcome.reasons;
    expect(reason).toMatchObject({ action: "INFO", ruleAction: "STOP_SAME_DAY" });
    expect(reason?.because).toMatch(/cleared by A. Example, doctor, on 2026-11-19 until 2027-02-17: "agreed"/);
  });

  it("counts from its day to its last", () => {
    expect(judged(yes("epilepsy"), cleared("epilepsy", { date: now + day })).decision).toBe("hold");
    const ended = judged(yes("ckd"), cleared("ckd", { until: now }));
    expect(ended.decision).toBe("hold");
    expect(ended.liftings[0]).toMatchObject({ counts: false, words: expect.stringContaining("it has ended") });
    expect(judged(yes("ckd"), cleared("ckd", { until: now + 1 })).decision).toBe("go");
  });

  it("is given by a clinician, never by the person or for another rule", () => {
    for (const role of ["self", "patient", "lymphedema therapist"]) {
      expect(judged(yes("dvt"), cleared("dvt", { role })).decision, role).toBe("stop");
    }
    expect(judged(yes("dvt"), cleared("ckd")).decision).toBe("stop");
  });

  it("leaves the regions and limits of what it lifts", () => {
    expect(judged(yes("liver"), cleared("liver"))).toMatchObject({
      decision: "restrict",
      avoidRegions: [{ id: "abdomen" }],
    });
    expect(judged(yes("hf_comp"), cleared("hf_comp"))).toMatchObject({
      decision: "modify",
      limits: { maxMinutes: 15, limbsPerSession: 1, dailyWeight: true, positions: ["half sitting"] },
    });
  });

  it("of a region gives the region back, of a limit the time", () => {
    expect(judged(yes("arrhythmia"), cleared("arrhythmia"))).toMatchObject({ decision: "go", avoidRegions: [] });
    expect(judged(yes("asthma"), cleared("asthma"))).toMatchObject({ decision: "go", limits: {}, avoidRegions: [] });
    const early = yes("pregnancy", "pregnancy_early");
    expect(judged(early, cleared("pregnancy_early"))).toMatchObject({ decision: "restrict" });
    expect(judged(early, cleared("pregnancy"))).toMatchObject({ decision: "hold" });
  });

  it("stands for an answer that is missing, except in an emergency", () => {
    expect(judged({ ...allNo, tb: "unknown" }, cleared("tb"))).toMatchObject({ decision: "go", questionsMissing: [] });
    expect(judged({ ...allNo, pe: "unknown" }, cleared("pe")).questionsMissing).toMatchObject([{ id: "pe" }]);
  });
});

describe("an override", () => {
  it("is a named professional's, with a reason", () => {
    const role = "lymphedema therapist";
    const { decision, reasons } = judged(yes("iud"), overridden("iud", { role, text: "light strokes only" }));
    expect(decision).toBe("go");
    expect(reasons[0]?.because).toContain("overridden by A. Example, lymphedema therapist, on 2026-11-19");
    expect(reasons[0]?.because).toContain('"light strokes only"');
    expect(judged(yes("iud"), overridden("iud", { role: "friend" })).decision).toBe("restrict");
  });
});

describe("an emergency", () => {
  it("stays one whatever anybody clears or overrides (random liftings)", () => {
    const emergencies = contraindications.filter(({ action }) => action === "EMERGENCY").map(({ id }) => id);
    expect(emergencies).toHaveLength(5);
    const all = contraindications.map(({ id }) => id);
    const some = fc.subarray(all, { minLength: 1 });
    const role = fc.constantFrom(...liftingRoles.override, "self");
    fc.assert(
      fc.property(fc.constantFrom(...emergencies), some, some, role, (emergency, clear, override, by) => {
        const more = {
          clearances: [lifting([...clear, emergency], { role: by })],
          overrides: [lifting([...override, emergency], { role: by })],
        };
        expect(judged(yes(emergency), more).decision).toBe("emergency");
        expect(judged(yes("fever", "immuno"), more).decision).toBe("emergency");
      }),
      { numRuns: 100, seed: 9 },
    );
    for (const id of emergencies) expect(liftableRules.has(id)).toBe(false);
  });
});

describe("any other rule", () => {
  it("is never more severe for being lifted, and comes back when the lifting ends", () => {
    for (const { id, action } of contraindications) {
      const lifted = judged(yes(id), overridden(id));
      expect(severity(lifted.action), id).toBeGreaterThanOrEqual(severity(action));
      expect(judged(yes(id), overridden(id, { until: now })).decision, id).toBe(decisionOf(action));
    }
  });
});

describe("after an infection", () => {
  const began = now - 4 * day;
  const episode = (change: object) => ({
    episodes: [
      {
        rule: "cellulitis",
        began,
        feverFreeSince: now - 49 * hour,
        signs: { rednessShrinking: "yes" as const },
        ...change,
      },
    ],
  });

  it("drainage begins again with a clearance, 48 h without fever and shrinking redness, and not before", () => {
    expect(judged(allNo, { ...episode({}), ...cleared("cellulitis") }).decision).toBe("go");
    const lacking: readonly (readonly [Partial<Screening>, string])[] = [
      [episode({}), "no clearance by a clinician counts"],
      [{ ...episode({ feverFreeSince: now - 47.5 * hour }), ...cleared("cellulitis") }, "without fever for 47 of 48 h"],
      [{ ...episode({ signs: {} }), ...cleared("cellulitis") }, "it is not said that the redness is shrinking"],
      [{ ...episode({ signs: { rednessShrinking: "no" } }), ...cleared("cellulitis") }, "redness is shrinking"],
      [{ ...episode({}), ...cleared("cellulitis", { date: began - day }) }, "given before the infection"],
    ];
    for (const [more, words] of lacking) {
      const { decision, reasons } = judged(allNo, more);
      expect(decision, words).toBe("stop");
      expect(reasons[0]?.because).toContain(words);
    }
  });

  it("a clearance alone does not lift redness that is there today", () => {
    const { decision, reasons } = judged(yes("cellulitis"), cleared("cellulitis"));
    expect(decision).toBe("stop");
    expect(reasons[0]?.because).toContain("not said since when there has been no fever");
  });

  it("a fever needs 48 h without it and feeling well, no clearance", () => {
    const fever = { rule: "fever", began, feverFreeSince: now - 48 * hour, signs: { feelingWell: "yes" as const } };
    expect(judged(allNo, { episodes: [fever] }).decision).toBe("go");
    expect(judged(allNo, { episodes: [{ ...fever, feverFreeSince: now - 47 * hour }] }).decision).toBe("stop");
    expect(judged(allNo, { episodes: [{ ...fever, signs: {} }] }).decision).toBe("stop");
  });

  it("the latest of two infections counts", () => {
    const [first] = episode({ began: now - 300 * day }).episodes;
    const [second] = episode({ feverFreeSince: now - hour }).episodes;
    const more = { episodes: [second!, first!], ...cleared("cellulitis") };
    expect(judged(allNo, more).decision).toBe("stop");
  });
});

describe("the screening is answered again", () => {
  const again = (more: Partial<Screening>) => judged(allNo, more);

  it("after 30 days", () => {
    expect(again({ answeredAt: now - 30 * day })).toMatchObject({ decision: "go", validUntil: now });
    const old = again({ answeredAt: now - 31 * day });
    expect(old).toMatchObject({ decision: "hold", said: { title: "Answer the questions again", locks: true } });
    expect(old.reasons[0]?.because).toContain("31 days ago");
  });

  it("after a clearance and after an illness", () => {
    const answeredAt = now - 10 * day;
    expect(again({ answeredAt, ...cleared("ckd") }).reasons[0]?.because).toContain(
      "before the clearance of 2026-11-19",
    );
    expect(again({ answeredAt, ...cleared("ckd", { date: answeredAt }) }).decision).toBe("go");
    const fever = {
      rule: "fever",
      began: now - 5 * day,
      feverFreeSince: now - 3 * day,
      signs: { feelingWell: "yes" as const },
    };
    expect(again({ answeredAt, episodes: [fever] }).reasons[0]?.because).toContain("before the illness of 2026-11-17");
  });

  it("and the daily questions after 12 hours", () => {
    const signs = Object.fromEntries(["d1", "d2", "d3", "d4", "d5", "d6", "d7"].map((id) => [id, "no" as const]));
    const at = (hours: number) => judged({ ...allNo, ...signs }, { answeredAt: now - hours * hour });
    expect(at(11.9).decision).toBe("go");
    expect(at(12)).toMatchObject({ decision: "hold", reasons: [{ rule: "full_screen_again" }] });
  });

  it("within the day a file names, nothing is too old; answers of tomorrow are refused", () => {
    const signs = { d1: "no", d2: "no", d3: "no", d4: "no", d5: "no", d6: "no", d7: "no" } as const;
    const midnight = Math.floor(now / day) * day;
    const answeredAt = midnight;
    const late = (dayOnly: boolean) =>
      unwrap(screen({ ...screeningOf({ ...allNo, ...signs }), answeredAt, dayOnly }, midnight + 20 * hour));
    expect(late(true).decision).toBe("go");
    expect(late(false).decision).toBe("hold");
    const tomorrow = screen({ ...screeningOf(allNo), answeredAt: now + day }, now);
    expect(tomorrow).toMatchObject({ code: "param/out-of-range", path: "date", value: "2026-11-23" });
  });
});
