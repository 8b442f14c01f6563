/** Virtual bodies through a history: excess with bands, how many swell, what matters most. */
import * as Plot from "@observablehq/plot";
import { day } from "@openlymph/base";
import type { PartSwelling, SwellingBands } from "@openlymph/rehearsal";
import { fixed, percent, timeWords } from "../output/numbers.ts";
import { bandWords, partWords } from "../words/band-words.ts";
import { bandMarks, bandOpacity } from "./band-marks.ts";
import { type KeyItem, sheetSvg } from "./frame.ts";
import { influencePanel } from "./influence-panel.ts";
import { changedWords, originWords } from "./origin.ts";
import { palette } from "./palette.ts";
import { drawPanel, type Panel } from "./panel.ts";
import { headedTop, panelHeading } from "./panel-heading.ts";

const width = 824;
const mostParts = 3;
/** Excess of one body in twenty below which a part gets no panel of its own. */
const worthDrawing = 0.01;

export interface SwellingFigureContent {
  readonly bands: SwellingBands;
  /** Settings other than the default, as they were written. */
  readonly settings: readonly string[];
}

function inDays({ times }: SwellingBands): readonly number[] {
  return times.map((time) => time / day);
}

function excessPanel(bands: SwellingBands, { part, excessShare, above }: PartSwelling): Panel {
  const xs = inDays(bands);
  const values = excessShare.flatMap(({ p5, p95 }) => [100 * p5, 100 * p95]);
  const top = Math.max(1, ...values) * 1.06;
  const limits = above.map(({ excessShare: limit }) => 100 * limit).filter((limit) => limit < top);
  return drawPanel(
    { width, height: 330 },
    {
      marginTop: headedTop,
      x: { label: "days", labelAnchor: "center", labelArrow: "none" },
      y: { label: null, grid: true, ticks: 6, domain: [Math.min(0, ...values), top] },
      marks: [
        ...panelHeading(`Excess of the ${partWords(part)}`, "% of its healthy volume"),
        ...limits.map((limit) => Plot.ruleY([limit], { stroke: palette.muted, strokeDasharray: "3 4" })),
        Plot.ruleY([0], { stroke: palette.muted }),
        ...bandMarks(xs, excessShare, (share) => 100 * share, { colour: palette.accent }),
      ],
    },
  );
}

function countPanel(bands: SwellingBands, { part, excess, above }: PartSwelling): Panel {
  const xs = inDays(bands);
  const lines = above.map(({ excessShare, bodies }, n) => ({
    limit: percent(excessShare, 0),
    dash: n === 0 ? "6 4" : "",
    points: xs.map((x, at) => ({ x, share: (100 * bodies[at]!) / excess[at]!.count })),
  }));
  const top = Math.max(5, ...lines.flatMap(({ points }) => points.map(({ share }) => share)));
  return drawPanel(
    { width, height: 250 },
    {
      marginTop: headedTop,
      marginRight: 150,
      x: { label: "days", labelAnchor: "center", labelArrow: "none" },
      y: { label: null, grid: true, ticks: 5, domain: [0, top * 1.1] },
      marks: [
        ...panelHeading(`How many virtual bodies swell, ${partWords(part)}`, "% of the bodies"),
        Plot.ruleY([0], { stroke: palette.muted }),
        ...lines.flatMap(({ limit, dash, points }) => [
          Plot.lineY(points, { x: "x", y: "share", stroke: palette.ink, strokeWidth: 2, strokeDasharray: dash }),
          Plot.text(points.slice(-1), {
            x: "x",
            y: "share",
            text: () => `above ${limit} %`,
            textAnchor: "start",
            dx: 8,
            fill: palette.ink,
          }),
        ]),
      ],
    },
  );
}

function keyOf(): readonly KeyItem[] {
  return [
    { words: "median", colour: palette.accent },
    { words: "middle half of the bodies", colour: palette.accent, band: bandOpacity.range + bandOpacity.half },
    { words: "nine in ten", colour: palette.accent, band: bandOpacity.range },
    { words: "5 and 10 %", colour: palette.muted, dash: "3 4" },
  ];
}

/** Draws the bands of the parts that swell; of the one that swells most where none does. */
export function swellingFigure(
  { bands, settings }: SwellingFigureContent,
  ids?: Parameters<typeof sheetSvg>[1],
): string {
  const highest = ({ excessShare }: PartSwelling) => Math.max(...excessShare.map(({ p95 }) => p95));
  const byExcess = [...bands.parts].sort((a, b) => highest(b) - highest(a));
  const swelling = byExcess.filter((part) => highest(part) > worthDrawing);
  const shown = (swelling.length === 0 ? byExcess.slice(0, 1) : swelling).slice(0, mostParts);
  const [first] = shown;
  const { influence, most } = bands;
  const bars =
    influence === undefined || most === undefined
      ? undefined
      : influencePanel(influence, `the excess of the ${partWords(most)} at the end`, width);
  const last = timeWords(bands.times.at(-1) ?? 0);
  const ends = shown.map(
    ({ part, excessShare }) =>
      `${partWords(part)} ${bandWords(excessShare.at(-1)!, (share) => fixed(100 * share, 1))} %`,
  );
  return sheetSvg(
    {
      title: `${bands.bodies} virtual bodies: ${bands.title}`,
      about: [
        "A teaching model, not a person. Every body has this history and its own answer to what nobody knows.",
        "A band is the spread of what is not known, not the spread of people.",
        ...changedWords(settings),
      ],
      key: keyOf(),
      panels: [
        ...shown.map((part) => excessPanel(bands, part)),
        ...(first === undefined ? [] : [countPanel(bands, first)]),
        ...(bars === undefined ? [] : [bars]),
      ],
      origin: originWords(bands.record),
      description: `After ${last}, excess in per cent of the healthy volume, median and range of nine in ten: ${ends.join("; ")}.`,
    },
    ids,
  );
}
