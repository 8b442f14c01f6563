/** An examination as a picture: the body with the tracer at some moments, and the dose over time. */
import * as Plot from "@observablehq/plot";
import { day, hour, minute } from "@openlymph/base";
import { palette as bodyPalette, type FigureDrawing, figureScene, figureSvg, joinedCollector } from "@openlymph/figure";
import { type Examination, tracerLight } from "@openlymph/rehearsal";
import type { History } from "@openlymph/therapy";
import { significant, timeWords } from "../output/numbers.ts";
import { doseShare } from "../present/examination.ts";
import { shortNodeWords, territoryWords } from "../words/place-words.ts";
import { type KeyItem, sheetSvg } from "./frame.ts";
import { originWords } from "./origin.ts";
import { palette } from "./palette.ts";
import { drawPanel, type Panel } from "./panel.ts";

const width = 1080;
const bodies = { top: 54, height: 352, words: 46, scale: 22 } as const;
const views = ["front", "back"] as const;
const curves = { width: 352, height: 250 } as const;
const colours = { depot: "#0e6e78", blood: "#a2412f", skin: "#3e7cb1" } as const;
const nodeLines = [
  { colour: "#5e4480", dash: "" },
  { colour: "#7f5fa0", dash: "7 4" },
  { colour: "#9a5b00", dash: "2 3" },
  { colour: "#2d6b3f", dash: "10 3 2 3" },
] as const;

const end = <T>(list: readonly T[]): T => list.at(-1) as T;

/** Shares of the time followed at which the body is drawn. */
const drawnShares = [1 / 24, 1 / 4, 1] as const;

/** Places in the times at which the body is drawn. */
function moments(times: readonly number[]): readonly number[] {
  return drawnShares.map((share) => {
    const time = share * end(times);
    return times.reduce((best, at, n) => (Math.abs(at - time) < Math.abs(times[best]! - time) ? n : best), 0);
  });
}

/** Lines of vessels without tracer stay in the background. */
const quietStrand = 0.55;

function bodySvg(
  history: History,
  found: Examination,
  at: number,
  view: (typeof views)[number],
  prefix: string,
): string {
  const scene = figureScene({ view, build: history.body.build });
  const drawing: FigureDrawing = {
    theme: "dark",
    tracer: tracerLight(found, at, joinedCollector),
    removed: Object.fromEntries(
      found.index.nodes.flatMap((id, n) => (found.removed[n]! > 0 ? [[id, found.removed[n]!] as const] : [])),
    ),
    strandWeight: Object.fromEntries(scene.strands.map(({ id }) => [id, quietStrand])),
    layers: { watersheds: false },
    prefix,
    title: `After ${timeWords(found.times[at]!)}, from the ${view}`,
  };
  return figureSvg(scene, drawing);
}

/** What the light means: from what is just seen to the whole dose. */
function scaleSvg(found: Examination, y: number): string {
  const { muted, skin1, tracer } = bodyPalette.dark.colours;
  const middle = width / 2;
  const least = `${significant(100 * found.tracer.detection.value, 1)} %`;
  return (
    `<defs><linearGradient id="light"><stop offset="0" stop-color="${skin1}"/><stop offset="1" stop-color="${tracer}"/></linearGradient></defs>` +
    `<rect x="${middle - 90}" y="${y - 9}" width="180" height="8" rx="4" fill="url(#light)"/>` +
    `<text x="${middle - 98}" y="${y}" text-anchor="end" font-size="12" fill="${muted}">${least} of the dose, just seen</text>` +
    `<text x="${middle + 98}" y="${y}" font-size="12" fill="${muted}">all of the dose</text>`
  );
}

function bodyPanel(history: History, found: Examination): Panel {
  const { paper, ink, muted, edge } = bodyPalette.dark.colours;
  const places = moments(found.times);
  const step = width / places.length;
  const columns = places.map((at, n) => {
    const pair = views.map((view, v) => {
      const [, top, , tall] = figureScene({ view }).viewBox;
      const place = `x="${n * step + (v * step) / 2}" y="${bodies.top}" width="${step / 2}" height="${bodies.height}"`;
      return bodySvg(history, found, at, view, `body-${n}-${view}`)
        .replace("<svg ", `<svg ${place} `)
        .replace(/viewBox="[^"]*"/, `viewBox="-266 ${top} 532 ${tall}"`);
    });
    const middle = (n + 0.5) * step;
    const nodes = found.findings.nodes.reduce(
      (sum, node) => (node.kind === "nodeGroup" ? sum + (node.uptake[at] ?? 0) : sum),
      0,
    );
    const words = `nodes ${doseShare(nodes)} %, blood ${doseShare(found.findings.blood.share[at] ?? 0)} % of the dose`;
    const below = bodies.top + bodies.height + 20;
    const line = n === 0 ? "" : `<path d="M${n * step} 24V${below}" stroke="${edge}" stroke-opacity=".35"/>`;
    return (
      `${line}<text x="${middle}" y="36" text-anchor="middle" font-size="17" font-weight="600" fill="${ink}">${timeWords(found.times[at]!)}</text>` +
      `${pair.join("")}<text x="${middle}" y="${below}" text-anchor="middle" font-size="13" fill="${muted}">${words}</text>`
    );
  });
  const height = bodies.top + bodies.height + bodies.words + bodies.scale;
  return {
    width,
    height: height + 18,
    svg:
      `<svg width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">` +
      `<rect width="${width}" height="${height}" rx="14" fill="${paper}"/>${columns.join("")}${scaleSvg(found, height - 16)}</svg>`,
  };
}

