/** Curves of a run of the body: excess and lymph flow of the parts that swell. */
import * as Plot from "@observablehq/plot";
import type { BodyRun, PartCurve } from "@openlymph/rehearsal";
import type { History } from "@openlymph/therapy";
import { fixed, timeWords } from "../output/numbers.ts";
import { drawnParts, partAt } from "../present/body-course.ts";
import { partWords } from "../words/band-words.ts";
import { bodyPartLines } from "./body-part-lines.ts";
import { clockUnit } from "./clock-unit.ts";
import type { CurvePlot } from "./curve-plot.ts";
import { endLabelMarks } from "./end-labels.ts";
import { palette } from "./palette.ts";
import { rangeOf } from "./range-of.ts";
import { thinnedCurve } from "./simplify.ts";

const height = 320;
/** Space on the right for words beside the ends of curves. */
const labelled = 132;
/** What the axes take away from the height. */
const axes = 74;
/** Drawn width the curves are thinned for, px. */
const drawnWidth = 760;

/** What lies below the axis by less than this share of its length does not lengthen it. */
const hidden = 0.01;

interface PartValues {
  readonly part: PartCurve;
  readonly times: readonly number[];
  readonly values: readonly number[];
  /** At the states of the tables. */
  readonly marked: readonly number[];
}

interface Subject {
  readonly title: string;
  readonly about: string;
  readonly axis: string;
  /** What health is on this axis. */
  readonly health: number;
  /** Where the axis begins at the latest. */
  readonly least: number;
}

const endOf = ({ series }: BodyRun) => series.states.at(-1)?.time ?? 0;

/** The day the history is told as of, as a line; nothing where the run ends there. */
function todayMarks({ asOf }: History, run: BodyRun, factor: number, top: number): readonly Plot.Markish[] {
  const end = endOf(run);
  const today = -run.origin;
  if (today === 0 || today > 0.995 * end) return [];
  const place = today > end / 2 ? ({ textAnchor: "end", dx: 2 } as const) : ({ textAnchor: "start", dx: -2 } as const);
  return [
    Plot.ruleX([today / factor], { stroke: palette.muted, strokeDasharray: "2 3" }),
    Plot.text([`as of ${asOf}`], { x: today / factor, y: top, dy: -9, fill: palette.muted, ...place }),
  ];
}

/** The course of a part, through the states of the tables. */
function joined({ times, values, marked }: PartValues, run: BodyRun): { x: Float64Array; y: Float64Array } {
  const points = [
    ...times.map((x, n) => ({ x, y: values[n] ?? 0 })),
    ...run.series.states.map(({ time }, n) => ({ x: time, y: marked[n] ?? 0 })),
  ].sort((a, b) => a.x - b.x);
  return { x: Float64Array.from(points, ({ x }) => x), y: Float64Array.from(points, ({ y }) => y) };
}

function plotOf(history: History, run: BodyRun, subject: Subject, parts: readonly PartValues[]): CurvePlot {
  const end = endOf(run);
  const { unit, factor } = clockUnit(end);
  const [low, high] = rangeOf([
    subject.least,
    subject.health,
    ...parts.flatMap(({ values, marked }) => [...values, ...marked]),
  ]);
  const room = Math.max(0.5, 0.06 * (high - low));
  const domain = [low < subject.least - hidden * (high - low) ? low - room : subject.least, high + room] as const;
  const curves = parts.map((one) => {
    const { x, y } = joined(one, run);
    const size = { width: drawnWidth, height: height - axes, x: end, y: domain[1] - domain[0] };
    const { colour, dash } = bodyPartLines[one.part.part];
    return {
      colour,
      dash: parts.length === 1 ? "" : dash,
      words: partWords(one.part.part),
      last: y.at(-1) ?? subject.health,
      points: thinnedCurve(x, y, size).map((point) => ({ ...point, x: point.x / factor })),
      dots: run.series.states.map(({ time }, n) => ({ x: time / factor, y: one.marked[n] ?? subject.health })),
    };
  });
  return {
    title: subject.title,
    about: subject.about,
    description: parts
      .map(({ part, marked }) => `${partWords(part.part)} ${fixed(marked.at(-1) ?? 0, 1)} % after ${timeWords(end)}`)
      .join("; "),
    height,
    options: {
      marginRight: labelled,
      x: { label: `time (${unit})`, labelAnchor: "center", labelArrow: "none", grid: false, domain: [0, end / factor] },
      y: { label: subject.axis, grid: true, ticks: 6, domain, labelArrow: "none" },
      marks: [
        Plot.ruleY([subject.health], { stroke: palette.muted }),
        ...todayMarks(history, run, factor, domain[1]),
        ...curves.map(({ points, colour, dash }) =>
          Plot.lineY(points, {
            x: "x",
            y: "y",
            stroke: colour,
            strokeWidth: 2.5,
            strokeDasharray: dash,
            curve: "monotone-x",
          }),
        ),
        ...curves.map(({ dots, colour }) => Plot.dot(dots, { x: "x", y: "y", r: 3, fill: colour })),
        ...endLabelMarks(
          curves.map(({ words, last }) => ({ words, colour: palette.ink, x: end / factor, y: last })),
          (domain[1] - domain[0]) / (height - axes),
        ),
      ],
    },
    key: curves.map(({ words, colour, dash }) => ({ words, colour, dash })),
  };
}

/** Excess of the parts that swell, over the run. */
export function excessPlot(history: History, run: BodyRun): CurvePlot {
  const parts = drawnParts(run).map((part) => ({
    part,
    times: run.course.times,
    values: part.excessShare.map((share) => 100 * share),
    marked: run.series.states.map((_, at) => 100 * partAt(run, part, at).excessShare),
  }));
  return plotOf(
    history,
    run,
    {
      title: "Excess fluid over time",
      about: "Tissue fluid above health, in per cent of the part's healthy volume. Dots are the times of the tables.",
      axis: "excess (% of the healthy volume)",
      health: 0,
      least: 0,
    },
    parts,
  );
}

/** Lymph flow of the same parts. */
export function flowPlot(history: History, run: BodyRun): CurvePlot {
  const parts = drawnParts(run).map((part) => ({
    part,
    times: run.course.middles,
    values: part.flowShare.map((share) => 100 * share),
    marked: run.series.states.map((_, at) => 100 * partAt(run, part, at).flowShare),
  }));
  return plotOf(
    history,
    run,
    {
      title: "Lymph flow over time",
      about: "Lymph that leaves the part through its collectors, in per cent of that in health.",
      axis: "lymph flow (% of healthy)",
      health: 100,
      least: 0,
    },
    parts,
  );
}
