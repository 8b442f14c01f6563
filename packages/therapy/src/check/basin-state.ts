import { anatomy, sided } from "@openlymph/anatomy";
import { planRules } from "../library/plan-rule.ts";
import { regionsById } from "../library/region.ts";
import type { CheckContext, SideLetter } from "./check-context.ts";

/** What a history left of a basin, as shares of its nodes, weighted by their number. */
export interface BasinState {
  /** Share of its nodes that still work: neither taken out nor scarred. */
  readonly left: number;
  /** Share that was taken out. */
  readonly removed: number;
}

/** What is left of the nodes of a region on one side; untouched where it has none. */
export function basinState(
  { left, removed }: Pick<CheckContext, "left" | "removed">,
  region: string,
  side: SideLetter,
): BasinState {
  const nodes = (regionsById.get(region)?.nodes ?? []).flatMap((id) => sided(id, [side], anatomy.byId.nodeGroups));
  const counts = nodes.map((id) => anatomy.byId.nodeGroups.get(id)?.nodeCount?.typ ?? 1);
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total === 0) return { left: 1, removed: 0 };
  const mean = (shareOf: (id: string) => number) =>
    nodes.reduce((sum, id, n) => sum + (counts[n] ?? 0) * shareOf(id), 0) / total;
  return { left: mean((id) => left[id] ?? 1), removed: mean((id) => removed[id] ?? 0) };
}

/** Whether so little is left that the basin counts as removed or irradiated. */
export function isClosed(state: BasinState): boolean {
  return state.left < planRules.closedBelow.value;
}
