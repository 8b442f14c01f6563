/** The sole of a foot, seen from below with the toes up: what front and back show as a strip only. */

import { escapeXml, type FigureDrawing, handle, type Pen, penOf } from "./drawing.ts";
import { ellipse } from "./ground.ts";
import { veilOpacity } from "./surface.ts";

/** A panel of 75 × 100 units, as the insets have; drawn for the left foot, whose big toe is then on the viewer's left. */
const [wide, high] = [75, 100] as const;

const skin =
  "M38 96C28.5 96 24.2 88.5 25 78C25.7 69.5 30.4 62 29.4 53.5C28.6 46.5 22.4 40.5 21.2 31.5C20.4 24.6 25 21.2 32 20.6" +
  "C42 19.9 53 22.2 57.4 29C61 35.4 59.6 45 57.6 53C55.6 61.4 56.4 70 55.4 79C54.2 90.2 48 96 38 96Z";

/** The outer heel, which drains to the hollow of the knee. */
const heel = "M44 95.2C51.4 92.6 54.7 87 55.4 79C55.9 73.4 55.7 68 56 62.6L50.4 65.4C51.2 75.4 50.4 87 42.4 95.7Z";

const toe = (x: number, y: number, rx: number, ry: number, rotation: number) => ({ x, y, rx, ry, rotation });
const toes = {
  footDorsumMedial: [toe(26, 12.6, 6.2, 8, -6), toe(36.2, 10.4, 3.9, 5.8, 2), toe(44, 11.9, 3.5, 5.1, 8)],
  footDorsumLateral: [toe(50.8, 15, 3.3, 4.7, 16), toe(56.8, 20.2, 3.1, 4.3, 26)],
} as const;

/** Ways out of the sole: round the inner edge, round the outer one, round the heel. By the id of the collector they join. */
const ways: Readonly<Record<string, readonly string[]>> = {
  vmCalf: [
    "M40 33.4C34.4 31.4 28.4 29.6 22.4 28.6",
    "M41.4 44C36 42.4 29.8 40.6 24 38.6",
    "M42 54.6C38 53.6 33.6 52 30 49.8",
    "M41.6 65.4C37.4 65.6 33 64.6 29.4 63",
    "M40 77.6C35.4 78.6 30.4 77.8 26.2 75.4",
    "M38.6 88C34.6 88.6 30.6 87.4 27.4 84.4",
  ],
  alLeg: [
    "M43.6 33C48.4 31 53 30.2 57 30.4",
    "M45 44.4C49.6 43.4 54.2 42.6 58 41.6",
    "M45.4 55C49.6 55.4 53.4 55.2 56.4 54",
  ],
  dlCalf: [
    "M44.6 72C48.4 73.4 51.8 73.6 55 72.6",
    "M44 82C47.6 83.8 51 84.2 54 83.2",
    "M42.6 90.4C45.2 92 47.8 92.4 50.2 91.6",
  ],
};

/** The network in the skin from which the ways are filled. */
const mesh =
  "M30 30L40 33.4L49 29M33 38L41.4 44L52 38M34 47L42 54.6L52 49M36 60L41.6 65.4L50 60M33 70L40 77.6L49 69M32 82L38.6 88L46 80" +
  "M40 33.4L41.4 44L42 54.6L41.6 65.4L40 77.6L38.6 88M43.6 33L45 44.4L45.4 55M44.6 72L44 82L42.6 90.4";

function field(pen: Pen, id: string, shape: (attributes: string) => string): string {
  const veil = veilOpacity(pen.drawing.veil?.[id] ?? 0, pen.dark);
  const area = pen.drawing.areas?.[id];
  return [
    ...(area === undefined ? [] : [shape(`fill="${escapeXml(area)}" fill-opacity="${pen.dark ? ".42" : ".34"}"`)]),
    ...(veil === 0 ? [] : [shape(`fill="${pen.colour.veil}" opacity="${veil}"`)]),
    shape(`${handle(pen, "territory", id)} fill="transparent"`),
  ].join("");
}

