import { readFileSync } from "node:fs";
import path from "node:path";
import { day, describeFailure, hour, minute, mmHg, unwrap } from "@openlymph/base";
import { parseHistory } from "@openlymph/therapy";
import { describe, expect, it } from "vitest";
import { healthy, mildArm } from "../testing/examples.ts";
import { root } from "../testing/run-cli.ts";
import { readCourse, type WrittenCourse } from "./read-course.ts";

const historyOf = (file: string) => unwrap(parseHistory(readFileSync(path.join(root, file), "utf8"), file));
const arm = historyOf(mildArm);
const read = (written: WrittenCourse) => unwrap(readCourse(written, arm));

describe("readCourse", () => {
  it("reads everything a course can be", () => {
    expect(
      read({
        plan: "plan.yaml",
        perWeek: "3",
        sessionAt: "09:30",
        garment: "25 mmHg",
        hours: "8",
        garmentAt: "10:00",
        exercise: "20min",
        exerciseAt: "07:00",
        exerciseGarment: "off",
        limb: "arm_R, leg_L",
        upright: "06:30-22:00",
        adherence: "60%",
        seed: "4",
        for: "2weeks",
        after: "10d",
      }),
    ).toEqual({
      duration: 14 * day,
      after: 10 * day,
      limbs: ["arm_R", "leg_L"],
      sessions: { perWeek: 3, at: 9.5 * hour },
      garment: { pressure: 25 * mmHg, from: 10 * hour, duration: 8 * hour },
      exercise: { from: 7 * hour, duration: 20 * minute, garment: "off" },
      upright: { from: 6.5 * hour, duration: 15.5 * hour },
      adherence: 0.6,
      seed: 4,
    });
  });

  it("takes the limb at risk, exercises in the garment, and holds sessions when it comes off", () => {
    const course = read({ plan: "plan.yaml", garment: "30mmHg", exercise: "20min" });
    expect(course).toMatchObject({
      limbs: ["arm_L"],
      duration: 84 * day,
      after: 28 * day,
      sessions: { perWeek: 5, at: 20 * hour },
      garment: { from: 8 * hour, duration: 12 * hour },
      exercise: { from: 8 * hour, garment: "on" },
    });
    const night = read({ plan: "plan.yaml", garment: "20mmHg", garmentAt: "21:00", hours: "10" });
    expect(night.sessions.at).toBe(7 * hour);
    expect(read({ plan: "plan.yaml", garment: "20mmHg", hours: "24" }).sessions.at).toBe(20 * hour);
    expect(read({ garment: "20mmHg", upright: "20:00-04:00" }).upright).toEqual({
      from: 20 * hour,
      duration: 8 * hour,
    });
  });

  it("refuses what cannot be, with the option, what was written and what is allowed", () => {
    const refused: readonly (readonly [WrittenCourse, string])[] = [
      [{}, "expected at least one of --plan, --garment and --exercise"],
      [{ perWeek: "5" }, '--per-week: .* found "5", expected --plan beside it'],
      [{ exercise: "20min", hours: "5" }, "--hours: .* expected --garment beside it"],
      [{ garment: "30mmHg", exerciseGarment: "on" }, "--exercise-garment: .* expected --exercise beside it"],
      [{ plan: "p", perWeek: "9" }, '--per-week: .* found "9", expected a whole number from 1 to 7'],
      [{ plan: "p", sessionAt: "25:00" }, "--session-at: .* 00:00 to 23:59"],
      [{ garment: "30" }, "--garment: .* expected a pressure with a unit"],
      [{ garment: "90mmHg" }, "--garment: .* expected 1 to 80 mmHg"],
      [{ garment: "30mmHg", hours: "25" }, "--hours: .* at most 24"],
      [{ garment: "30mmHg", hours: "0" }, "--hours: .* at most 24"],
      [{ garment: "30mmHg", garmentAt: "8" }, "--garment-at: .* 00:00 to 23:59"],
      [{ exercise: "20" }, "--exercise: .* expected a time with a unit"],
      [{ exercise: "13h" }, "--exercise: .* expected 1 min to 12 h a day"],
      [{ exercise: "20min", exerciseGarment: "maybe" }, "--exercise-garment: .* expected on or off"],
      [{ garment: "30mmHg", limb: "armL" }, "--limb: .* arm_L, arm_R, leg_L, leg_R. Did you mean arm_L"],
      [{ garment: "30mmHg", upright: "07:00" }, '--upright: .* "07:00-23:00"'],
      [{ garment: "30mmHg", upright: "07:00-07:00" }, "--upright: .* two different times"],
      [{ garment: "30mmHg", adherence: "120%" }, "--adherence: .* expected 0 to 100 % of the days"],
      [{ garment: "30mmHg", seed: "-1" }, "--seed: .* expected a whole number"],
      [{ garment: "30mmHg", for: "10h" }, "--for: .* whole days, 1 d to 366 d"],
      [{ garment: "30mmHg", for: "2weeks3" }, "--for: .* expected a time with a unit"],
      [{ garment: "30mmHg", after: "400d" }, "--after: .* whole days, 0 d to 366 d"],
    ];
    for (const [written, words] of refused) {
      const result = readCourse(written, arm);
      expect(result.ok, words).toBe(false);
      if (!result.ok) expect(describeFailure(result)).toMatch(new RegExp(words));
    }
    const nobody = readCourse({ garment: "30mmHg" }, historyOf(healthy));
    expect(nobody).toMatchObject({ code: "field/missing", path: "--limb" });
    expect(readCourse({ plan: "p" }, historyOf(healthy)).ok).toBe(true);
  });
});
