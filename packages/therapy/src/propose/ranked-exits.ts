import { basinState, isClosed } from "../check/basin-state.ts";
import type { CheckContext, LimbId } from "../check/check-context.ts";
import { exitsOf, type ObservedExit } from "../check/exits.ts";

/** An exit of the affected limb, with what the history left of its nodes. */
export interface RankedExit extends ObservedExit {
  /** The limb it is an exit of. */
  readonly limb: LimbId;
  /** Share of its nodes that still work. */
  readonly left: number;
  readonly open: boolean;
}

/** Open exits before closed ones; an open exit that dye was looked for in and never showed comes after those it did show. */
function rank({ open, share }: RankedExit): number {
  if (share === 0) return -2;
  return (open ? 1000 : 0) + (share ?? -1);
}

/** The exits of these limbs: open before closed, the most often observed first, those looked for and never seen last. */
export function rankedExits(context: CheckContext, limbs: readonly LimbId[]): readonly RankedExit[] {
  const all = limbs.flatMap((limb) =>
    exitsOf(limb).map((exit) => {
      const state = basinState(context, exit.region, exit.side);
      return { ...exit, limb, left: state.left, open: !isClosed(state) };
    }),
  );
  return all.toSorted((a, b) => rank(b) - rank(a));
}
