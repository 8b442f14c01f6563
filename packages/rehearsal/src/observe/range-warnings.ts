import { anatomy } from "@openlymph/anatomy";
import type { WholeBodyState } from "@openlymph/physiology";
import type { BodyIndex } from "../body/body-index.ts";

/** Interstitial volume over the healthy one between which the pressure–volume curve is meant to hold. */
const meantFor = { lowest: 0.5, highest: 10 } as const;

/** A sentence naming the territories whose fluid left the range the model is meant for, the farthest first; else none. */
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
  if (found.length === 0) return [];
  found.sort((a, b) => Math.abs(Math.log(b.ratio)) - Math.abs(Math.log(a.ratio)));
  const named = found.slice(0, 5).map(({ name, ratio }) => `${name} (${ratio.toFixed(ratio < 1 ? 2 : 0)} times)`);
  const more = found.length > named.length ? ` and ${found.length - named.length} more` : "";
  return [
    `Tissue fluid left the ${meantFor.lowest} to ${meantFor.highest} times of health that this model is meant for: ` +
      `${named.join(", ")}${more}. Its numbers there mean nothing.`,
  ];
}
