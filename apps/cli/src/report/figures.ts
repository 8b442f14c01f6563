import type { Rehearsal } from "@openlymph/rehearsal";
import type { History } from "@openlymph/therapy";
import { bodySvg } from "../figures/drawn-body.ts";
import { percent } from "../output/numbers.ts";
import { limbWords, shortNodeWords } from "../words/place-words.ts";
import { escapeHtml } from "./html.ts";

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

/** Drawn bodies beside each other, with what stands below each. */
export function bodyRowHtml(
  pictures: readonly { readonly svg: string; readonly caption: string }[],
  kind = "",
): string {
  const figures = pictures.map(
    ({ svg, caption }) => `<figure>${svg}<figcaption>${escapeHtml(caption)}</figcaption></figure>`,
  );
  return `<div class="${["bodies", kind].filter(Boolean).join(" ")}">${figures.join("")}</div>`;
}

/** A whole sheet of a figure on a page; on a narrow screen it is moved from side to side. */
export function sheetHtml(name: string, svg: string): string {
  return `<div class="scroll sheet" role="group" tabindex="0" aria-label="${escapeHtml(name)}">${svg}</div>`;
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
  const pictures = (["front", "back"] as const).map((view) => {
    const title = `The body when the session begins, from the ${view}`;
    const svg = bodySvg(history.body.build, view, body, { prefix: `body-${view}`, title, description });
    const sides = view === "front" ? "The person's left is on the right." : "The person's left is on the left.";
    return { svg, caption: `${view === "front" ? "Front" : "Back"}. ${sides}` };
  });
  return `${bodyRowHtml(pictures)}${bodyLegend()}`;
}
