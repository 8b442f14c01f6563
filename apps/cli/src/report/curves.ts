import * as Plot from "@observablehq/plot";
import { type Limb, limbs, limbTerritories } from "@openlymph/anatomy";
import { day, hour, mL } from "@openlymph/base";
import { excessFluid, limbExcessShare, type Rehearsal } from "@openlymph/rehearsal";
import { Window } from "happy-dom";
import { bodyPartLines } from "../figures/body-part-lines.ts";
import type { CurvePlot } from "../figures/curve-plot.ts";
import type { KeyItem } from "../figures/frame.ts";
import { fixed } from "../output/numbers.ts";
import { limbWords } from "../words/place-words.ts";
import { escapeHtml } from "./html.ts";

const colours = { withSession: "#0e6e78", without: "#5c6970", line: "#e3ded5", bound: "#9a5b00" } as const;
interface Frame {
  readonly title: string;
  readonly about: string;
  /** What the curve shows, in words. */
  readonly description: string;
  readonly height: number;
}

type Options = Omit<Plot.PlotOptions, "document" | "style" | "width" | "height">;

function drawn(frame: Frame, options: Options): string {
  const { document } = new Window();
  const plot = Plot.plot({
    marginRight: 24,
    ...options,
    document: document as unknown as Document,
    width: 960,
    height: frame.height,
    marginTop: 34,
    marginLeft: 64,
    marginBottom: 44,
    ariaLabel: frame.title,
    ariaDescription: frame.description,
    style: { fontFamily: "inherit", fontSize: "14px", background: "transparent", overflow: "visible" },
  } as Plot.PlotOptions);
  plot.setAttribute("role", "img");
  plot.querySelector("style")?.remove();
  for (const part of plot.querySelectorAll("g[aria-label]")) part.removeAttribute("aria-label");
  return `<div class="scroll" role="group" tabindex="0" aria-label="${escapeHtml(frame.title)}">${plot.outerHTML}</div>`;
}

/** A curve with its caption and key. */
export function figure(frame: Frame, options: Options, key = ""): string {
  return (
    `<figure class="curve"><figcaption>${escapeHtml(frame.title)}<span>${escapeHtml(frame.about)}</span></figcaption>` +
    `${key}${drawn(frame, options)}</figure>`
  );
}

/** Curves that a figure draws, too. */
export function plotHtml({ title, about, description, height, options, key }: CurvePlot): string {
  return figure({ title, about, description, height }, options, key.length === 0 ? "" : keyHtml(key));
}

/** What the lines and bands of a curve are. */
export function keyHtml(items: readonly Omit<KeyItem, "open">[]): string {
  const entries = items.map(({ colour, dash = "", band, words }) => {
    const symbol =
      band === undefined
        ? `<svg width="36" height="4" aria-hidden="true"><line x2="36" y1="2" y2="2" stroke="${colour}" stroke-width="2.5" stroke-dasharray="${dash}"/></svg>`
        : `<svg class="band" width="36" height="12" aria-hidden="true"><rect width="36" height="12" fill="${colour}" fill-opacity="${band}"/></svg>`;
    return `<li>${symbol}${escapeHtml(words)}</li>`;
  });
  return `<ul class="key">${entries.join("")}</ul>`;
}

/** How the limbs came to be as they are, from the first thing that happened to today. */
export function buildUpCurve({ buildUp, index, healthy }: Rehearsal): string {
  const first = buildUp[0]?.time ?? 0;
  if (first >= 0) return "";
  const points = limbs.map((limb) =>
    buildUp.map((state) => ({
      days: (state.time - first) / day,
      share: 100 * limbExcessShare(index, healthy, state, limb),
    })),
  );
  const ends = limbs.map((limb, n) => `${limbWords(limb)} ${fixed(points[n]?.at(-1)?.share ?? 0, 1)} %`);
  const frame = {
    title: "How it came to this",
    about:
      "Tissue fluid of each limb above health, in per cent of the healthy limb's volume, since the first thing that happened.",
    description: `Curves from health to today. Today: ${ends.join(", ")}.`,
    height: 280,
  };
  const marks = limbs.map((limb, n) => {
    const { colour, dash } = bodyPartLines[limb];
    return Plot.lineY(points[n], { x: "days", y: "share", stroke: colour, strokeWidth: 2.5, strokeDasharray: dash });
  });
  const key = keyHtml(limbs.map((limb) => ({ ...bodyPartLines[limb], words: limbWords(limb) })));
  const most = Math.max(1, ...points.flat().map(({ share }) => share));
  return figure(
    frame,
    {
      x: { label: "days", grid: false },
      y: {
        label: "excess (%)",
        grid: true,
        domain: [Math.min(0, ...points.flat().map(({ share }) => share)), most],
        nice: true,
      },
      marks: [Plot.ruleY([0], { stroke: colours.line }), ...marks],
    },
    key,
  );
}

