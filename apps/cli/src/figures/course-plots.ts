/** Curves of a course of care, for the figure and for the report: axes and marks, key, and what they show in words. */
import * as Plot from "@observablehq/plot";
import { day, hour, mL } from "@openlymph/base";
import type { CoursePart, CourseRun, CourseSeries, UnknownSpread } from "@openlymph/rehearsal";
import { fixed } from "../output/numbers.ts";
import { endDay, excessOn } from "../present/course-numbers.ts";
import { lineWords, loadedWords, restWords, unknownValueWords } from "../words/course-words.ts";
import { limbWords } from "../words/place-words.ts";
import type { CurvePlot } from "./curve-plot.ts";
import { endLabelMarks } from "./end-labels.ts";
import { palette } from "./palette.ts";
import { rangeOf } from "./range-of.ts";

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Colour and dash of each part alone: never colour alone. */
const partLines: Readonly<Record<CoursePart, { readonly colour: string; readonly dash: string }>> = {
  garment: { colour: palette.second, dash: "8 4" },
  exercise: { colour: "#3e7cb1", dash: "2 4" },
  sessions: { colour: "#8c6fa8", dash: "10 3 2 3" },
};
const swing = 0.2;
const spreadOpacity = 0.16;
const week = 7 * day;
/** Space on the right for words beside the ends of curves. */
const labelled = 124;

const minus = (text: string) => text.replace("-", "\u2212");

/** Curves at the resting moment of each day, in weeks and mL. */
function restPoints(run: CourseRun, series: CourseSeries): readonly Point[] {
  return run.rest.map((place, n) => ({ x: (run.times[place] ?? 0) / week, y: excessOn(run, series, n) / mL }));
}

/** The time of the course as a line at its end, with a word. */
function endMarks(run: CourseRun, top: number): readonly Plot.Markish[] {
  if (run.settings.after === 0) return [];
  const end = run.settings.duration / week;
  return [
    Plot.ruleX([end], { stroke: palette.muted, strokeDasharray: "2 3" }),
    Plot.text(["the course ends"], { x: end, y: top, dx: 6, textAnchor: "start", fill: palette.muted }),
  ];
}

const weeksAxis = (run: CourseRun): Plot.ScaleOptions => ({
  label: "weeks",
  labelAnchor: "center",
  labelArrow: "none",
  domain: [0, (run.times.at(-1) ?? week) / week],
  grid: false,
});

/** The limb over the weeks: without the course, with each part alone, with all of it. */
export function weeksPlot(run: CourseRun): CurvePlot {
  const [whole, none, ...others] = run.lines;
  const alone = others.filter(({ parts }) => parts.length === 1);
  const loaded = run.times.flatMap((time, place) => {
    if (run.rest.includes(place)) return [];
    return [{ x: time / week, y: (whole.series[run.limb].excess[place] ?? 0) / mL }];
  });
  const rest = restPoints(run, whole.series);
  const band = loaded.map(({ x, y }, n) => ({ x, low: y, high: rest[n]?.y ?? y }));
  const curves = [none, ...alone].map((line) => restPoints(run, line.series));
  const [low, high] = rangeOf([...rest, ...loaded, ...curves.flat()].map(({ y }) => y));
  const top = Math.max(1, high + 0.08 * (high - Math.min(0, low)));
  const end = endDay(run);
  const height = 380;
  const line = (points: readonly Point[], colour: string, dash: string, strokeWidth: number) =>
    Plot.lineY(points, { x: "x", y: "y", stroke: colour, strokeDasharray: dash, strokeWidth });
  return {
    title: `Excess fluid of the ${limbWords(run.limb)} over the weeks`,
    about: `Fluid above health in millilitres, each day ${restWords(run.settings)}. The band reaches to the same day ${loadedWords(run.settings)}.`,
    description: run.lines
      .map((one) => `${lineWords(one, run.parts)}: ${fixed(excessOn(run, one.series, end) / mL, 1)} mL on day ${end}`)
      .join("; "),
    height,
    options: {
      marginRight: labelled,
      x: weeksAxis(run),
      y: { label: "excess (mL)", grid: true, domain: [Math.min(0, low), top], labelArrow: "none" },
      marks: [
        Plot.ruleY([0], { stroke: palette.muted }),
        ...endMarks(run, top),
        Plot.areaY(band, { x: "x", y1: "low", y2: "high", fill: palette.accent, fillOpacity: swing }),
        line(curves[0] ?? [], palette.muted, "6 4", 2),
        line(rest, palette.accent, "", 2.75),
        ...alone.map(({ parts }, n) => {
          const { colour, dash } = partLines[parts[0] ?? "garment"];
          return line(curves[n + 1] ?? [], colour, dash, 1.75);
        }),
        ...endLabelMarks(
          [none, whole].map((one) => ({
            words: lineWords(one, run.parts),
            colour: palette.ink,
            x: rest.at(-1)?.x ?? 0,
            y: restPoints(run, one.series).at(-1)?.y ?? 0,
          })),
          (top - Math.min(0, low)) / (height - 74),
        ),
      ],
    },
    key: [
      { words: "nothing", colour: palette.muted, dash: "6 4" },
      { words: lineWords(whole, run.parts), colour: palette.accent },
      { words: "its change within the day", colour: palette.accent, band: swing },
      ...alone.map((one) => ({ words: lineWords(one, run.parts), ...partLines[one.parts[0] ?? "garment"] })),
    ],
  };
}

