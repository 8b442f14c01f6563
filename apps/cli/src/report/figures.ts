import { type FigureDrawing, figureScene, figureSvg, swellingRange } from "@openlymph/figure";
import { type Rehearsal, relativeStrandFlow, segmentExcess, territoryVeil } from "@openlymph/rehearsal";
import type { History } from "@openlymph/therapy";
import { percent } from "../output/numbers.ts";
import { limbWords, shortNodeWords } from "../words/place-words.ts";
import { escapeHtml } from "./html.ts";

const [leanest, widest] = swellingRange;
/** Line widths follow the square root of the flow, so that a detour is seen and a main vessel does not hide it. */
const thinnest = 0.4;
const thickest = 2.2;

function drawingOf(rehearsal: Rehearsal): Omit<FigureDrawing, "theme"> {
  const { index, healthy, findings, without } = rehearsal;
  const start = without.states[0] ?? healthy;
  const flows = relativeStrandFlow(index, healthy, start);
  const weights = [...flows].map(([id, flow]) => {
    const weight = Math.min(thickest, Math.max(thinnest, Math.sqrt(Math.abs(flow))));
    return [id, weight] as const;
  });
  return {
    veil: territoryVeil(index, healthy, start),
    removed: Object.fromEntries(
      findings.nodes.filter(({ removed }) => removed > 0).map((node) => [node.node, node.removed]),
    ),
    strandWeight: Object.fromEntries(weights),
  };
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
  const { index, healthy, without } = rehearsal;
  const excess = segmentExcess(index, healthy, without.states[0] ?? healthy);
  const swelling = Object.fromEntries(
    Object.entries(excess)
      .filter(([, share]) => Math.abs(share) > 0.002)
      .map(([part, share]) => [part, Math.min(widest, Math.max(leanest, share))]),
  );
  const shared = drawingOf(rehearsal);
  const description = figureDescription(rehearsal);
  const figures = (["front", "back"] as const).map((view) => {
    const scene = figureScene({ view, build: history.body.build, swelling });
    const title = `The body when the session begins, from the ${view}`;
    const svg = figureSvg(scene, { ...shared, theme: "light", prefix: `body-${view}`, title, description });
    const sides = view === "front" ? "The person's left is on the right." : "The person's left is on the left.";
    return `<figure>${svg}<figcaption>${escapeHtml(`${view === "front" ? "Front" : "Back"}. ${sides}`)}</figcaption></figure>`;
  });
  const legend = [
    ["veil", "tissue fluid above health: deeper is more"],
    ["removed", "nodes removed"],
    ["vessel", "vessels: thicker carries more than in health, thinner less"],
    ["water", "watersheds of the skin"],
  ].map(([kind, words]) => `<li><span class="${kind}" aria-hidden="true"></span>${words}</li>`);
  return `<div class="bodies">${figures.join("")}</div><ul class="legend">${legend.join("")}</ul>`;
}
