/** Curves of nodes that swell: sizes against their thresholds, and what makes them swell. */
import * as Plot from "@observablehq/plot";
import { toUnit } from "@openlymph/base";
import type { GermFinding, NodeCourse } from "@openlymph/rehearsal";
import { fixed, significant, timeWords } from "../output/numbers.ts";
import { drawnNodes, nodeLetters } from "../present/node-peak.ts";
import { shortNodeWords } from "../words/place-words.ts";
import { clockUnit } from "./clock-unit.ts";
import type { CurvePlot } from "./curve-plot.ts";
import { palette } from "./palette.ts";

const mm = (size: number) => toUnit(size, "length", "mm");
const colours = { node: "#7f5fa0", bacteria: palette.accent, debris: palette.second } as const;
/** Em of 14 px that a line of a heading may have in one of so many columns. */
const lineWidths = [40, 26, 17, 12.5] as const;

/** Sizes of the groups that came nearest to their threshold, each in a field of its own; nothing where none grew. */
function nodeSizePlot(course: NodeCourse): CurvePlot | undefined {
  const nodes = drawnNodes(course);
  if (nodes.length === 0) return undefined;
  const { unit, factor } = clockUnit(course.times.at(-1) ?? 0);
  const fields = nodes.map((node, n) => ({ ...node, field: nodeLetters[n] ?? "", words: shortNodeWords(node.node) }));
  const points = fields.flatMap(({ field, size }) =>
    course.times.map((time, at) => ({ field, x: time / factor, y: mm(size[at] ?? 0) })),
  );
  const top = 1.12 * Math.max(...fields.flatMap(({ largest, swollenFrom }) => [mm(largest), mm(swollenFrom)]));
  const more = course.nodes.length - nodes.length;
  const which =
    more === 0
      ? "All groups that grew."
      : `The ${nodes.length} that came nearest to it or furthest past it; ${more} more grew.`;
  return {
    title: "How large the nodes grow",
    about: `Short axis of a node of the group in millimetres; the dashed line is the size from which it counts as swollen. ${which}`,
    description: `Largest: ${fields.map(({ words, largest, swollenFrom }) => `${words} ${fixed(mm(largest), 1)} mm, swollen from ${fixed(mm(swollenFrom), 1)} mm`).join("; ")}.`,
    height: 320,
    options: {
      fx: { axis: null, padding: 0.12 },
      x: { label: `time (${unit})`, labelAnchor: "center", labelArrow: "none", ticks: 4, grid: false },
      y: { label: "short axis (mm)", grid: true, domain: [0, top], ticks: 6, labelArrow: "none", insetTop: 44 },
      marks: [
        Plot.ruleY([0], { stroke: palette.muted }),
        Plot.ruleY(fields, {
          fx: "field",
          y: ({ swollenFrom }: (typeof fields)[number]) => mm(swollenFrom),
          stroke: palette.second,
          strokeWidth: 1.5,
          strokeDasharray: "6 4",
        }),
        Plot.lineY(points, {
          fx: "field",
          x: "x",
          y: "y",
          stroke: colours.node,
          strokeWidth: 2.5,
          curve: "monotone-x",
        }),
        Plot.text(fields, {
          fx: "field",
          text: ({ field, words }: (typeof fields)[number]) => `${field} ${words}`,
          frameAnchor: "top-left",
          lineAnchor: "top",
          dx: 4,
          lineWidth: lineWidths[nodes.length - 1] ?? 12,
          fill: palette.ink,
        }),
      ],
    },
    key: [
      { words: "size of a node", colour: colours.node },
      { words: "swollen from here", colour: palette.second, dash: "6 4" },
    ],
  };
}

/** Fewer than this are not drawn on the logarithmic axis. */
const fewest = 1;

/** A course with a gap where there are too few, and points where it leaves the axis and comes back. */
function aboveFewest(times: readonly number[], course: readonly number[]) {
  return course.flatMap((count, at) => {
    const point = { x: times[at] ?? 0, y: count >= fewest ? count : Number.NaN };
    const before = course[at - 1] ?? count;
    if (before >= fewest === count >= fewest || Math.min(before, count) <= 0) return [point];
    const share = Math.log(before / fewest) / Math.log(before / count);
    const start = times[at - 1] ?? 0;
    return [{ x: start + share * (point.x - start), y: fewest }, point];
  });
}

/** Bacteria and debris in the body; nothing where nothing entered it. */
function germsPlot({ bacteria, debris, times }: NodeCourse): CurvePlot | undefined {
  const { unit, factor } = clockUnit(times.at(-1) ?? 0);
  const line = (
    words: string,
    found: GermFinding | undefined,
    look: { readonly colour: string; readonly dash: string },
  ) => (found === undefined || Math.max(...found.course) <= fewest ? [] : [{ words, course: found.course, ...look }]);
  const lines = [
    ...line("bacteria", bacteria, { colour: colours.bacteria, dash: "" }),
    ...line("debris", debris, { colour: colours.debris, dash: "7 4" }),
  ];
  if (lines.length === 0) return undefined;
  const high = Math.max(...lines.flatMap(({ course }) => course));
  const height = 300;
  const drawn = lines.map((one) => ({
    ...one,
    points: aboveFewest(times, one.course).map(({ x, y }) => ({ x: x / factor, y })),
  }));
  return {
    title: "Bacteria and debris in the body",
    about:
      "On a logarithmic axis: each step is ten times as many. Debris is what is left of killed bacteria and of wounds, counted in bacteria.",
    description: drawn
      .map(({ words, course }) => {
        const most = Math.max(...course);
        return `Most ${words}: ${significant(most, 2)}, after ${timeWords(times[course.indexOf(most)] ?? 0)}.`;
      })
      .join(" "),
    height,
    options: {
      marginRight: 100,
      x: {
        label: `time (${unit})`,
        labelAnchor: "center",
        labelArrow: "none",
        grid: false,
        domain: [0, times.at(-1)! / factor],
      },
      y: {
        type: "log",
        label: "count",
        grid: true,
        domain: [fewest, 2 * high],
        ticks: Array.from({ length: Math.ceil(Math.log10(2 * high)) }, (_, power) => 10 ** power),
        tickFormat: "~s",
        labelArrow: "none",
      },
      marks: [
        Plot.ruleY([fewest], { stroke: palette.muted }),
        ...drawn.map(({ points, colour, dash }) =>
          Plot.lineY(points, { x: "x", y: "y", stroke: colour, strokeWidth: 2.5, strokeDasharray: dash }),
        ),
      ],
    },
    key: drawn.map(({ words, colour, dash }) => ({ words, colour, dash })),
  };
}

/** All that there is to draw of a course. */
export function nodePlots(course: NodeCourse): readonly CurvePlot[] {
  return [nodeSizePlot(course), germsPlot(course)].filter((plot) => plot !== undefined);
}
