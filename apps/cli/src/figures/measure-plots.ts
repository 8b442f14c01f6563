/** Plots of measurements: the limb to scale with the difference at every mark, and a quantity over time. */
import * as Plot from "@observablehq/plot";
import {
  type Estimate,
  interval95,
  type Measured,
  markPositions,
  type Series,
  type Side,
  type Trend,
} from "@openlymph/measurement";
import { quantityShown, quantityTitle } from "../present/trend.ts";
import { dayOf, minusWords, shownNumber } from "../words/measure-words.ts";
import type { CurvePlot } from "./curve-plot.ts";
import { palette } from "./palette.ts";

const cm = (metres: number) => 100 * metres;
/** Where the middles of both limbs and the zero of the differences stand across the sheet, cm of limb. */
const middles: Readonly<Record<Side, number>> = { right: 11, left: 35 };
const zero = 60;
/** Widths drawn for one centimetre of difference. */
const spread = 3;
const across = 80;
/** Pixels for a centimetre, so that heights are in the proportion of widths in a figure. */
const perCentimetre = 828 / across;

interface ProfilePoint {
  readonly at: number;
  readonly half: number;
}

function profileOf(series: Series, index: number, side: Side): readonly ProfilePoint[] {
  const own = series.measurements[index]!.circumferences[side] ?? [];
  const positions = markPositions(series.protocol, own.length);
  return own.map((circumference, i) => ({ at: cm(positions[i]!), half: cm(circumference) / (2 * Math.PI) }));
}

function limbMarks(profile: readonly ProfilePoint[], side: Side, affected: Side | undefined) {
  if (profile.length === 0) return [];
  const middle = middles[side];
  const colour = side === affected ? palette.accent : palette.muted;
  const edge = (sign: number) =>
    Plot.line(profile, {
      x: ({ half }: ProfilePoint) => middle + sign * half,
      y: "at",
      stroke: colour,
      strokeWidth: 2.5,
      curve: "monotone-y",
    });
  const top = profile.at(-1)!;
  return [
    Plot.areaX(profile, {
      x1: ({ half }: ProfilePoint) => middle - half,
      x2: ({ half }: ProfilePoint) => middle + half,
      y: "at",
      fill: colour,
      fillOpacity: side === affected ? 0.2 : 0.1,
      curve: "monotone-y",
    }),
    ...profile.map(({ at, half }) =>
      Plot.line(
        [
          [middle - half, at],
          [middle + half, at],
        ],
        { stroke: colour, strokeOpacity: 0.35 },
      ),
    ),
    edge(-1),
    edge(1),
    Plot.text([[middle, top.at]], {
      text: [side === affected ? `${side}, affected` : side],
      dy: -14,
      fill: palette.ink,
      fontWeight: 600,
    }),
  ];
}

interface Difference {
  readonly at: number;
  readonly low: number;
  readonly value: number;
  readonly high: number;
}

function differenceMarks(differences: readonly Difference[], top: number) {
  if (differences.length === 0) return [];
  const place = (difference: number) => zero + spread * difference;
  const most = Math.max(
    2,
    ...differences.map(({ high }) => Math.abs(high)),
    ...differences.map(({ low }) => Math.abs(low)),
  );
  const ticks = [-4, -2, 0, 2, 4, 6, 8].filter((tick) => tick >= -most - 1 && tick <= most + 1 && place(tick) < across);
  return [
    Plot.ruleX(ticks.map(place), { stroke: palette.line, y1: 0, y2: top }),
    Plot.ruleX([zero], { stroke: palette.muted, y1: 0, y2: top }),
    Plot.text(ticks, {
      x: place,
      y: () => 0,
      dy: 16,
      text: (tick: number) => String(tick).replace("-", "\u2212"),
      fill: palette.muted,
    }),
    Plot.link(differences, {
      x1: ({ low }: Difference) => place(low),
      x2: ({ high }: Difference) => place(high),
      y1: "at",
      y2: "at",
      stroke: palette.accent,
      strokeWidth: 5,
      strokeOpacity: 0.3,
    }),
    Plot.dot(differences, { x: ({ value }: Difference) => place(value), y: "at", r: 4, fill: palette.accent }),
    Plot.text([[zero, top]], { text: ["difference, cm"], dy: -14, fill: palette.ink, fontWeight: 600 }),
  ];
}