/** `garment` or `sessions` with the word for taking that fits it. */
const takes = (part: CoursePart) => `${part} ${part === "sessions" ? "take" : "takes"}`;

/** What one part takes away, with every value of what nobody has measured. */
export function unknownPlot(run: CourseRun, { unknown, lines, leftOut }: UnknownSpread): CurvePlot {
  const height = 300;
  const { colour } = partLines[unknown.part];
  const curves = lines.map(({ value, series }) => ({
    value,
    points: restPoints(run, leftOut).map(({ x, y }, n) => ({ x, y: y - excessOn(run, series, n) / mL })),
  }));
  const band = (curves[0]?.points ?? []).map(({ x }, n) => {
    const values = curves.map(({ points }) => points[n]?.y ?? 0);
    return { x, low: Math.min(...values), high: Math.max(...values) };
  });
  const low = Math.min(0, ...band.map((point) => point.low));
  const top = Math.max(1e-3, ...band.map((point) => point.high)) * 1.1;
  const usual = curves.find(({ value }) => value === unknown.usual);
  const end = endDay(run);
  const ends = curves.map(
    ({ value, points }) => `${unknownValueWords(value, unknown.unit)}: ${fixed(points[end]?.y ?? 0, 1)} mL`,
  );
  return {
    title: `What the ${takes(unknown.part)} away, and what that hangs on: ${unknown.label}`,
    about: `Millilitres less in the ${limbWords(run.limb)} than with all but the ${unknown.part}. The strong line is the value that is taken everywhere else.`,
    description: `On day ${end}: ${ends.join("; ")}.`,
    height,
    options: {
      marginRight: labelled,
      x: weeksAxis(run),
      y: { label: "less (mL)", grid: true, domain: [low, top], ticks: 5, labelArrow: "none" },
      marks: [
        Plot.areaY(band, { x: "x", y1: "low", y2: "high", fill: colour, fillOpacity: spreadOpacity }),
        ...endMarks(run, top),
        Plot.ruleY([0], { stroke: palette.muted }),
        ...curves.map(({ points }) => Plot.lineY(points, { x: "x", y: "y", stroke: colour, strokeWidth: 1 })),
        Plot.lineY(usual?.points ?? [], { x: "x", y: "y", stroke: colour, strokeWidth: 2.75 }),
        ...endLabelMarks(
          curves.map(({ value, points }) => ({
            words: unknownValueWords(value, unknown.unit),
            colour: palette.ink,
            x: points.at(-1)?.x ?? 0,
            y: points.at(-1)?.y ?? 0,
          })),
          (top - low) / (height - 74),
        ),
      ],
    },
    key: [],
  };
}

/** The hours after one session; nothing where none was held. */
export function sessionPlot(run: CourseRun): CurvePlot | undefined {
  const { session } = run;
  if (session === undefined) return undefined;
  const height = 300;
  const { colour } = partLines.sessions;
  const curves = session.differences.map(({ displacement, values }) => ({
    displacement,
    points: session.times.map((time, n) => ({ x: time / hour, y: (values[n] ?? 0) / mL })),
  }));
  const floor = -session.bound.total / mL;
  const [least, most] = rangeOf([floor, 0, ...curves.flatMap(({ points }) => points.map(({ y }) => y))]);
  const room = 0.08 * (most - least);
  const domain = [least - room, most + room];
  const last = curves.map(
    ({ displacement, points }) => `${unknownValueWords(displacement, "times")}: ${fixed(points.at(-1)?.y ?? 0, 2)} mL`,
  );
  return {
    title: `One session: fluid of the ${limbWords(run.limb)} with it minus without it`,
    about:
      "The first session of the course and the day after it, in millilitres, for tissue that conducts better under a pushing hand, up to so many times. The dashed line is the bound: the most that arithmetic allows the lymph vessels alone.",
    description: `After a day: ${last.join("; ")}. The bound is ${fixed(floor, 2)} mL.`,
    height,
    options: {
      marginRight: labelled,
      x: { label: "hours after it began", labelAnchor: "center", labelArrow: "none", grid: false },
      y: { label: "difference (mL)", grid: true, domain, ticks: 5, labelArrow: "none" },
      marks: [
        Plot.areaY(
          (curves[0]?.points ?? []).map(({ x }, n) => {
            const [low, high] = rangeOf(curves.map(({ points }) => points[n]?.y ?? 0));
            return { x, low, high };
          }),
          { x: "x", y1: "low", y2: "high", fill: colour, fillOpacity: spreadOpacity },
        ),
        Plot.ruleY([0], { stroke: palette.muted }),
        Plot.ruleY([floor], { stroke: palette.second, strokeDasharray: "6 4", strokeWidth: 1.5 }),
        Plot.text([`bound ${minus(fixed(floor, 2))} mL`], {
          x: 24,
          y: floor,
          dy: -9,
          textAnchor: "end",
          fill: palette.second,
        }),
        ...curves.map(({ points, displacement }) =>
          Plot.lineY(points, { x: "x", y: "y", stroke: colour, strokeWidth: displacement === 1 ? 2.75 : 1 }),
        ),
        ...endLabelMarks(
          curves.map(({ displacement, points }) => ({
            words: unknownValueWords(displacement, "times"),
            colour: palette.ink,
            x: points.at(-1)?.x ?? 0,
            y: points.at(-1)?.y ?? 0,
          })),
          ((domain[1] ?? 1) - (domain[0] ?? 0)) / (height - 74),
        ),
      ],
    },
    key: [],
  };
}
