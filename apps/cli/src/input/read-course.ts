import { type Limb, limbs, unknownName } from "@openlymph/anatomy";
import { type Dimension, day, fail, hour, minute, mmHg, ok, parseQuantity, type Result } from "@openlymph/base";
import { type CourseSettings, usualCourse } from "@openlymph/rehearsal";
import { type History, limbsAtRisk } from "@openlymph/therapy";
import { readClock, readDailySpan } from "./read-clock.ts";
import { readCount } from "./read-count.ts";

/** Options of a course as they were written. */
export interface WrittenCourse {
  readonly plan?: string | undefined;
  readonly perWeek?: string | undefined;
  readonly sessionAt?: string | undefined;
  readonly garment?: string | undefined;
  readonly hours?: string | undefined;
  readonly garmentAt?: string | undefined;
  readonly exercise?: string | undefined;
  readonly exerciseAt?: string | undefined;
  readonly exerciseGarment?: string | undefined;
  readonly limb?: string | undefined;
  readonly upright?: string | undefined;
  readonly adherence?: string | undefined;
  readonly seed?: string | undefined;
  readonly for?: string | undefined;
  readonly after?: string | undefined;
}

const usualGarmentStart = 8 * hour;
const mostDays = 366;

/** A quantity between two bounds in SI. */
function within(
  option: string,
  text: string,
  dimension: Dimension,
  [least, most]: readonly [number, number],
  expected: string,
): Result<number> {
  const read = parseQuantity(text, dimension, option);
  if (!read.ok) return read;
  if (read.value >= least && read.value <= most) return read;
  return fail("param/out-of-range", { path: option, value: text, expected });
}

function wholeDays(option: string, text: string | undefined, usual: number, least: number): Result<number> {
  if (text === undefined) return ok(usual);
  const expected = `whole days, ${least} d to ${mostDays} d, such as "12weeks"`;
  const read = within(option, text, "time", [least * day, mostDays * day], expected);
  if (!read.ok) return read;
  const days = Math.round(read.value / day);
  if (Math.abs(read.value - days * day) < 1) return ok(days * day);
  return fail("param/out-of-range", { path: option, value: text, expected });
}

function readLimbs(text: string | undefined, history: History): Result<readonly Limb[]> {
  if (text === undefined) return ok(limbsAtRisk(history));
  const named: Limb[] = [];
  for (const word of text.split(",").map((part) => part.trim())) {
    const limb = limbs.find((known) => known === word);
    if (limb === undefined) return unknownName("limb", word, limbs, "--limb");
    if (!named.includes(limb)) named.push(limb);
  }
  return ok(named);
}

/** Options that mean nothing without another one. */
const needs = [
  ["perWeek", "--per-week", "plan", "--plan"],
  ["sessionAt", "--session-at", "plan", "--plan"],
  ["hours", "--hours", "garment", "--garment"],
  ["garmentAt", "--garment-at", "garment", "--garment"],
  ["exerciseAt", "--exercise-at", "exercise", "--exercise"],
  ["exerciseGarment", "--exercise-garment", "exercise", "--exercise"],
] as const;

function readGarment(written: WrittenCourse): Result<CourseSettings["garment"]> {
  if (written.garment === undefined) return ok(undefined);
  const pressure = within("--garment", written.garment, "pressure", [mmHg, 80 * mmHg], "1 to 80 mmHg");
  if (!pressure.ok) return pressure;
  const from = written.garmentAt === undefined ? ok(usualGarmentStart) : readClock("--garment-at", written.garmentAt);
  if (!from.ok) return from;
  const hours = written.hours ?? "12";
  const text = /^[\d.\s]+$/.test(hours) ? `${hours} h` : hours;
  const duration = within("--hours", text, "time", [minute, day], "hours a day, more than 0 and at most 24");
  return duration.ok ? ok({ pressure: pressure.value, from: from.value, duration: duration.value }) : duration;
}

