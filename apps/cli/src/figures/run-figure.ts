/** The last cycle of a run: diameters, pressures and valve flows against time, one shade per lymphangion. */
import * as Plot from "@observablehq/plot";
import { toUnit } from "@openlymph/base";
import type { Network, Simulation, Trace } from "@openlymph/physiology";
import { significant, timeWords } from "../output/numbers.ts";
import { chosenLymphangions } from "./chosen-lymphangions.ts";
import { sheetSvg } from "./frame.ts";
import { changedWords, originWords } from "./origin.ts";
import { palette, shadesAlongFlow } from "./palette.ts";
import { drawPanel, innerSize, type Panel, panelMargins } from "./panel.ts";
import { rangeOf } from "./range-of.ts";
import { type CurvePoint, thinnedCurve } from "./simplify.ts";

const width = 904;
/** Height of a panel without and with numbers below its time axis; what its axes enclose is equally high. */
const heights = { plain: 184, timed: 214 } as const;
/** Space on the right for the words beside levels, and without them. */
const rights = { words: 112, plain: 24 } as const;

interface Curve {
  readonly colour: string;
  readonly values: Float64Array;
}

interface Level {
  readonly words: string;
  readonly value: number;
}

/** Words keep a line's height between them: two that are too close move apart by as much each. */
function apart(levels: readonly Level[], perPixel: number): readonly Level[] {
  const [lower, upper] = [...levels].sort((a, b) => a.value - b.value);
  if (lower === undefined || upper === undefined) return levels;
  const shift = Math.max(0, (17 * perPixel - (upper.value - lower.value)) / 2);
  return [
    { ...lower, value: lower.value - shift },
    { ...upper, value: upper.value + shift },
  ];
}

interface Course {
  readonly label: string;
  readonly curves: readonly Curve[];
  readonly levels?: readonly Level[];
  /** Space on the right, the same in every panel. */
  readonly right: number;
  /** Write the numbers of the time axis. */
  readonly timed?: boolean;
}

/** Several curves over the cycle, and level lines with a word beside their right end. */
function coursePanel(time: Float64Array, { label, curves, levels = [], right, timed = false }: Course): Panel {
  const inner = innerSize({ width, height: heights.timed }, right);
  const ranges = [
    ...curves.map(({ values }) => rangeOf(values)),
    ...levels.map(({ value }) => [value, value] as const),
  ];
  const [low, high] = rangeOf(ranges.flat());
  const room = high > low ? 0.06 * (high - low) : Math.max(1e-9, 0.1 * Math.abs(high));
  const domain = [low - room, high + room] as const;
  const end = time.at(-1) ?? 1;
  const panel = { ...inner, x: end, y: domain[1] - domain[0] };
  const drawn: readonly (readonly [string, readonly CurvePoint[]])[] = curves.map(({ colour, values }) => [
    colour,
    thinnedCurve(time, values, panel),
  ]);
  const below = timed ? {} : { marginBottom: panelMargins.bottom - (heights.timed - heights.plain) };
  const timeAxis = timed ? { label: "time in the cycle (s)" } : { label: null, tickFormat: () => "" };
  return drawPanel(
    { width, height: timed ? heights.timed : heights.plain },
    {
      ...below,
      marginRight: right,
      x: { ...timeAxis, domain: [0, end], labelArrow: "none", labelAnchor: "center" },
      y: { label, domain: [...domain], grid: true, ticks: 5, labelArrow: "none" },
      marks: [
        ...(low < 0 && high > 0 ? [Plot.ruleY([0], { stroke: palette.muted })] : []),
        ...drawn.map(([stroke, points]) => Plot.lineY(points, { x: "x", y: "y", stroke, strokeWidth: 1.75 })),
        Plot.ruleY(levels, { y: "value", stroke: palette.muted, strokeDasharray: "2 3" }),
        ...apart(levels, panel.y / inner.height).map(({ words, value }) =>
          Plot.text([words], { x: end, y: value, dx: 8, textAnchor: "start", fill: palette.muted }),
        ),
      ],
    },
  );
}