function arrow(d: string, fill: string): string {
  const numbers = d.match(/-?[\d.]+/g)!.map(Number);
  const [cx = 0, cy = 0, x = 0, y = 0] = numbers.slice(-4);
  const angle = (Math.atan2(y - cy, x - cx) * 180) / Math.PI;
  return `<path d="M-.9 -.75L1 0L-.9 .75Z" fill="${fill}" transform="translate(${x} ${y}) rotate(${angle.toFixed(1)})"/>`;
}

/**
 * A complete, standalone SVG of a sole. Uses theme, veil, areas, names, title, description and prefix of the drawing. The
 * courses are our own reading of textbook anatomy, as those of the figure.
 */
export function soleSvg(side: "L" | "R", drawing: FigureDrawing): string {
  const pen = penOf({ ...drawing, prefix: `${drawing.prefix ?? "figure"}-sole-${side}` });
  const { colour, id } = pen;
  const named = (territory: string) => `${territory}_${side}`;
  const allToes = Object.entries(toes).flatMap(([territory, all]) => all.map((each) => ({ territory, each })));
  const forms = [
    ...allToes.map(({ each }) =>
      ellipse(each, ` fill="url(#${id("skin")})" stroke="${colour.edge}" stroke-width=".5"`),
    ),
    `<path d="${skin}" fill="url(#${id("skin")})" stroke="${colour.edge}" stroke-width=".5"/>`,
    `<g fill="${colour.shade}" opacity=".1"><ellipse cx="33" cy="31" rx="9" ry="8"/><ellipse cx="51" cy="34" rx="5" ry="9"/>` +
      `<ellipse cx="40" cy="85" rx="10" ry="8"/></g>`,
    `<path d="M32 44C35 52 35 60 32 68M36 42C39 52 39 60 37 68" fill="none" stroke="${colour.hint}" stroke-width=".4" opacity=".5"/>`,
  ];
  const fields = [
    field(pen, named("footPlantar"), (attributes) => `<path d="${skin}" ${attributes}/>`),
    field(pen, named("heelLateral"), (attributes) => `<path d="${heel}" ${attributes}/>`),
    ...Object.entries(toes).map(([territory, all]) =>
      field(pen, named(territory), (attributes) => `<g ${attributes}>${all.map((each) => ellipse(each)).join("")}</g>`),
    ),
  ];
  const strands = Object.entries(ways).map(
    ([collector, all]) =>
      `<g ${handle(pen, "edge", named(collector))}><path d="${all.join("")}" fill="none" stroke="${colour.vesselSoft}" stroke-width="1.3" opacity=".6"/>` +
      `<path d="${all.join("")}" fill="none" stroke="${colour.vessel}" stroke-width=".5"/>${all.map((d) => arrow(d, colour.vessel)).join("")}</g>`,
  );
  const title = drawing.title ?? (side === "L" ? "Left sole" : "Right sole");
  const description =
    drawing.description ??
    "The sole from below, toes up: lymph leaves it round the inner edge, the outer edge and the outer heel.";
  const mirrored = side === "L" ? "" : ` transform="translate(${wide} 0) scale(-1 1)"`;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-1 -1 ${wide + 2} ${high + 2}" role="img" ` +
    `aria-labelledby="${id("title")} ${id("desc")}"><title id="${id("title")}">${escapeXml(title)}</title>` +
    `<desc id="${id("desc")}">${escapeXml(description)}</desc>` +
    `<defs><linearGradient id="${id("skin")}" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${colour.skin0}"/>` +
    `<stop offset="1" stop-color="${colour.skin1}"/></linearGradient></defs>` +
    `<g${mirrored}>${forms.join("")}` +
    `<path d="${heel}" fill="none" stroke="${colour.water}" stroke-width=".45" stroke-dasharray=".6 1.6" stroke-linecap="round"/>` +
    `<path d="${mesh}" fill="none" stroke="${colour.vesselSoft}" stroke-width=".4" opacity=".7"/>` +
    `${strands.join("")}${fields.join("")}</g></svg>`
  );
}