function readExercise(written: WrittenCourse, garment: CourseSettings["garment"]): Result<CourseSettings["exercise"]> {
  if (written.exercise === undefined) return ok(undefined);
  const duration = within("--exercise", written.exercise, "time", [minute, 12 * hour], "1 min to 12 h a day");
  if (!duration.ok) return duration;
  const usual = garment?.from ?? usualGarmentStart;
  const from = written.exerciseAt === undefined ? ok(usual) : readClock("--exercise-at", written.exerciseAt);
  if (!from.ok) return from;
  const worn = written.exerciseGarment ?? "on";
  if (worn !== "on" && worn !== "off") {
    return fail("field/invalid", { path: "--exercise-garment", value: worn, expected: "on or off" });
  }
  return ok({ from: from.value, duration: duration.value, garment: worn });
}

/** Sessions are held when the garment comes off, or in the evening where none does. */
function readSessions(written: WrittenCourse, garment: CourseSettings["garment"]): Result<CourseSettings["sessions"]> {
  const perWeek = readCount("--per-week", written.perWeek, [1, 7]);
  if (!perWeek.ok) return perWeek;
  const comesOff = garment === undefined || garment.duration === day ? undefined : garment.from + garment.duration;
  const usual = comesOff === undefined ? usualCourse.sessions.at : comesOff % day;
  const at = written.sessionAt === undefined ? ok(usual) : readClock("--session-at", written.sessionAt);
  return at.ok ? ok({ perWeek: perWeek.value ?? usualCourse.sessions.perWeek, at: at.value }) : at;
}

function readKeeping(written: WrittenCourse): Result<Pick<CourseSettings, "adherence" | "seed">> {
  const share =
    written.adherence === undefined
      ? ok(usualCourse.adherence)
      : within("--adherence", written.adherence, "fraction", [0, 1], "0 to 100 % of the days");
  if (!share.ok) return share;
  const seed = readCount("--seed", written.seed, [0, 4294967295]);
  return seed.ok ? ok({ adherence: share.value, seed: seed.value ?? usualCourse.seed }) : seed;
}

/**
 * A course as the options of a command say it.
 *
 * @returns one failure that names the option, what was written and what is allowed; `usage/invalid` where nothing of a
 * course is asked for, `field/missing` for a garment or exercise on a body none of whose limbs is at risk.
 */
export function readCourse(written: WrittenCourse, history: History): Result<CourseSettings> {
  const stray = needs.find(([option, , other]) => written[option] !== undefined && written[other] === undefined);
  if (stray !== undefined) {
    return fail("usage/invalid", { path: stray[1], value: written[stray[0]], expected: `${stray[3]} beside it` });
  }
  if (written.plan === undefined && written.garment === undefined && written.exercise === undefined) {
    return fail("usage/invalid", { expected: "at least one of --plan, --garment and --exercise" });
  }
  const garment = readGarment(written);
  if (!garment.ok) return garment;
  const exercise = readExercise(written, garment.value);
  if (!exercise.ok) return exercise;
  const sessions = readSessions(written, garment.value);
  if (!sessions.ok) return sessions;
  const duration = wholeDays("--for", written.for, usualCourse.duration, 1);
  if (!duration.ok) return duration;
  const after = wholeDays("--after", written.after, usualCourse.after, 0);
  if (!after.ok) return after;
  const upright = written.upright === undefined ? ok(undefined) : readDailySpan("--upright", written.upright);
  if (!upright.ok) return upright;
  const keeping = readKeeping(written);
  if (!keeping.ok) return keeping;
  const named = readLimbs(written.limb, history);
  if (!named.ok) return named;
  if ((garment.value ?? exercise.value) !== undefined && named.value.length === 0) {
    return fail("field/missing", {
      path: "--limb",
      expected: `the limb of the garment or exercise: ${limbs.join(", ")}`,
      hint: "The history puts no limb at risk.",
    });
  }
  return ok({
    duration: duration.value,
    after: after.value,
    limbs: named.value,
    sessions: sessions.value,
    ...(garment.value === undefined ? {} : { garment: garment.value }),
    ...(exercise.value === undefined ? {} : { exercise: exercise.value }),
    ...(upright.value === undefined ? {} : { upright: upright.value }),
    ...keeping.value,
  });
}
