import { readFileSync } from "node:fs";
import { canonicalJson, day, hour, minute, mL, mmHg, unwrap } from "@openlymph/base";
import { healthyCondition, integrateBody } from "@openlymph/physiology";
import { parseHistory, parsePlan } from "@openlymph/therapy";
import { describe, expect, it } from "vitest";
import { bodyAsOf } from "../body/body-as-of.ts";
import { healthyBody } from "../body/healthy-body.ts";
import { historyStart } from "../body/history-condition.ts";
import { runBody } from "../body/run-body.ts";
import { sessionSteps } from "../session/session-steps.ts";
import { courseCondition } from "./course-condition.ts";
import { sessionDates } from "./course-days.ts";
import type { CourseLine, CourseRun } from "./course-run.ts";
import { type CoursePart, type CourseSettings, usualCourse } from "./course-settings.ts";
import { runCourse } from "./run-course.ts";

const examples = new URL("../../../../examples/", import.meta.url);
const text = (path: string) => readFileSync(new URL(path, examples), "utf8");
const historyOf = (name: string) => unwrap(parseHistory(text(`histories/${name}.yaml`), name));
const arm = historyOf("arm-mild-swelling");
const plan = unwrap(parsePlan(text("plans/draft-arm.yaml"), "plan"));

const garment = { pressure: 30 * mmHg, from: 8 * hour, duration: 12 * hour };
const exercise = { from: 8 * hour, duration: 20 * minute, garment: "on" } as const;
const course: Partial<CourseSettings> = { duration: 7 * day, after: 7 * day, limbs: ["arm_L"], garment, exercise };

/** Excess of the limb at the resting moment of a day, mL. */
function excess(run: CourseRun, line: Pick<CourseLine, "series">, dayNumber: number): number {
  return line.series[run.limb].excess[run.rest[dayNumber]!]! / mL;
}

function lineOf(run: CourseRun, parts: readonly CoursePart[]): CourseLine {
  return run.lines.find((line) => line.parts.join() === parts.join())!;
}

