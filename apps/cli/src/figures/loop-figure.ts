/**
 * Pressure-diameter loop of one lymphangion over the last cycle, as isolated vessels are shown: filling along the bottom,
 * contraction up, ejection along the top, relaxation down. Its narrowest and widest points give the ejection fraction,
 * 1 − (D_min / D_max)², since the length stays.
 */
import * as Plot from "@observablehq/plot";
import { toUnit } from "@openlymph/base";
import type { Network, Simulation, Trace } from "@openlymph/physiology";
import { fixed, significant, timeWords } from "../output/numbers.ts";
import { sheetSvg } from "./frame.ts";
import { changedWords, originWords } from "./origin.ts";
import { palette } from "./palette.ts";
import { drawPanel, innerSize } from "./panel.ts";
import { rangeOf } from "./range-of.ts";
import { type CurvePoint, thinnedCurve } from "./simplify.ts";

const size = { width: 664, height: 470 } as const;

interface Arrow extends CurvePoint {
  /** Degrees clockwise from upright, as Plot turns symbols. */
  readonly rotate: number;
}

/** A slender head that points up and is centred on its place. */
const arrowHead = {
  draw(context: CanvasPath, size: number) {
    const half = Math.sqrt(size / Math.PI);
    context.moveTo(0, -1.3 * half);
    context.lineTo(0.8 * half, 1.1 * half);
    context.lineTo(-0.8 * half, 1.1 * half);
    context.closePath();
  },
};

/** Arrow heads along the loop, evenly apart by its length on the picture. */
function arrowsAlong(
  x: Float64Array,
  y: Float64Array,
  scale: { readonly x: number; readonly y: number },
  count: number,
): readonly Arrow[] {
  const travelled = new Float64Array(x.length);
  for (let i = 1; i < x.length; i++) {
    travelled[i] = travelled[i - 1]! + Math.hypot((x[i]! - x[i - 1]!) * scale.x, (y[i]! - y[i - 1]!) * scale.y);
  }
  const whole = travelled.at(-1) ?? 0;
  if (whole === 0) return [];
  return Array.from({ length: count }, (_, n) => {
    const i = travelled.findIndex((way) => way >= ((n + 0.5) / count) * whole);
    const across = (x[i]! - x[i - 1]!) * scale.x;
    const up = (y[i]! - y[i - 1]!) * scale.y;
    return { x: x[i]!, y: y[i]!, rotate: (Math.atan2(across, up) * 180) / Math.PI };
  });
}

/** Draws the loop of lymphangion `id`, which the trace must hold. */
export function loopFigure(
  network: Network,
  simulation: Simulation,
  trace: Trace,
  id: string,
  settings: readonly string[] = [],
): string {
  const j = trace.lymphangions.indexOf(id);
  const x = (trace.diameter[j] ?? new Float64Array()).map((si) => toUnit(si, "length", "mm"));
  const y = (trace.pressure[j] ?? new Float64Array()).map((si) => toUnit(si, "pressure", "mmHg"));
  const [narrowest, widest] = rangeOf(x);
  const [lowest, highest] = rangeOf(y);
  const padded = (low: number, high: number): [number, number] => {
    const room = high > low ? 0.08 * (high - low) : Math.max(1e-9, 0.1 * Math.abs(high));
    return [low - room, high + room];
  };
  const domains = { x: padded(narrowest, widest), y: padded(lowest, highest) };
  const inner = innerSize(size);
  const spans = { x: domains.x[1] - domains.x[0], y: domains.y[1] - domains.y[0] };
  const points = thinnedCurve(x, y, { ...inner, ...spans });
  const arrows = arrowsAlong(x, y, { x: inner.width / spans.x, y: inner.height / spans.y }, 6);
  const ejected = fixed(100 * (1 - (narrowest / widest) ** 2), 1);
  const facts =
    `${significant(narrowest, 3)} to ${significant(widest, 3)} mm, ${ejected} % of the volume ejected; ` +
    `${significant(lowest, 3)} to ${significant(highest, 3)} mmHg inside.`;
  const panel = drawPanel(size, {
    x: { label: "diameter (mm)", domain: domains.x, labelArrow: "none", labelAnchor: "center", grid: true, ticks: 7 },
    y: { label: "pressure inside (mmHg)", domain: domains.y, labelArrow: "none", grid: true, ticks: 7 },
    marks: [
      Plot.line(points, { x: "x", y: "y", stroke: palette.accent, strokeWidth: 2 }),
      Plot.dot(arrows, { x: "x", y: "y", symbol: arrowHead, rotate: "rotate", r: 5, fill: palette.accent }),
    ],
  });
  return sheetSvg({
    title: `Pressure and diameter of ${id}`,
    about: [
      `${network.title}. Last computed cycle (${timeWords(simulation.period)}).`,
      ...changedWords(settings),
      facts,
    ],
    key: [],
    panels: [panel],
    origin: originWords(simulation.record),
    description: `A closed loop of pressure against diameter, run through in the direction of the arrow heads. ${facts}`,
  });
}