/** The pressures at the ends of the network, where it has one inlet and one outlet. */
function endLevels(network: Network): readonly Level[] {
  const ends = [...Object.entries(network.inlets), ...Object.entries(network.outlets)];
  if (ends.length > 2) return [];
  return ends.map(([, { pressure }], i) => {
    const value = inMmHg(pressure);
    return { words: `${i === 0 ? "inlet" : "outlet"} ${significant(value, 3)} mmHg`, value };
  });
}

const inMm = (si: number) => toUnit(si, "length", "mm");
const inMmHg = (si: number) => toUnit(si, "pressure", "mmHg");
const inMLPerHour = (si: number) => toUnit(si, "flow", "mL/h");
const rangeWords = ([low, high]: readonly [number, number]) => `${significant(low, 3)} to ${significant(high, 3)}`;

const columnsOf = (names: readonly string[], columns: readonly Float64Array[]) =>
  new Map(names.map((name, i) => [name, columns[i] ?? new Float64Array()]));

/** Draws the course of the last cycle. `trace` belongs to `simulation`; `settings` are those the run was changed by. */
export function runFigure(
  network: Network,
  simulation: Simulation,
  trace: Trace,
  settings: readonly string[] = [],
): string {
  const chosen = chosenLymphangions(simulation.lymphangions);
  const shades = shadesAlongFlow(chosen.length);
  const start = trace.time[0] ?? 0;
  const time = trace.time.map((t) => t - start);
  const diameters = columnsOf(trace.lymphangions, trace.diameter);
  const pressures = columnsOf(trace.lymphangions, trace.pressure);
  const flows = columnsOf(trace.valves, trace.flow);
  const curvesOf = (
    columns: ReadonlyMap<string, Float64Array>,
    ids: readonly string[],
    scale: (si: number) => number,
  ) =>
    ids.map((id, i) => ({
      colour: shades[i] ?? palette.accent,
      values: (columns.get(id) ?? new Float64Array()).map(scale),
    }));
  const ids = chosen.map(({ id }) => id);
  const valves = chosen.map(({ id, vessel }) => `${vessel}.v${Number(id.slice(vessel.length + 1)) + 1}`);
  const count = simulation.lymphangions.length;
  const which = chosen.length === count ? "All" : `${chosen.length} of`;
  const about =
    `Last of ${significant(simulation.time / simulation.period, 4)} computed cycles of ${timeWords(simulation.period)}. ` +
    `${which} ${count} lymphangions in the order of the flow, and the flow through the valve after each.`;
  const description =
    `Mean outflow ${significant(inMLPerHour(simulation.outflow), 4)} mL/h. ` +
    chosen
      .map(({ id, diameter, pressure }) => {
        const wide = rangeWords([inMm(diameter.min), inMm(diameter.max)]);
        return `${id}: ${wide} mm, ${rangeWords([inMmHg(pressure.min), inMmHg(pressure.max)])} mmHg.`;
      })
      .join(" ");
  const levels = endLevels(network);
  const right = levels.length > 0 ? rights.words : rights.plain;
  return sheetSvg({
    title: network.title,
    about: [about, ...changedWords(settings)],
    key: ids.map((words, i) => ({ words, colour: shades[i] ?? palette.accent })),
    panels: [
      coursePanel(time, { label: "diameter (mm)", curves: curvesOf(diameters, ids, inMm), right }),
      coursePanel(time, {
        label: "pressure inside (mmHg)",
        curves: curvesOf(pressures, ids, inMmHg),
        levels,
        right,
      }),
      coursePanel(time, { label: "flow (mL/h)", curves: curvesOf(flows, valves, inMLPerHour), right, timed: true }),
    ],
    origin: originWords(simulation.record),
    description,
  });
}