interface Point {
  readonly hours: number;
  readonly withSession: number;
  readonly without: number;
  readonly difference: number;
}

function pointsOf({ withSession, without, index, healthy }: Rehearsal, limb: Limb): readonly Point[] {
  const territories = limbTerritories(limb);
  return withSession.states.flatMap((state, at) => {
    const other = without.states[at];
    if (other === undefined) return [];
    const a = excessFluid(index, healthy, state, territories) / mL;
    const b = excessFluid(index, healthy, other, territories) / mL;
    return [{ hours: state.time / hour, withSession: a, without: b, difference: a - b }];
  });
}

/** The limb with and without the session, on the scale of its whole excess. */
export function limbCurve(rehearsal: Rehearsal, limb: Limb): string {
  const points = pointsOf(rehearsal, limb);
  const all = points.flatMap((point) => [point.withSession, point.without]);
  const frame = {
    title: `Excess fluid of the ${limbWords(limb)}, with and without the session`,
    about: "In millilitres, from the beginning of the session. On this scale the two curves may lie on each other.",
    description: `With the session from ${fixed(points[0]?.withSession ?? 0, 1)} to ${fixed(points.at(-1)?.withSession ?? 0, 1)} mL, without it to ${fixed(points.at(-1)?.without ?? 0, 1)} mL.`,
    height: 220,
  };
  const key = keyHtml([
    { colour: colours.without, dash: "6 4", words: "without the session" },
    { colour: colours.withSession, dash: "", words: "with the session" },
  ]);
  return figure(
    frame,
    {
      x: { label: "hours", grid: false },
      y: { label: "excess (mL)", grid: true, domain: [Math.min(0, ...all), Math.max(1, ...all)], nice: true },
      marks: [
        Plot.ruleY([0], { stroke: colours.line }),
        Plot.lineY(points, { x: "hours", y: "withSession", stroke: colours.withSession, strokeWidth: 2 }),
        Plot.lineY(points, {
          x: "hours",
          y: "without",
          stroke: colours.without,
          strokeWidth: 2,
          strokeDasharray: "6 4",
        }),
      ],
    },
    key,
  );
}

/** The difference the session makes, beside the bound. */
export function differenceCurve(rehearsal: Rehearsal, limb: Limb): string {
  const points = pointsOf(rehearsal, limb);
  const { bound } = rehearsal.findings;
  const floor = -bound.total / mL;
  const session = rehearsal.duration / hour;
  const values = points.map(({ difference }) => difference);
  const frame = {
    title: `Fluid of the ${limbWords(limb)}: with the session minus without it`,
    about:
      "In millilitres. The dashed line is the bound: the most that arithmetic allows its lymph vessels alone. The shaded time is the session.",
    description: `After ${fixed(points.at(-1)?.hours ?? 0, 1)} h the difference is ${fixed(values.at(-1) ?? 0, 3)} mL; the bound is ${fixed(floor, 2)} mL.`,
    height: 260,
  };
  return figure(frame, {
    x: { label: "hours", grid: false },
    y: {
      label: "difference (mL)",
      grid: true,
      domain: [Math.min(floor * 1.08, ...values), Math.max(0, ...values)],
      nice: true,
    },
    marks: [
      Plot.rectX([{ from: 0, to: session }], { x1: "from", x2: "to", fill: colours.withSession, fillOpacity: 0.12 }),
      Plot.ruleY([0], { stroke: colours.without }),
      Plot.ruleY([floor], { stroke: colours.bound, strokeWidth: 1.5, strokeDasharray: "6 4" }),
      Plot.text([{ x: points.at(-1)?.hours ?? 0, y: floor }], {
        x: "x",
        y: "y",
        text: () => `bound ${fixed(floor, 2).replace("-", "\u2212")} mL`,
        textAnchor: "end",
        dy: -9,
        fill: colours.bound,
      }),
      Plot.lineY(points, { x: "hours", y: "difference", stroke: colours.withSession, strokeWidth: 2.5 }),
    ],
  });
}