/** Both limbs to scale, and the difference of the circumference at every mark with its error. */
export function limbPlot(series: Series, found: Measured): CurvePlot {
  const { compared, index } = found;
  const profiles = { left: profileOf(series, index, "left"), right: profileOf(series, index, "right") };
  const longest = profiles.left.length > 0 ? profiles.left : profiles.right;
  const top = longest.at(-1)?.at ?? 1;
  const differences = (compared?.girth ?? []).map((estimate: Estimate, i): Difference => {
    const [low, high] = interval95(estimate);
    return { at: longest[i]!.at, low: cm(low), value: cm(estimate.value), high: cm(high) };
  });
  const known = compared?.known === true ? compared.affected : undefined;
  const height = Math.round(perCentimetre * (top + 4)) + 74;
  const words = compared === undefined ? "" : ` Difference: ${minusWords(compared.affected)}.`;
  return {
    title: `Both sides${dayOf(series, index) === undefined ? "" : `, ${dayOf(series, index)}`}`,
    about: `Drawn as round limbs from the readings; seen from the front.${words}`,
    description: differences.map(({ at, value }) => `${at.toFixed(0)} cm: ${value.toFixed(1)} cm`).join("; "),
    height: Math.max(260, Math.min(1000, height)),
    key: [],
    options: {
      x: { domain: [0, across], axis: null },
      y: { domain: [-1, top + 3], label: "cm from the first mark", labelArrow: "none", grid: false },
      marks: [
        ...limbMarks(profiles.right, "right", known),
        ...limbMarks(profiles.left, "left", known),
        ...differenceMarks(differences, top),
      ],
    },
  };
}

/** A quantity over time: values with their errors, course with its band, flares, lines. */
export function trendPlot(series: Series, trend: Trend, lines: readonly number[] = []): CurvePlot {
  const shown = quantityShown(trend.of);
  const number = (value: number) => Number(shownNumber(value, { ...shown, digits: 6 }));
  const flares = new Set(trend.flares.flatMap(({ values }) => values));
  const points = trend.values.map(({ time, estimate }, i) => {
    const [low, high] = interval95(estimate);
    const kind = flares.has(i) ? "flare" : "plain";
    return { date: new Date(time * 1000), value: number(estimate.value), low: number(low), high: number(high), kind };
  });
  const course = trend.course.map(({ time, value, interval }) => ({
    date: new Date(time * 1000),
    value: number(value),
    low: number(interval[0]),
    high: number(interval[1]),
  }));
  const flared = points.filter(({ kind }) => kind === "flare");
  const unit = shown.unit === "1" ? "" : `${shown.unit}`;
  return {
    title: `${quantityTitle(series, trend.of).replace(/, (%|mL|cm)$/, "")} over time`,
    about:
      trend.course.length === 0
        ? "Fewer than three values: no course is drawn."
        : "Dots: measurements with 95 % of their error. Line: robust course with its 95 % band.",
    description: points
      .map(({ date, value }) => `${date.toISOString().slice(0, 10)}: ${value.toFixed(shown.digits)}`)
      .join("; "),
    height: 360,
    key: [
      { words: "measured", colour: palette.ink, open: true },
      ...(course.length === 0
        ? []
        : [
            { words: "course", colour: palette.accent },
            { words: "95 % band of the course", colour: palette.accent, band: 0.18 },
          ]),
      ...(flared.length === 0 ? [] : [{ words: "flare", colour: palette.second, open: true }]),
      ...(lines.length === 0 ? [] : [{ words: "threshold", colour: palette.second, dash: "6 4" }]),
    ],
    options: {
      x: { type: "utc", label: null, ticks: 8 },
      y: { label: unit, labelArrow: "none", grid: true, nice: true, ticks: 6 },
      marks: [
        Plot.areaY(course, { x: "date", y1: "low", y2: "high", fill: palette.accent, fillOpacity: 0.18 }),
        ...(Math.min(...points.map(({ low }) => low)) < 0 ? [Plot.ruleY([0], { stroke: palette.muted })] : []),
        Plot.ruleY(lines.map(number), { stroke: palette.second, strokeDasharray: "6 4" }),
        Plot.lineY(course, { x: "date", y: "value", stroke: palette.accent, strokeWidth: 2.5 }),
        Plot.link(points, { x1: "date", x2: "date", y1: "low", y2: "high", stroke: palette.ink, strokeOpacity: 0.45 }),
        Plot.dot(points, {
          x: "date",
          y: "value",
          r: 4.5,
          fill: palette.paper,
          stroke: ({ kind }: { kind: string }) => (kind === "flare" ? palette.second : palette.ink),
          strokeWidth: 2,
        }),
        Plot.text(flared, {
          x: "date",
          y: "high",
          dy: -10,
          text: () => "flare",
          fill: palette.second,
          fontWeight: 600,
        }),
      ],
    },
  };
}
