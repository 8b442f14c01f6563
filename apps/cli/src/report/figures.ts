import { type FigureDrawing, figureScene, figureSvg, swellingRange } from "@openlymph/figure";
import type { WholeBodyState } from "@openlymph/physiology";
import { type BodyIndex, type Rehearsal, relativeStrandFlow, segmentExcess, territoryVeil } from "@openlymph/rehearsal";
import type { History } from "@openlymph/therapy";
import { percent } from "../output/numbers.ts";
import { limbWords, shortNodeWords } from "../words/place-words.ts";
import { escapeHtml } from "./html.ts";

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

function drawingOf({ index, healthy, state, removed }: DrawnBody): Omit<FigureDrawing, "theme"> {
  const flows = relativeStrandFlow(index, healthy, state);
  const weights = [...flows].map(([id, flow]) => {
    const weight = Math.min(thickest, Math.max(thinnest, Math.sqrt(Math.abs(flow))));
    return [id, weight] as const;
  });
  return {
    veil: territoryVeil(index, healthy, state),
    removed: Object.fromEntries(
      index.nodes.flatMap((node, n) => ((removed[n] ?? 0) > 0 ? [[node, removed[n] ?? 0]] : [])),
    ),
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

/** What the colours and lines of a drawn body mean. */
export function bodyLegend(): string {
  const items = [
    ["veil", "tissue fluid above health: deeper is more"],
    ["removed", "nodes removed"],
    ["vessel", "vessels: thicker carries more than in health, thinner less"],
    ["water", "watersheds of the skin"],
  ].map(([kind, words]) => `<li><span class="${kind}" aria-hidden="true"></span>${words}</li>`);
  return `<ul class="legend">${items.join("")}</ul>`;
}

/** What the picture shows, in words for those who do not see it. */
export function figureDescription({ findings }: Rehearsal): string {
  const swollen = findings.limbs.filter(({ excessShare }) => Math.abs(excessShare) > 0.001);
  const limbs =
    swollen.length === 0
      ? "No limb holds noticeably more fluid than in health."
      : `Fluid above health: ${swollen.map(({ limb, excessShare }) => `${limbWords(limb)} ${percent(excessShare, 1)} %`).join(", ")}.`;
  const removed = findings.nodes.filter((node) => node.removed > 0);
  const nodes =
    removed.length === 0
      ? "No node group is removed."
      : `Removed in part or whole: ${removed.map(({ node }) => shortNodeWords(node)).join("; ")}.`;
  return `${limbs} ${nodes} The sides are those of the person.`;
}

/** The body front and back as it is when the session begins, with a legend. */
export function bodiesHtml(history: History, rehearsal: Rehearsal): string {
  const { index, healthy, without, removed } = rehearsal;
  const body = { index, healthy, removed, state: without.states[0] ?? healthy };
  const description = figureDescription(rehearsal);
  const figures = (["front", "back"] as const).map((view) => {
    const title = `The body when the session begins, from the ${view}`;
    const svg = bodySvg(history.body.build, view, body, { prefix: `body-${view}`, title, description });
    const sides = view === "front" ? "The person's left is on the right." : "The person's left is on the left.";
    return `<figure>${svg}<figcaption>${escapeHtml(`${view === "front" ? "Front" : "Back"}. ${sides}`)}</figcaption></figure>`;
  });
  return `<div class="bodies">${figures.join("")}</div>${bodyLegend()}`;
}
