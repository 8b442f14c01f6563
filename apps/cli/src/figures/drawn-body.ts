/** A body as it is at one moment of a run: fluid as a veil, limbs as wide as they are, vessels by what they carry. */
import { type FigureDrawing, figureScene, figureSvg, swellingRange } from "@openlymph/figure";
import type { WholeBodyState } from "@openlymph/physiology";
import { type BodyIndex, relativeStrandFlow, segmentExcess, territoryVeil } from "@openlymph/rehearsal";
import type { History } from "@openlymph/therapy";
import type { KeyItem } from "./frame.ts";

const [leanest, widest] = swellingRange;
/** Line widths follow the square root of the flow, so that a detour is seen and a main vessel does not hide it. */
const thinnest = 0.4;
const thickest = 2.2;

/** A body at one moment, as it is drawn. */
export interface DrawnBody {
  readonly index: BodyIndex;
  readonly healthy: WholeBodyState;
  readonly state: WholeBodyState;
  /** Share of each node group removed, in the order of `index.nodes`. */
  readonly removed: Float64Array;
}

/** Share removed by the id of the node group; groups nobody touched are left out. */
export function removedShares({ nodes }: BodyIndex, removed: Float64Array): Readonly<Record<string, number>> {
  return Object.fromEntries(nodes.flatMap((node, n) => ((removed[n] ?? 0) > 0 ? [[node, removed[n] ?? 0]] : [])));
}

function drawingOf({ index, healthy, state, removed }: DrawnBody): Omit<FigureDrawing, "theme"> {
  const flows = relativeStrandFlow(index, healthy, state);
  const weights = [...flows].map(([id, flow]) => {
    const weight = Math.min(thickest, Math.max(thinnest, Math.sqrt(Math.abs(flow))));
    return [id, weight] as const;
  });
  return {
    veil: territoryVeil(index, healthy, state),
    removed: removedShares(index, removed),
    strandWeight: Object.fromEntries(weights),
  };
}

/** One picture of a body as SVG; `prefix` tells its ids from those of other pictures on the page. */
export function bodySvg(
  build: History["body"]["build"],
  view: "front" | "back",
  body: DrawnBody,
  words: { readonly prefix: string; readonly title: string; readonly description: string },
): string {
  const excess = segmentExcess(body.index, body.healthy, body.state);
  const swelling = Object.fromEntries(
    Object.entries(excess)
      .filter(([, share]) => Math.abs(share) > 0.002)
      .map(([part, share]) => [part, Math.min(widest, Math.max(leanest, share))]),
  );
  return figureSvg(figureScene({ view, build, swelling }), { ...drawingOf(body), theme: "light", ...words });
}

/** What the veil and the rings of drawn bodies mean, for the key of a figure. */
export function bodyKey(removed: readonly Float64Array[]): readonly KeyItem[] {
  const rings: KeyItem = { words: "nodes removed", colour: "#8c6fa8", open: true };
  return [
    { words: "tissue fluid above health: deeper is more", colour: "#3e7cb1", band: 0.45 },
    ...(removed.some((shares) => shares.some((share) => share > 0)) ? [rings] : []),
  ];
}
