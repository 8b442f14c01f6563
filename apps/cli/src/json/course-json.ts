import { type Limb, limbs, limbTerritories, limbVolume } from "@openlymph/anatomy";
import { day, quantity } from "@openlymph/base";
import { type CourseRun, type CourseSeries, courseTrial, type DailySpan, lymphFlow } from "@openlymph/rehearsal";
import type { History, Plan } from "@openlymph/therapy";
import { percentage, series } from "../output/numbers.ts";
import { endDay, excessOn, flowBefore, takenByPart } from "../present/course-numbers.ts";
import { historyMarks, planMarks } from "../words/review-words.ts";
import { historyJson, planJson } from "./history-json.ts";

const mL = (si: number) => quantity(si, "volume", "mL");
const spanJson = ({ from, duration }: DailySpan) => ({
  from: quantity(from, "time", "h"),
  duration: quantity(duration, "time", "h"),
});

function courseSettingsJson({ settings, parts, sessions, days }: CourseRun) {
  const { garment, exercise, upright } = settings;
  return {
    duration: quantity(settings.duration, "time", "d"),
    after: quantity(settings.after, "time", "d"),
    limbs: settings.limbs,
    garment:
      garment === undefined ? null : { pressure: quantity(garment.pressure, "pressure", "mmHg"), ...spanJson(garment) },
    exercise: exercise === undefined ? null : { ...spanJson(exercise), garment: exercise.garment },
    sessions: parts.includes("sessions")
      ? {
          perWeek: settings.sessions.perWeek,
          at: quantity(settings.sessions.at, "time", "h"),
          held: series(sessions.held, "time", "d"),
          leftOutForInfection: series(sessions.forbidden, "time", "d"),
        }
      : null,
    upright: upright === undefined ? null : spanJson(upright),
    adherence: percentage(settings.adherence),
    days: days.all,
    daysKept: days.kept,
  };
}

function limbJson(run: CourseRun, runSeries: CourseSeries, limb: Limb) {
  const places = run.reported.map((n) => run.rest[n] ?? -1);
  const { excess, protein, pressure } = runSeries[limb];
  const at = (values: Float64Array) => places.map((place) => values[place] ?? Number.NaN);
  const flows = run.reported.map((n) => flowBefore(run, runSeries, n, limb));
  const rest = lymphFlow(run.index, run.healthy, limbTerritories(limb));
  return {
    limb,
    excess: series(at(excess), "volume", "mL"),
    excessShare: series(
      at(excess).map((volume) => volume / limbVolume(limb)),
      "fraction",
      "%",
    ),
    lymphFlow: series(flows, "flow", "mL/h"),
    lymphFlowShare: series(
      flows.map((flow) => flow / rest),
      "fraction",
      "%",
    ),
    tissuePressure: series(at(pressure), "pressure", "mmHg"),
    protein: series(at(protein), "concentration", "g/L"),
  };
}

function sessionJson({ session }: CourseRun) {
  if (session === undefined) return null;
  const { start, times, differences, bound } = session;
  return {
    start: quantity(start, "time", "d"),
    times: series(times, "time", "h"),
    differences: differences.map(({ displacement, values }) => ({
      displacement,
      difference: series(values, "volume", "mL"),
    })),
    bound: { duringStrokes: mL(bound.duringStrokes), afterwards: mL(bound.afterwards), total: mL(bound.total) },
  };
}

function nodesJson({ index, healthy, moments }: CourseRun) {
  const { end, loaded } = moments;
  return index.nodes.map((node, n) => {
    const pressure = (values: Float64Array) => quantity(values[n] ?? Number.NaN, "pressure", "mmHg");
    return {
      node,
      healthy: pressure(healthy.pressure),
      lastDay: { withCourse: pressure(loaded.withCourse.pressure), without: pressure(loaded.without.pressure) },
      end: { withCourse: pressure(end.withCourse.pressure), without: pressure(end.without.pressure) },
    };
  });
}

/** The format `openlymph/course-run@1` of `body course --json`; described in docs/json.md. */
export function courseJson(history: History, plan: Plan | undefined, run: CourseRun) {
  const { record, stops, limb, lines, unknowns, balance } = run;
  const marks = [
    ...stops.map((text) => ({ word: "STOP", text })),
    ...historyMarks(history),
    ...(plan === undefined ? [] : planMarks(plan)),
  ];
  const end = endDay(run);
  return {
    format: record.format,
    label: run.label,
    marks: marks.map(({ word, text }) => `${word}: ${text}`),
    history: historyJson(history),
    plan: plan === undefined ? null : planJson(plan),
    course: courseSettingsJson(run),
    limb,
    end: quantity(end * day, "time", "d"),
    time: series(
      run.reported.map((n) => run.times[run.rest[n] ?? -1] ?? Number.NaN),
      "time",
      "d",
    ),
    runs: lines.map(({ parts, series: found }) => ({ parts, limbs: limbs.map((one) => limbJson(run, found, one)) })),
    unknowns: unknowns.map(({ unknown, lines: spread, leftOut }) => ({
      id: unknown.id,
      part: unknown.part,
      label: unknown.label,
      source: unknown.source,
      usual: unknown.usual,
      values: spread.map(({ value, series: found }) => ({
        value,
        excess: series(
          run.reported.map((n) => excessOn(run, found, n)),
          "volume",
          "mL",
        ),
        takenByPart: mL(takenByPart(run, leftOut, found, end)),
      })),
    })),
    session: sessionJson(run),
    nodes: nodesJson(run),
    trial: {
      name: courseTrial.name,
      people: courseTrial.people,
      condition: courseTrial.condition,
      after: quantity(courseTrial.after, "time", "d"),
      groups: courseTrial.groups.map(({ sessions, reduction }) => ({ sessions, reduction: percentage(reduction) })),
      source: courseTrial.source,
    },
    warnings: run.warnings,
    notes: run.notes,
    balance: {
      fluidError: quantity(balance.fluidError, "fraction", "1"),
      proteinError: quantity(balance.proteinError, "fraction", "1"),
    },
    record,
  };
}

/** Head of the table of `courseCsvRows`. */
export const courseCsvHead = ["time_d", "run", "limb", "excess_mL", "drained_mL", "tissuePressure_mmHg", "protein_g/L"];

/** Every limb in every run at every moment: two of each day. */
export function* courseCsvRows(run: CourseRun): Generator<readonly (string | number)[], void, undefined> {
  const spread = run.unknowns.flatMap(({ unknown, lines }) =>
    lines
      .filter(({ value }) => value !== unknown.usual)
      .map(({ value, series: found }) => [`${unknown.id}=${value}`, found] as const),
  );
  const named = run.lines.map(({ parts, series: found }, at) => {
    const name = at === 0 ? "course" : parts.join("+");
    return [name === "" ? "none" : name, found] as const;
  });
  for (const [name, found] of [...named, ...spread]) {
    for (const limb of limbs) {
      const { excess, drained, pressure, protein } = found[limb];
      const numbers = [
        series(run.times, "time", "d"),
        series(excess, "volume", "mL"),
        series(drained, "volume", "mL"),
        series(pressure, "pressure", "mmHg"),
        series(protein, "concentration", "g/L"),
      ].map(({ values }) => values);
      for (let n = 0; n < run.times.length; n++) {
        const [time = Number.NaN, ...values] = numbers.map((column) => column[n] ?? Number.NaN);
        yield [time, name, limb, ...values];
      }
    }
  }
}
