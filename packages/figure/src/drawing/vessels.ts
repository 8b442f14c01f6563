/**
 * Vessels as layered strokes, from bottom to top: a soft ground, a wider ground of the part near the node, the strand,
 * and two dashed strokes that show the lymphangions. Strands of one collector or edge are one group.
 */
import { curvePath, short } from "../outline/path.ts";
import type { FigureScene, NodeShape, Strand } from "../scene/scene.ts";
import { stretch } from "../scene/strand.ts";
import { handle, type Pen } from "./drawing.ts";

interface Bundle {
  readonly id: string;
  readonly kind: Strand["kind"];
  readonly role: string;
  readonly strands: readonly Strand[];
}

function bundlesOf(strands: readonly Strand[]): readonly Bundle[] {
  const byId = new Map<string, Strand[]>();
  for (const strand of strands) {
    const list = byId.get(strand.id);
    if (list === undefined) byId.set(strand.id, [strand]);
    else list.push(strand);
  }
  return [...byId].map(([id, list]) => ({ id, kind: list[0]!.kind, role: list[0]!.role, strands: list }));
}

/** Where the strokes of a strand that leaves the view end: the strand, the two dashed strokes, so that it thins out. */
const wrapEnds = { whole: 0.94, most: 0.87, near: 0.79 } as const;
const beads = `stroke-dasharray="3.2 2.6"`;

interface Pieces {
  readonly whole: string;
  readonly tail: string;
  readonly most: string;
  readonly near: string;
}

const pieceCache = new WeakMap<Strand, Pieces>();

/** Path texts of a strand: whole, fading tail, the last 84 % and the last 58 % of its way. */
function piecesOf(strand: Strand): Pieces {
  const cached = pieceCache.get(strand);
  if (cached !== undefined) return cached;
  const ends = strand.wraps === true ? wrapEnds : { whole: 1, most: 1, near: 1 };
  const part = (from: number, to: number): string => curvePath(stretch(strand, from, to));
  const pieces = {
    whole: ends.whole === 1 ? strand.d : part(0, ends.whole),
    tail: ends.whole === 1 ? "" : part(ends.whole, 1),
    most: part(0.16, ends.most),
    near: part(0.42, ends.near),
  };
  pieceCache.set(strand, pieces);
  return pieces;
}

const all = (bundle: Bundle, piece: keyof Pieces): string => bundle.strands.map((s) => piecesOf(s)[piece]).join("");

const isTrunk = (bundle: Bundle): boolean => bundle.role === "trunk" || bundle.role === "lesserTrunk";
const isHidden = (bundle: Bundle): boolean => bundle.role === "deep" || bundle.role === "visceral";

function weightOf(pen: Pen, bundle: Bundle): number {
  const weight = pen.drawing.strandWeight?.[bundle.id] ?? 1;
  return Number.isFinite(weight) ? Math.max(weight, 0) : 1;
}

/** A stroke of the given width; the width is left to the surrounding group when the bundle has its normal weight. */
function width(base: number, weight: number): string {
  return weight === 1 ? "" : ` stroke-width="${short(base * weight)}"`;
}

function shape(pen: Pen, bundle: Bundle, piece: keyof Pieces): string {
  return pen.id(`${piece}-${bundle.id}`);
}

function useAll(pen: Pen, bundles: readonly Bundle[], piece: keyof Pieces, base: number, style: string): string {
  const uses = bundles.map((b) => `<use href="#${shape(pen, b, piece)}"${width(base, weightOf(pen, b))}/>`);
  return `<g stroke-width="${base}" ${style}>${uses.join("")}</g>`;
}

function collectorStrokes(pen: Pen, bundle: Bundle): string {
  const weight = weightOf(pen, bundle);
  const stroke = (piece: keyof Pieces, base: number, style: string): string =>
    `<use href="#${shape(pen, bundle, piece)}" stroke-width="${short(base * weight)}" ${style}/>`;
  const colour = bundle.kind === "collector" && isHidden(bundle) ? ` stroke="${pen.colour.deep}"` : "";
  const tail = all(bundle, "tail");
  return (
    `<g ${handle(pen, bundle.kind, bundle.id)}${colour}>${stroke("whole", 0.36, `opacity=".9"`)}` +
    `${stroke("most", 0.58, `opacity=".76" ${beads}`)}${stroke("near", 0.87, `opacity=".8" ${beads}`)}` +
    `${tail === "" ? "" : `<path d="${tail}" stroke-width="${short(0.3 * weight)}" opacity=".45"/>`}</g>`
  );
}