describe("a course of garment, exercise and sessions", () => {
  const run = unwrap(runCourse(arm, plan, course));
  const [whole, none] = run.lines;

  it("is about the limb at risk, with every part alone and every part left out, each once", () => {
    expect(run.limb).toBe("arm_L");
    expect(run.lines.map(({ parts }) => parts.join("+"))).toEqual([
      "garment+exercise+sessions",
      "",
      "garment",
      "exercise",
      "sessions",
      "exercise+sessions",
      "garment+sessions",
      "garment+exercise",
    ]);
    expect(run.sessions.held).toHaveLength(5);
  });

  it("holds less fluid than the body without it, and least in the garment", () => {
    expect(excess(run, whole, 0)).toBe(excess(run, none, 0));
    expect(excess(run, whole, 7)).toBeLessThan(0.6 * excess(run, none, 7));
    const { excess: all } = whole.series.arm_L;
    const inGarment = run.times.findIndex((time) => time === 6 * day + 20 * hour);
    expect(all[inGarment]!).toBeLessThan(all[run.rest[6]!]!);
    expect(all[inGarment]!).toBeLessThan(all[run.rest[7]!]!);
  });

  it("washes protein down and lets more lymph through while it lasts", () => {
    const at = run.rest[7]!;
    expect(whole.series.arm_L.protein[at]!).toBeLessThan(0.95 * none.series.arm_L.protein[at]!);
    expect(whole.series.arm_L.drained[at]!).toBeGreaterThan(1.2 * none.series.arm_L.drained[at]!);
  });

  it("goes back toward the body without it when it is over, and not past it", () => {
    const gaps = [7, 8, 10, 14].map((n) => excess(run, none, n) - excess(run, whole, n));
    gaps.slice(1).forEach((gap, n) => {
      expect(gap).toBeLessThan(gaps[n]!);
      expect(gap).toBeGreaterThan(0);
    });
  });

  it("leaves the other limbs as they are", () => {
    for (const limb of ["arm_R", "leg_L", "leg_R"] as const) {
      const [a, b] = [whole.series[limb].excess, none.series[limb].excess];
      a.forEach((value, n) => {
        expect(Math.abs(value - b[n]!) / mL).toBeLessThan(1);
      });
    }
  });

  it("shows sessions as little beside the garment, as they were measured", () => {
    const takes = (parts: readonly CoursePart[]) => excess(run, none, 7) - excess(run, lineOf(run, parts), 7);
    expect(takes(["sessions"])).toBeGreaterThan(0);
    expect(takes(["sessions"])).toBeLessThan(0.05 * takes(["garment"]));
    expect(run.notes.join(" ")).toMatch(/EFforT-BCRL .*sessions added little or nothing to compression/);
    expect(run.notes.join(" ")).toMatch(/Nobody can say how much a session moves/);
  });

  it("shows what nobody has measured as a range, wider than what sessions do by their vessels", () => {
    const spread = run.unknowns.find(({ unknown }) => unknown.id === "handDisplacement")!;
    expect(spread.lines.map(({ value }) => value)).toEqual([1, 10, 100, 1000]);
    const taken = spread.lines.map((line) => excess(run, { series: spread.leftOut }, 7) - excess(run, line, 7));
    taken.slice(1).forEach((value, n) => {
      expect(value).toBeGreaterThan(taken[n]!);
    });
    expect(taken[3]!).toBeGreaterThan(3 * taken[0]!);
    const shares = run.unknowns.find(({ unknown }) => unknown.id === "garmentTissueShare")!;
    const rests = shares.lines.map((line) => excess(run, line, 7));
    expect(rests[0]!).toBeGreaterThan(rests[1]!);
    expect(rests[1]!).toBeGreaterThan(rests[2]!);
    expect(rests[2]).toBe(excess(run, whole, 7));
  });

  it("follows the first session for a day, within the bound for the vessels alone", () => {
    const session = run.session!;
    expect(session.start).toBe(20 * hour);
    const byVessels = session.differences[0]!;
    expect(byVessels.displacement).toBe(1);
    expect(Math.max(...byVessels.values.map(Math.abs))).toBeLessThan(session.bound.total);
    const last = session.differences.map(({ values }) => values.at(-1)!);
    expect(last.at(-1)!).toBeLessThan(last[0]!);
    expect(session.reported.map((place) => session.times[place]! / hour).slice(1)).toEqual([1, 6, 24]);
  });

  it("finds in that day what the course with and without its sessions differ by", () => {
    const at = run.times.indexOf(44 * hour);
    const { series } = lineOf(run, ["garment", "exercise"]);
    const differ = whole.series.arm_L.excess[at]! - series.arm_L.excess[at]!;
    const found = run.session!.differences[0]!.values.at(-1)!;
    expect(found).toBeLessThan(0);
    expect(differ / found).toBeGreaterThan(0.9);
    expect(differ / found).toBeLessThan(1.1);
  });

  it("keeps fluid and protein in every run", () => {
    expect(run.balance.fluidError).toBeLessThan(1e-9);
    expect(run.balance.proteinError).toBeLessThan(1e-9);
  });

  it("gives the same bytes again", () => {
    const short = { ...course, duration: 2 * day, after: 0 };
    const once = canonicalJson(unwrap(runCourse(arm, plan, short)));
    expect(canonicalJson(unwrap(runCourse(arm, plan, short)))).toBe(once);
  });
});

