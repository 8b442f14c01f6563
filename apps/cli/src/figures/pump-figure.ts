/** Pump function: mean flow against pressure rise, with the stall pressure and the linear law where they are known. */
import * as Plot from "@observablehq/plot";
import { type RunRecord, toUnit } from "@openlymph/base";
import type { LinearPumpLaw, PumpPoint, Stall } from "@openlymph/physiology";
import { fixed, significant } from "../output/numbers.ts";
import { type KeyItem, sheetSvg } from "./frame.ts";
import { changedWords, originWords } from "./origin.ts";
import { palette } from "./palette.ts";
import { drawPanel } from "./panel.ts";
import { rangeOf } from "./range-of.ts";

const size = { width: 824, height: 440 } as const;

export interface PumpFigureContent {
  readonly title: string;
  /** What was changed in the network, as it was written. */
  readonly settings: readonly string[];
  readonly points: readonly PumpPoint[];
  readonly stall: Stall | undefined;
  readonly law: LinearPumpLaw | undefined;
  readonly record: RunRecord;
}

interface Place {
  readonly rise: number;
  readonly flow: number;
}

const inMmHg = (si: number) => toUnit(si, "pressure", "mmHg");
const inMLPerHour = (si: number) => toUnit(si, "flow", "mL/h");

/** The law as a line between two pressure rises (Pa), no lower than no flow. */
function lawLine({ pumpPressure, resistance }: LinearPumpLaw, from: number, to: number): readonly Place[] {
  const end = Math.min(to, pumpPressure);
  if (end <= from) return [];
  return [from, end].map((rise) => ({ rise: inMmHg(rise), flow: inMLPerHour((pumpPressure - rise) / resistance) }));
}

function keyOf(law: LinearPumpLaw | undefined, unsettled: boolean): readonly KeyItem[] {
  const curve = { words: "mean outflow", colour: palette.accent };
  const points = unsettled ? [{ words: "not yet periodic", colour: palette.accent, open: true }] : [];
  if (law === undefined) return [curve, ...points];
  const words = `linear law, r\u00b2 ${fixed(law.r2, 3)}`;
  return [curve, ...points, { words, colour: palette.muted, dash: "6 4" }];
}

function aboutStall(stall: Stall | undefined): string {
  if (stall === undefined) return "";
  const rise = `${significant(inMmHg(stall.rise), 3)} mmHg`;
  if (stall.kind === "found") return `It stalls at ${rise}.`;
  return stall.kind === "above" ? `It does not stall up to ${rise}.` : `It does not even lift ${rise}.`;
}

/** Draws the pump curve; a point that has not become periodic is open. */
export function pumpFigure({ title, settings, points, stall, law, record }: PumpFigureContent): string {
  const places = points.map(({ rise, flow, settled }) => ({ rise: inMmHg(rise), flow: inMLPerHour(flow), settled }));
  const stalled = stall?.kind === "found" ? inMmHg(stall.rise) : undefined;
  const [from, end] = rangeOf(places.map(({ rise }) => rise));
  const last = Math.max(end, stalled ?? end);
  const room = 0.03 * (last - from);
  const ruled = law === undefined ? [] : lawLine(law, points[0]?.rise ?? 0, points.at(-1)?.rise ?? 0);
  const [low, high] = rangeOf([0, ...places.map(({ flow }) => flow), ...ruled.map(({ flow }) => flow)]);
  const settled = places.filter((place) => place.settled !== false);
  const open = places.filter((place) => place.settled === false);
  const panel = drawPanel(size, {
    x: {
      label: "pressure rise, outlet minus inlet (mmHg)",
      domain: [from - room, last + room],
      labelArrow: "none",
      labelAnchor: "center",
    },
    y: {
      label: "mean outflow (mL/h)",
      domain: [low - 0.05 * (high - low), high + 0.05 * (high - low)],
      grid: true,
      labelArrow: "none",
      ticks: 7,
    },
    marks: [
      Plot.ruleY([0], { stroke: palette.muted }),
      Plot.line(ruled, { x: "rise", y: "flow", stroke: palette.muted, strokeWidth: 1.5, strokeDasharray: "6 4" }),
      Plot.line(places, { x: "rise", y: "flow", stroke: palette.accent, strokeWidth: 2 }),
      Plot.dot(settled, { x: "rise", y: "flow", r: 4, fill: palette.accent }),
      Plot.dot(open, { x: "rise", y: "flow", r: 4, fill: palette.paper, stroke: palette.accent, strokeWidth: 2 }),
      ...(stalled === undefined
        ? []
        : [
            Plot.ruleX([stalled], { y1: 0, y2: 0.12 * high, stroke: palette.ink }),
            Plot.text([`stall ${significant(stalled, 3)} mmHg`], {
              x: stalled,
              y: 0.12 * high,
              dy: -9,
              ...(stalled < from + 0.8 * (last - from)
                ? { textAnchor: "start", dx: -2 }
                : { textAnchor: "end", dx: 2 }),
            }),
          ]),
    ],
  });
  const first = places[0];
  const about = `Mean flow against the pressure it has to lift, computed. ${aboutStall(stall)}`.trim();
  return sheetSvg({
    title,
    about: [about, ...changedWords(settings)],
    key: keyOf(law, open.length > 0),
    panels: [panel],
    origin: originWords(record),
    description:
      `${about} From ${significant(first?.flow ?? 0, 3)} mL/h at ${significant(first?.rise ?? 0, 3)} mmHg to ` +
      `${significant(places.at(-1)?.flow ?? 0, 3)} mL/h at ${significant(end, 3)} mmHg.`,
  });
}
