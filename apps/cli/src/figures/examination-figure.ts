/** An examination as a picture: the body with the tracer at some moments, and the dose over time. */
import { palette as bodyPalette } from "@openlymph/figure";
import type { Examination } from "@openlymph/rehearsal";
import type { History } from "@openlymph/therapy";
import { timeWords } from "../output/numbers.ts";
import { doseShare } from "../present/examination.ts";
import { shortNodeWords, territoryWords } from "../words/place-words.ts";
import { pairSize, tracedPairs, tracerScale } from "./examination-bodies.ts";
import { examinationPlots } from "./examination-plots.ts";
import { sheetSvg } from "./frame.ts";
import { originWords } from "./origin.ts";
import { drawPanel, type Panel } from "./panel.ts";

const bodies = { top: 54, words: 46, scale: 22 } as const;
const curves = { width: 352, height: 250 } as const;

/** What the light means, below the bodies. */
function scaleSvg(found: Examination, width: number, y: number): string {
  const { muted } = bodyPalette.dark.colours;
  const { from, to, least, most } = tracerScale(found);
  const middle = width / 2;
  return (
    `<defs><linearGradient id="light"><stop offset="0" stop-color="${from}"/><stop offset="1" stop-color="${to}"/></linearGradient></defs>` +
    `<rect x="${middle - 90}" y="${y - 9}" width="180" height="8" rx="4" fill="url(#light)"/>` +
    `<text x="${middle - 98}" y="${y}" text-anchor="end" font-size="12" fill="${muted}">${least}</text>` +
    `<text x="${middle + 98}" y="${y}" font-size="12" fill="${muted}">${most}</text>`
  );
}

function bodyPanel(history: History, found: Examination): Panel {
  const { paper, ink, muted, edge } = bodyPalette.dark.colours;
  const pairs = tracedPairs(history, found);
  const width = pairs.length * pairSize.width;
  const below = bodies.top + pairSize.height + 20;
  const columns = pairs.map(({ heading, words, svg }, n) => {
    const [left, middle] = [n * pairSize.width, (n + 0.5) * pairSize.width];
    const line = n === 0 ? "" : `<path d="M${left} 24V${below}" stroke="${edge}" stroke-opacity=".35"/>`;
    return (
      `${line}<text x="${middle}" y="36" text-anchor="middle" font-size="17" font-weight="600" fill="${ink}">${heading}</text>` +
      `${svg.replace("<svg ", `<svg x="${left}" y="${bodies.top}" `)}` +
      `<text x="${middle}" y="${below}" text-anchor="middle" font-size="13" fill="${muted}">${words}</text>`
    );
  });
  const height = bodies.top + pairSize.height + bodies.words + bodies.scale;
  return {
    width,
    height: height + 18,
    svg:
      `<svg width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">` +
      `<rect width="${width}" height="${height}" rx="14" fill="${paper}"/>${columns.join("")}${scaleSvg(found, width, height - 16)}</svg>`,
  };
}

function besides(panels: readonly Panel[], width: number): Panel {
  const height = Math.max(...panels.map((panel) => panel.height));
  const gap = (width - panels.reduce((sum, panel) => sum + panel.width, 0)) / (panels.length - 1);
  const placed = panels.map((panel, n) => panel.svg.replace("<svg", `<svg x="${n * (panel.width + gap)}" y="0"`));
  return {
    width,
    height,
    svg: `<svg width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${placed.join("")}</svg>`,
  };
}

/** When the first node sees the tracer. */
function seenWords({ findings: { nodes } }: Examination): string {
  const [first] = nodes;
  if (first?.arrival === undefined) return "no node sees it";
  return `first seen after ${timeWords(first.arrival)} in the ${shortNodeWords(first.node)}`;
}

/** Draws an examination: bodies on dark, curves below. The same examination gives the same bytes. */
export function examinationFigure(history: History, found: Examination): string {
  const { findings, tracer, injected, times } = found;
  const last = <T>(list: readonly T[]): T => list.at(-1) as T;
  const places = injected.map(territoryWords).join("; ");
  const plots = examinationPlots(found);
  const shown = bodyPanel(history, found);
  return sheetSvg({
    title: history.title,
    about: [
      `Injected into ${places}: ${tracer.name}, ${tracer.about}. On the left of each pair the body is seen from the front: the person's left is on the right. Brighter is more, on a logarithmic scale; dashed rings are removed nodes.`,
      `${found.label}. How fast lymph runs in health is an input; what nodes hold back is assumed.`,
    ],
    key: plots.flatMap(({ key }) => key),
    panels: [
      shown,
      besides(
        plots.map(({ options }) => drawPanel(curves, options)),
        shown.width,
      ),
    ],
    origin: originWords(found.record),
    description: `Tracer over ${timeWords(last(times))}: ${seenWords(found)}; at the end ${doseShare(last(findings.depot.share))} % of the dose is still in the depot and ${doseShare(last(findings.blood.share))} % in the blood.`,
  });
}
