/** The dose of an examination over time: depot, node groups, blood and skin elsewhere. */
import * as Plot from "@observablehq/plot";
import type { Examination } from "@openlymph/rehearsal";
import { timeWords } from "../output/numbers.ts";
import { doseShare } from "../present/examination.ts";
import { shortNodeWords } from "../words/place-words.ts";
import { clockUnit } from "./clock-unit.ts";
import type { CurvePlot } from "./curve-plot.ts";
import { palette } from "./palette.ts";
import { rangeOf } from "./range-of.ts";

const height = 250;
const colours = { depot: "#0e6e78", blood: "#a2412f", skin: "#3e7cb1" } as const;
const nodeLines = [
  { colour: "#5e4480", dash: "" },
  { colour: "#7f5fa0", dash: "7 4" },
  { colour: "#9a5b00", dash: "2 3" },
  { colour: "#2d6b3f", dash: "10 3 2 3" },
] as const;

interface Line {
  readonly words: string;
  readonly colour: string;
  readonly dash: string;
  readonly values: readonly number[];
}

interface Subject {
  readonly title: string;
  readonly about: string;
  readonly axis: string;
  readonly fromZero: boolean;
}

const end = (values: readonly number[]): number => values.at(-1) ?? 0;

function linesPlot({ times }: Examination, subject: Subject, lines: readonly Line[]): CurvePlot {
  const { unit, factor } = clockUnit(end(times));
  const { title, about, axis, fromZero } = subject;
  const [least, most] = rangeOf(lines.flatMap((line) => line.values.map((value) => 100 * value)));
  const [low, high] = [fromZero ? 0 : Math.min(100, least), Math.max(1e-4, most)];
  const room = 0.05 * (high - low);
  return {
    title,
    about,
    description: `After ${timeWords(end(times))}: ${lines.map(({ words, values }) => `${words} ${doseShare(end(values))} %`).join(", ")}.`,
    height,
    options: {
      x: { label: `time after the injection (${unit})`, labelArrow: "none", labelAnchor: "center", ticks: 5 },
      y: {
        label: `${axis}, % of the dose`,
        grid: true,
        domain: [fromZero ? 0 : low - room, high + room],
        ticks: 5,
        labelArrow: "none",
      },
      marks: [
        ...(fromZero ? [Plot.ruleY([0], { stroke: palette.line })] : []),
        ...lines.map((line) =>
          Plot.lineY(
            line.values.map((value, n) => ({ x: times[n]! / factor, y: 100 * value })),
            { x: "x", y: "y", stroke: line.colour, strokeWidth: 2.25, strokeDasharray: line.dash },
          ),
        ),
      ],
    },
    key: lines.map(({ words, colour, dash }) => ({ words, colour, dash })),
  };
}

/** The node groups that hold most at the end. */
function nodeCurves({ findings }: Examination): readonly Line[] {
  return findings.nodes
    .filter(({ kind }) => kind === "nodeGroup")
    .toSorted((a, b) => end(b.uptake) - end(a.uptake))
    .slice(0, nodeLines.length)
    .map(({ node, uptake }, n): Line => ({ words: shortNodeWords(node), ...nodeLines[n]!, values: uptake }));
}

/** The curves of an examination: depot, blood and skin elsewhere, node groups. */
export function examinationPlots(found: Examination): readonly CurvePlot[] {
  const { depot, blood, backflowShare } = found.findings;
  return [
    linesPlot(
      found,
      { title: "The depot", about: "What is still in the injected skin.", axis: "still in the depot", fromZero: false },
      [{ words: "depot", colour: colours.depot, dash: "", values: depot.share }],
    ),
    linesPlot(
      found,
      {
        title: "Blood and skin elsewhere",
        about: "What reached the blood, and what turned up in skin that was not injected.",
        axis: "blood and skin elsewhere",
        fromZero: true,
      },
      [
        { words: "blood", colour: colours.blood, dash: "", values: blood.share },
        { words: "skin elsewhere", colour: colours.skin, dash: "7 4", values: backflowShare },
      ],
    ),
    linesPlot(
      found,
      {
        title: "Node groups",
        about: "The groups that hold most of it at the end.",
        axis: "held by node groups",
        fromZero: true,
      },
      nodeCurves(found),
    ),
  ];
}