function edgeStrokes(pen: Pen, bundle: Bundle): string {
  const at = `<use href="#${shape(pen, bundle, "whole")}" stroke-width="${short(0.6 * weightOf(pen, bundle))}" opacity=".85"/>`;
  return `<g ${handle(pen, "edge", bundle.id)}>${at}</g>`;
}

function visible(scene: FigureScene, pen: Pen): readonly Bundle[] {
  const strands = scene.strands.filter((strand) => strand.overview || pen.shows("deep"));
  return bundlesOf(strands).filter((bundle) => weightOf(pen, bundle) > 0);
}

/** Collectors and the vessels between nodes. */
export function vesselLayer(scene: FigureScene, pen: Pen): string {
  if (!pen.shows("collectors")) return "";
  const bundles = visible(scene, pen).filter((bundle) => !isTrunk(bundle));
  const collectors = bundles.filter((bundle) => bundle.kind === "collector");
  const edges = bundles.filter((bundle) => bundle.kind === "edge");
  const geometry = (bundle: Bundle, piece: keyof Pieces): string =>
    `<path id="${shape(pen, bundle, piece)}" d="${all(bundle, piece)}"/>`;
  const defs = [
    ...collectors.flatMap((b) => (["whole", "most", "near"] as const).map((piece) => geometry(b, piece))),
    ...edges.map((b) => geometry(b, "whole")),
  ];
  const { vessel, vesselSoft } = pen.colour;
  return (
    `<defs>${defs.join("")}</defs>` +
    `<g clip-path="url(#${pen.id("clip")})" fill="none" stroke-linecap="round" stroke-linejoin="round">` +
    `<g stroke="${vesselSoft}" aria-hidden="true">${useAll(pen, collectors, "whole", 1, `opacity=".5"`)}` +
    `${useAll(pen, collectors, "near", 2.1, `opacity=".4"`)}${useAll(pen, edges, "whole", 1.8, `opacity=".47"`)}</g>` +
    `<g stroke="${vessel}">${collectors.map((b) => collectorStrokes(pen, b)).join("")}` +
    `${edges.map((b) => edgeStrokes(pen, b)).join("")}</g></g>`
  );
}

const trunkWidth: Readonly<Record<string, readonly [number, number]>> = { trunk: [5.1, 1.7], lesserTrunk: [3, 1] };

/** Cisterna chyli: a spindle above its station. */
function cisterna(pen: Pen, node: NodeShape | undefined): string {
  if (node === undefined) return "";
  const x = short(node.x);
  return (
    `<path d="M${x} ${short(node.y + 2)}c-5 -4 -4.6 -14 0 -20c4.6 6 5 16 0 20Z" fill="${pen.colour.trunkSoft}" ` +
    `stroke="${pen.colour.trunk}" stroke-width=".9"/>`
  );
}

/** Stations where lymph reaches the blood, by the ends of the trunks. */
function venousAngles(scene: FigureScene, pen: Pen): string {
  const { veil, halo } = pen.colour;
  return scene.nodes
    .filter((node) => node.id.startsWith("VA_"))
    .map(({ id, x, y }) => {
      const centre = `cx="${short(x)}" cy="${short(y)}"`;
      return `<circle ${handle(pen, "node", id)} ${centre} r="2.3" fill="${veil}" stroke="${halo}" stroke-width=".7"/>`;
    })
    .join("");
}

/** Thoracic duct, right duct and the trunks that join them. */
export function trunkLayer(scene: FigureScene, pen: Pen): string {
  if (!pen.shows("trunks")) return "";
  const bundles = visible(scene, pen).filter(isTrunk);
  const line = (bundle: Bundle, which: 0 | 1): string => {
    const base = trunkWidth[bundle.role]![which] * weightOf(pen, bundle);
    return `<path d="${all(bundle, "whole")}" stroke-width="${short(base)}"/>`;
  };
  const lesserFirst = [...bundles].sort((a, b) => a.role.localeCompare(b.role));
  const lines = lesserFirst.map((bundle) => `<g ${handle(pen, "edge", bundle.id)}>${line(bundle, 1)}</g>`);
  return (
    `<g clip-path="url(#${pen.id("clip")})" fill="none" stroke-linecap="round" stroke-linejoin="round">` +
    `<g stroke="${pen.colour.trunkSoft}" opacity=".55" aria-hidden="true">${lesserFirst.map((b) => line(b, 0)).join("")}</g>` +
    `<g stroke="${pen.colour.trunk}">${lines.join("")}</g>` +
    `${cisterna(
      pen,
      scene.nodes.find((node) => node.id === "CC"),
    )}${venousAngles(scene, pen)}</g>`
  );
}
