/** Node groups as beads; removed ones as hollow dashed rings. */
import { short } from "../outline/path.ts";
import type { EllipseShape, FigureScene, NodeShape } from "../scene/scene.ts";
import { handle, type Pen, share } from "./drawing.ts";
import { ellipse } from "./ground.ts";

/** How many beads of n are gone at a removed share; at least one as soon as anything was removed. */
export function removedBeads(count: number, removed: number): number {
  const gone = share(removed);
  return gone === 0 ? 0 : Math.max(1, Math.round(gone * count));
}

/** The group with its beads as large as the drawing says. */
function sized(node: NodeShape, factor: number): NodeShape {
  if (factor === 1) return node;
  const beads = node.beads.map((bead) => ({ ...bead, rx: factor * bead.rx, ry: factor * bead.ry }));
  return { ...node, beads };
}

const grown = (bead: EllipseShape, by: number): EllipseShape => ({ ...bead, rx: bead.rx + by, ry: bead.ry + by });

/** A dashed ring around a group: a rectangle with round ends along the line from the first to the last bead. */
function ring(node: NodeShape): string {
  let [from, to] = [node.beads[0]!, node.beads[0]!];
  for (const a of node.beads) {
    for (const b of node.beads) {
      if (Math.hypot(a.x - b.x, a.y - b.y) > Math.hypot(from.x - to.x, from.y - to.y)) [from, to] = [a, b];
    }
  }
  const x = (from.x + to.x) / 2;
  const y = (from.y + to.y) / 2;
  const angle = Math.atan2(to.y - from.y, to.x - from.x);
  let half = 0;
  let along = 0;
  for (const bead of node.beads) {
    const dx = bead.x - x;
    const dy = bead.y - y;
    half = Math.max(half, Math.abs(dy * Math.cos(angle) - dx * Math.sin(angle)) + bead.rx + 1.5);
    along = Math.max(along, Math.abs(dx * Math.cos(angle) + dy * Math.sin(angle)) + bead.rx + 1.5);
  }
  const size = `x="${short(x - along)}" y="${short(y - half)}" width="${short(2 * along)}" height="${short(2 * half)}" rx="${short(half)}"`;
  return `<rect ${size} transform="rotate(${short((angle * 180) / Math.PI)} ${short(x)} ${short(y)})"/>`;
}

function nodeGroup(pen: Pen, node: NodeShape): string {
  const gone = removedBeads(node.beads.length, pen.drawing.removed?.[node.id] ?? 0);
  const kept = node.beads.slice(0, node.beads.length - gone);
  const { halo, node: bright, nodeEdge } = pen.colour;
  const rim = pen.dark ? bright : nodeEdge;
  const halos = kept.map((bead) => ellipse(grown(bead, 0.7))).join("");
  const beads = kept.map((bead) => ellipse(bead)).join("");
  const full =
    kept.length === 0
      ? ""
      : `<g fill="${halo}" opacity=".75">${halos}</g><g fill="url(#${pen.id("bead")})">${beads}</g>`;
  if (gone === 0) return `<g ${handle(pen, "node", node.id)}>${full}</g>`;
  const hollow = node.beads.slice(kept.length).map((bead) => ellipse(bead));
  return (
    `<g ${handle(pen, "node", node.id)} data-removed="${short(share(pen.drawing.removed?.[node.id] ?? 0))}">${full}` +
    `<g fill="none" stroke="${rim}"><g stroke-width=".5" stroke-dasharray="1 .8">${hollow.join("")}</g>` +
    `<g stroke-width=".9" stroke-dasharray="2.2 1.7" stroke-linecap="round">${ring(node)}</g></g></g>`
  );
}

/** All node groups; those of the deep layers only where they are shown. */
export function nodeLayer(scene: FigureScene, pen: Pen): string {
  if (!pen.shows("nodes")) return "";
  const shown = scene.nodes.filter((node) => node.beads.length > 0 && (node.overview || pen.shows("deep")));
  return shown.map((node) => nodeGroup(pen, sized(node, pen.drawing.nodeSize?.[node.id] ?? 1))).join("");
}