interface Line {
  readonly words: string;
  readonly colour: string;
  readonly dash: string;
  readonly values: readonly number[];
}

function clockOf(last: number): { readonly unit: string; readonly factor: number } {
  if (last <= 4 * hour) return { unit: "min", factor: minute };
  return last <= 3 * day ? { unit: "h", factor: hour } : { unit: "d", factor: day };
}

function linesPanel(found: Examination, label: string, lines: readonly Line[], fromZero: boolean): Panel {
  const { unit, factor } = clockOf(end(found.times));
  const values = lines.flatMap((line) => line.values.map((value) => 100 * value));
  const [low, high] = [fromZero ? 0 : Math.min(...values), Math.max(1e-4, ...values)];
  const room = 0.05 * (high - low);
  return drawPanel(curves, {
    x: { label: `time after the injection (${unit})`, labelArrow: "none", labelAnchor: "center", ticks: 5 },
    y: { label, grid: true, domain: [fromZero ? 0 : low - room, high + room], ticks: 5, labelArrow: "none" },
    marks: [
      ...(fromZero ? [Plot.ruleY([0], { stroke: palette.line })] : []),
      ...lines.map((line) =>
        Plot.lineY(
          line.values.map((value, n) => ({ x: found.times[n]! / factor, y: 100 * value })),
          { x: "x", y: "y", stroke: line.colour, strokeWidth: 2.25, strokeDasharray: line.dash },
        ),
      ),
    ],
  });
}

function besides(panels: readonly Panel[]): Panel {
  const height = Math.max(...panels.map((panel) => panel.height));
  const gap = (width - panels.reduce((sum, panel) => sum + panel.width, 0)) / (panels.length - 1);
  const placed = panels.map((panel, n) => panel.svg.replace("<svg", `<svg x="${n * (panel.width + gap)}" y="0"`));
  return {
    width,
    height,
    svg: `<svg width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${placed.join("")}</svg>`,
  };
}

/** Draws an examination: bodies on dark, curves below. The same examination gives the same bytes. */
export function examinationFigure(history: History, found: Examination): string {
  const { findings, tracer, injected, times } = found;
  const depot: Line = { words: "depot", colour: colours.depot, dash: "", values: findings.depot.share };
  const away: readonly Line[] = [
    { words: "blood", colour: colours.blood, dash: "", values: findings.blood.share },
    { words: "skin elsewhere", colour: colours.skin, dash: "7 4", values: findings.backflowShare },
  ];
  const groups = findings.nodes
    .filter(({ kind }) => kind === "nodeGroup")
    .toSorted((a, b) => end(b.uptake) - end(a.uptake))
    .slice(0, nodeLines.length);
  const nodes = groups.map(
    ({ node, uptake }, n): Line => ({ words: shortNodeWords(node), ...nodeLines[n]!, values: uptake }),
  );
  const key = [depot, ...away, ...nodes].map(({ words, colour, dash }): KeyItem => ({ words, colour, dash }));
  const places = injected.map(territoryWords).join("; ");
  const first = findings.nodes[0];
  const seen =
    first?.arrival === undefined
      ? "no node sees it"
      : `first seen after ${timeWords(first.arrival)} in the ${shortNodeWords(first.node)}`;
  return sheetSvg({
    title: history.title,
    about: [
      `Injected into ${places}: ${tracer.name}, ${tracer.about}. On the left of each pair the body is seen from the front: the person's left is on the right. Brighter is more, on a logarithmic scale; dashed rings are removed nodes.`,
      `${found.label}. How fast lymph runs in health is an input; what nodes hold back is assumed.`,
    ],
    key,
    panels: [
      bodyPanel(history, found),
      besides([
        linesPanel(found, "still in the depot, % of the dose", [depot], false),
        linesPanel(found, "held by node groups, % of the dose", nodes, true),
        linesPanel(found, "blood and skin elsewhere, % of the dose", away, true),
      ]),
    ],
    origin: originWords(found.record),
    description: `Tracer over ${timeWords(end(times))}: ${seen}; at the end ${doseShare(end(findings.depot.share))} % of the dose is still in the depot and ${doseShare(end(findings.blood.share))} % in the blood.`,
  });
}
