import { day, hour, unwrap } from "@openlymph/base";
import { parseHistory } from "@openlymph/therapy";
import { describe, expect, it } from "vitest";
import { reportedDays } from "./course-clock.ts";
import { isSessionDay, keptDays, sessionDates } from "./course-days.ts";
import { usualCourse } from "./course-settings.ts";

const head =
  "format: openlymph/history@1\ntitle: a case\nprovenance: { tag: assumed, source: a test }\nasOf: 2026-06-30\n";
const historyOf = (yaml = "") => unwrap(parseHistory(`${head}${yaml}`, "case.yaml"));

describe("keptDays", () => {
  it("are exactly the share that is kept to", () => {
    for (const adherence of [0, 0.25, 0.39, 0.5, 1]) {
      expect(keptDays({ ...usualCourse, adherence }).size).toBe(Math.round(84 * adherence));
    }
  });

  it("are decided by the seed, and lower adherence leaves out the same days and more", () => {
    const kept = (adherence: number, seed: number) => [...keptDays({ ...usualCourse, adherence, seed })];
    expect(kept(0.6, 7)).toEqual(kept(0.6, 7));
    expect(new Set(kept(0.6, 7))).not.toEqual(new Set(kept(0.6, 8)));
    const more = new Set(kept(0.8, 7));
    expect(kept(0.4, 7).every((n) => more.has(n))).toBe(true);
  });
});

describe("sessions", () => {
  it("fall on as many days of every week as are asked for, beginning with its first", () => {
    for (const perWeek of [1, 2, 3, 4, 5, 6, 7]) {
      for (const week of [0, 1, 11]) {
        const days = [0, 1, 2, 3, 4, 5, 6].filter((n) => isSessionDay(perWeek, 7 * week + n));
        expect(days).toHaveLength(perWeek);
        expect(days[0]).toBe(0);
      }
    }
    expect([0, 1, 2, 3, 4, 5, 6].filter((n) => isSessionDay(3, n))).toEqual([0, 2, 4]);
  });

  it("begin at their time of the day, in rising order", () => {
    const { held, forbidden } = sessionDates(
      historyOf(),
      { ...usualCourse, sessions: { perWeek: 7, at: 9 * hour }, duration: 3 * day },
      600,
    );
    expect(held).toEqual([9 * hour, 33 * hour, 57 * hour]);
    expect(forbidden).toEqual([]);
  });

  it("are forbidden while an infection runs and within a day of it", () => {
    const ill = historyOf("events:\n  - infection: { limb: arm, side: left }\n    at: 5 d\n    for: 2 d\n");
    const settings = { ...usualCourse, sessions: { perWeek: 7, at: 12 * hour }, duration: 14 * day };
    const { held, forbidden } = sessionDates(ill, settings, 600);
    expect(forbidden.map((start) => start / day)).toEqual([4.5, 5.5, 6.5, 7.5]);
    expect(held).toHaveLength(10);
  });
});

describe("reportedDays", () => {
  it("hold the beginning, the end of the course and the end of all, each once and rising", () => {
    const days = reportedDays({ ...usualCourse, duration: 28 * day, after: 14 * day });
    expect(days).toEqual([0, 1, 3, 7, 14, 21, 28, 29, 31, 35, 42]);
    expect(reportedDays({ ...usualCourse, duration: day, after: 0 })).toEqual([0, 1]);
  });
});