describe("laws of a course", () => {
  it("with nothing in it the body is that of body run", () => {
    const run = unwrap(runCourse(arm, undefined, { duration: 3 * day, after: day }));
    const times = run.times.map((time) => time - historyStart(arm));
    const { series } = unwrap(runBody(arm, { times }));
    const [whole, none] = run.lines;
    expect(whole.series).toEqual(none.series);
    expect(run.unknowns).toEqual([]);
    const { start, last } = run.moments;
    const [first, end] = [series.states[0]!, series.states.at(-1)!];
    run.index.territories.forEach((id, k) => {
      expect(start.volume[k]! / first.volume[k]!, id).toBeCloseTo(1, 3);
      expect(last.without.volume[k]! / end.volume[k]!, id).toBeCloseTo(1, 3);
    });
  });

  const settings: CourseSettings = { ...usualCourse, ...course, adherence: 0.7, seed: 3 };
  const body = healthyBody();
  const steps = sessionSteps(plan);
  const { held } = sessionDates(arm, settings, steps.at(-1)!.end);

  it("does not ask in which order its parts are named", () => {
    const orders = [
      ["garment", "exercise", "sessions"],
      ["sessions", "garment", "exercise"],
    ] as const;
    const [one, other] = orders.map((parts) => courseCondition(body, arm, settings, steps, held, { parts }));
    expect([...other!.breaks].sort()).toEqual([...one!.breaks].sort());
    for (let time = 0; time < 8 * day; time += 0.37 * hour) {
      const [a, b] = [healthyCondition(body), healthyCondition(body)];
      one!.apply(time, a);
      other!.apply(time, b);
      expect(b).toEqual(a);
    }
  });

  it("goes on from its middle with the same bits", () => {
    const { breaks, apply } = courseCondition(body, arm, settings, steps, held, {
      parts: ["garment", "exercise", "sessions"],
    });
    const today = bodyAsOf(body, arm).states.at(-1)!;
    const [middle, end] = [3.4 * day, 7 * day];
    const run = (start: typeof today, sampleTimes: readonly number[]) =>
      integrateBody(body, start, { sampleTimes, breaks, condition: apply }).states;
    const through = run(today, [middle, end]);
    const [resumed] = run(through[0]!, [end]);
    expect(resumed!.volume).toEqual(through[1]!.volume);
    expect(resumed!.proteinMass).toEqual(through[1]!.proteinMass);
  });

  it("does nothing where nothing of it is kept to, and the more the more days are", () => {
    const only = { ...course, duration: 6 * day, after: 0, exercise: undefined };
    const at = (adherence: number) => {
      const { exercise: _, ...rest } = only;
      const run = unwrap(runCourse(arm, undefined, { ...rest, adherence, seed: 2 }));
      return [excess(run, run.lines[0], 6), excess(run, run.lines[1], 6), run.days.kept] as const;
    };
    const [none, half, all] = [at(0), at(0.5), at(1)];
    expect(none[0]).toBeCloseTo(none[1], 3);
    expect([none[2], half[2], all[2]]).toEqual([0, 3, 6]);
    expect(half[0]).toBeLessThan(none[0] - 1);
    expect(all[0]).toBeLessThan(half[0] - 1);
  });
});

describe("a course on a body that is ill", () => {
  it("leaves out the sessions around an infection and says why", () => {
    const yaml = `${text("histories/arm-mild-swelling.yaml")}events:\n  - infection: { limb: arm, side: left }\n    at: 2 d\n    for: 1 d\n`;
    const run = unwrap(
      runCourse(unwrap(parseHistory(yaml, "ill")), plan, {
        duration: 7 * day,
        after: 0,
        sessions: { perWeek: 7, at: 12 * hour },
      }),
    );
    expect(run.sessions.held).toHaveLength(4);
    expect(run.stops).toHaveLength(1);
    expect(run.stops[0]).toMatch(/needs a doctor the same day, and no drainage: 3 sessions .* are left out/);
  });
});

describe("a course that cannot be", () => {
  it("is refused with the setting, its value and what is allowed", () => {
    const refused: readonly (readonly [Partial<CourseSettings>, string])[] = [
      [{ duration: 0 }, "duration"],
      [{ duration: 1.5 * day }, "duration"],
      [{ duration: 400 * day }, "duration"],
      [{ after: -day }, "after"],
      [{ adherence: 1.1 }, "adherence"],
      [{ adherence: Number.NaN }, "adherence"],
      [{ seed: 0.5 }, "seed"],
      [{ sessions: { perWeek: 8, at: 0 } }, "sessions.perWeek"],
      [{ sessions: { perWeek: 5, at: day } }, "sessions.at"],
      [{ garment: { ...garment, pressure: 100 * mmHg } }, "garment.pressure"],
      [{ garment: { ...garment, duration: 25 * hour } }, "garment.duration"],
      [{ exercise: { ...exercise, duration: 13 * hour } }, "exercise.duration"],
      [{ upright: { from: -1, duration: hour } }, "upright.from"],
    ];
    for (const [settings, path] of refused) {
      expect(runCourse(arm, plan, { limbs: ["arm_L"], ...settings }), path).toMatchObject({
        ok: false,
        code: "param/out-of-range",
        path,
      });
    }
    expect(runCourse(arm, plan, { garment })).toMatchObject({ code: "field/missing", path: "limbs" });
  });

  it("is cancelled when it is asked to", () => {
    const signal = AbortSignal.abort();
    expect(runCourse(arm, plan, course, { context: { signal } })).toMatchObject({ code: "task/cancelled" });
  });
});
