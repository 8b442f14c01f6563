import { basinState, isClosed } from "../check/basin-state.ts";
import type { CheckContext, LimbId } from "../check/check-context.ts";
import { exitsOf, type ObservedExit } from "../check/exits.ts";

/** An exit of the affected limb, with what the history left of its nodes. */
export interface RankedExit extends ObservedExit {
  /** Share of its nodes that still work. */
  readonly left: number;
  readonly open: boolean;
}

/** The exits of these limbs: the open ones first, the most often observed of them first. */
export function rankedExits(context: CheckContext, limbs: readonly LimbId[]): readonly RankedExit[] {
  const all = limbs.flatMap(exitsOf).map((exit) => {
    const state = basinState(context, exit.region, exit.side);
    return { ...exit, left: state.left, open: !isClosed(state) };
  });
  const rank = ({ open, share }: RankedExit) => (open ? 1000 : 0) + (share ?? -1);
  return all.toSorted((a, b) => rank(b) - rank(a));
}
