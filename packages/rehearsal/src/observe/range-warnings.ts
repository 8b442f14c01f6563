import { anatomy } from "@openlymph/anatomy";
import type { WholeBodyState } from "@openlymph/physiology";
import type { BodyIndex } from "../body/body-index.ts";

/** Interstitial volume over the healthy one between which the pressure–volume curve is meant to hold. */
const meantFor = { lowest: 0.5, highest: 10 } as const;

/** One sentence for each territory whose fluid left the range the model is meant for, the farthest first; at most five. */
export function rangeWarnings(
  index: BodyIndex,
  healthy: WholeBodyState,
  states: readonly WholeBodyState[],
): readonly string[] {
  const found = index.territories.flatMap((id, k) => {
    const ratios = states.map((state) => state.volume[k]! / healthy.volume[k]!);
    const highest = Math.max(...ratios);
    const lowest = Math.min(...ratios);
    if (highest <= meantFor.highest && lowest >= meantFor.lowest) return [];
    const ratio = highest > meantFor.highest ? highest : lowest;
    return [{ name: anatomy.byId.territories.get(id)?.name ?? id, ratio }];
  });
  found.sort((a, b) => Math.abs(Math.log(b.ratio)) - Math.abs(Math.log(a.ratio)));
  const lines = found
    .slice(0, 5)
    .map(
      ({ name, ratio }) =>
        `${name}: ${ratio.toFixed(ratio < 1 ? 2 : 0)} times its healthy tissue fluid, outside the ${meantFor.lowest} to ${meantFor.highest} times this model is meant for. Its numbers there mean nothing.`,
    );
  const more = found.length - lines.length;
  return more > 0 ? [...lines, `${more} more territories are outside that range.`] : lines;
}
