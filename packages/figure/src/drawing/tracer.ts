/** A tracer in the body as light: in the skin, along vessels, in nodes. */
import { curvePath, short } from "../outline/path.ts";
import type { FigureScene } from "../scene/scene.ts";
import { stretch } from "../scene/strand.ts";
import { handle, type Pen, share } from "./drawing.ts";
import { ellipse } from "./ground.ts";

/** How bright a tracer is, 0 … 1, by the id of what holds it. */
export interface TracerDrawing {
  /** Collectors and edges: in pieces of equal length from their start to their end, with the flow. */
  readonly strands: Readonly<Record<string, readonly number[]>>;
  readonly nodes: Readonly<Record<string, number>>;
  readonly territories: Readonly<Record<string, number>>;
}

/** Dimmer than this is dark. */
const dimmest = 0.02;

function strandPaths(scene: FigureScene, pen: Pen, tracer: TracerDrawing, width: number, strength: number): string {
  const shown = scene.strands.filter((strand) => strand.overview || pen.shows("deep"));
  return shown
    .flatMap((strand) => {
      const pieces = tracer.strands[strand.id] ?? [];
      return pieces.flatMap((bright, n) => {
        const light = share(bright);
        if (light < dimmest) return [];
        const d = curvePath(stretch(strand, n / pieces.length, (n + 1) / pieces.length));
        return [`<path d="${d}" stroke-width="${short(width * (0.5 + light))}" opacity="${short(strength * light)}"/>`];
      });
    })
    .join("");
}

/** The tracer, brightest where there is most of it. */
export function tracerLayer(scene: FigureScene, pen: Pen): string {
  const { tracer } = pen.drawing;
  if (tracer === undefined) return "";
  const colour = pen.colour.tracer;
  const skin = scene.territories.flatMap(({ id, bleed }) => {
    const light = share(tracer.territories[id] ?? 0);
    return light < dimmest ? [] : [`<path d="${bleed}" opacity="${short(0.15 + 0.75 * light)}"/>`];
  });
  const lit = scene.nodes.filter(
    ({ id, overview, beads }) =>
      beads.length > 0 && (overview || pen.shows("deep")) && share(tracer.nodes[id] ?? 0) >= dimmest,
  );
  const glow = lit.map(({ id, beads }) => {
    const light = share(tracer.nodes[id] ?? 0);
    const grown = beads.map((bead) => ellipse({ ...bead, rx: bead.rx + 2 + 4 * light, ry: bead.ry + 2 + 4 * light }));
    return `<g opacity="${short(0.25 + 0.6 * light)}">${grown.join("")}</g>`;
  });
  const beads = lit.map(({ id, beads: all }) => {
    const light = share(tracer.nodes[id] ?? 0);
    return `<g ${handle(pen, "tracer", id)} opacity="${short(0.35 + 0.65 * light)}">${all.map((bead) => ellipse(bead)).join("")}</g>`;
  });
  const lines = `fill="none" stroke="${colour}" stroke-linecap="round" stroke-linejoin="round"`;
  return (
    `<g clip-path="url(#${pen.id("clip")})"><g fill="${colour}" filter="url(#${pen.id("veil-blur")})">${skin.join("")}</g>` +
    `<g ${lines} filter="url(#${pen.id("glow")})">${strandPaths(scene, pen, tracer, 2.8, 0.5)}</g>` +
    `<g ${lines}>${strandPaths(scene, pen, tracer, 0.8, 0.95)}</g></g>` +
    `<g fill="${colour}"><g filter="url(#${pen.id("glow")})">${glow.join("")}</g>${beads.join("")}</g>`
  );
}
