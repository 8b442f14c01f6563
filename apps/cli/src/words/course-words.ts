import { day, toUnit } from "@openlymph/base";
import {
  type CourseLine,
  type CoursePart,
  type CourseRun,
  type CourseSettings,
  dailyMoments,
} from "@openlymph/rehearsal";
import { fixed, percent, significant } from "../output/numbers.ts";
import { clock } from "./history-words.ts";
import { limbWords } from "./place-words.ts";

const partWord: Readonly<Record<CoursePart, string>> = {
  garment: "garment",
  exercise: "exercise",
  sessions: "sessions",
};

/** `everything`, `nothing`, `only the garment`, `all but the sessions`. */
export function lineWords({ parts }: CourseLine, whole: readonly CoursePart[]): string {
  if (parts.length === whole.length) return whole.length === 1 ? `the ${partWord[whole[0]!]}` : "everything";
  if (parts.length === 0) return "nothing";
  if (parts.length === 1) return `only the ${partWord[parts[0]!]}`;
  const missing = whole.filter((part) => !parts.includes(part));
  return `all but the ${missing.map((part) => partWord[part]).join(" and the ")}`;
}

/** When a day of the course is looked at: `at 08:00, before the garment goes on`. */
export function restWords(settings: CourseSettings): string {
  const at = clock(dailyMoments(settings).rest);
  const { garment } = settings;
  return garment === undefined || garment.duration === day ? `at ${at}` : `at ${at}, before the garment goes on`;
}

/** The other moment of a day: `at 20:00, before it comes off`. */
export function loadedWords(settings: CourseSettings): string {
  const at = clock(dailyMoments(settings).loaded % day);
  const { garment } = settings;
  return garment === undefined || garment.duration === day ? `at ${at}` : `at ${at}, before it comes off`;
}

/** `4 weeks`, `10 days`. */
export function weeksWords(seconds: number): string {
  const days = Math.round(seconds / day);
  const [count, unit] = days >= 14 && days % 7 === 0 ? [days / 7, "week"] : [days, "day"];
  return `${count} ${unit}${count === 1 ? "" : "s"}`;
}

/** What is done on the days of a course: a name, what, when. */
export function courseRows(run: CourseRun): readonly (readonly [what: string, much: string, when: string])[] {
  const { settings, parts, days, sessions, planTitle } = run;
  const { garment, exercise, upright } = settings;
  const where = settings.limbs.map(limbWords).join(", ");
  const span = (from: number, duration: number) => `every day from ${clock(from)} to ${clock((from + duration) % day)}`;
  const rows: (readonly [string, string, string])[] = [];
  if (garment !== undefined) {
    const hours = garment.duration === day ? "day and night" : span(garment.from, garment.duration);
    rows.push(["garment", `${fixed(toUnit(garment.pressure, "pressure", "mmHg"), 0)} mmHg on the ${where}`, hours]);
  }
  if (exercise !== undefined) {
    const worn = garment === undefined ? "" : `, garment ${exercise.garment}`;
    rows.push(["exercise", `of the ${where}${worn}`, span(exercise.from, exercise.duration)]);
  }
  if (parts.includes("sessions")) {
    const each = `${settings.sessions.perWeek} a week at ${clock(settings.sessions.at)}, ${sessions.held.length} in all`;
    rows.push(["sessions", planTitle ?? "", each]);
  }
  if (upright !== undefined)
    rows.push(["upright", "with the course and without it", span(upright.from, upright.duration)]);
  const left = days.all - days.kept;
  const keptWords = left === 0 ? "on every day" : `on ${days.kept} of ${days.all} days (seed ${settings.seed})`;
  rows.push(["kept", `${percent(settings.adherence, 0)} % of the days`, keptWords]);
  return [...rows, ["length", weeksWords(settings.duration), `followed for ${weeksWords(settings.after)} after it`]];
}

/** A value of something nobody has measured: `× 10`, `share 0.06`. */
export function unknownValueWords(value: number, unit: string): string {
  return unit === "times" ? `× ${significant(value, 4)}` : `share ${significant(value, 3)}`;
}
