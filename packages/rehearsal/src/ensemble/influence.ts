import { type RankShare, rankShares, type SweepRow } from "@openlymph/study";
import { drawsOf } from "./draw.ts";
import type { EnsembleSetup } from "./member.ts";
import { leftOpen } from "./member-history.ts";
import { type PriorId, priors } from "./prior.ts";

/** Which unknowns put the virtual bodies in their order, for one number. */
export interface Influence {
  /** What the bodies were ordered by, in words. */
  readonly of: string;
  /** Unknowns by their share of the variance of the rank, the largest first. */
  readonly shares: readonly (RankShare & { readonly parameter: PriorId })[];
  readonly r2: number;
  readonly adjustedR2: number;
  /** Share that chance alone gives an unknown without influence. */
  readonly chance: number;
  readonly bodies: number;
  /** Why these shares are to be read with care; empty where nothing speaks against them. */
  readonly cautions: readonly string[];
}

/** Below this adjusted R², most of the order is not explained. */
const enough = 0.7;
const bodiesPerUnknown = 10;
/** With fewer bodies for each unknown, chance explains them all. */
const fewestPerUnknown = 2;

/** The unknowns that a run depends on: what its settings and its history leave open. */
export function openPriors({ history, draw }: EnsembleSetup, displacing = false): readonly PriorId[] {
  const open = leftOpen(history);
  const acts: Partial<Record<PriorId, boolean>> = {
    removalShift: open.extent,
    bypass: open.bypass,
    acquiredStrength: open.strength,
    handDisplacement: displacing,
  };
  return priors
    .map(({ id }) => id as PriorId)
    .filter((id) => acts[id] !== false && !Object.hasOwn(draw.parameters, id));
}

/**
 * What matters most for one number of every body.
 *
 * @param values one number per row, NaN where a body has none.
 * @returns undefined where it cannot be told: too few bodies, or the number is the same in all.
 */
export function influenceOf(
  setup: EnsembleSetup,
  rows: readonly SweepRow[],
  values: ArrayLike<number>,
  words: { readonly of: string; readonly displacing?: boolean },
): Influence | undefined {
  const open = openPriors(setup, words.displacing);
  if (Array.from(values).filter(Number.isFinite).length <= fewestPerUnknown * open.length) return undefined;
  const draws = rows.map(({ index }) => drawsOf(setup.draw, index));
  const found = rankShares(
    open,
    open.map((id) => draws.map((drawn) => drawn[id])),
    values,
  );
  if (!found.ok || found.value.r2 === 0) return undefined;
  const { shares, r2, adjustedR2, chance, members } = found.value;
  const cautions = [
    ...(adjustedR2 < enough
      ? [
          "Much of the order of the bodies is not explained by one unknown after the other; what acts together or to and fro is missed here.",
        ]
      : []),
    ...(members < bodiesPerUnknown * open.length
      ? [`${members} bodies are few for ${open.length} unknowns: ask for ${bodiesPerUnknown * open.length} or more.`]
      : []),
  ];
  return {
    of: words.of,
    shares: shares
      .map((share) => ({ ...share, parameter: share.parameter as PriorId }))
      .sort((a, b) => b.share - a.share),
    r2,
    adjustedR2,
    chance,
    bodies: members,
    cautions,
  };
}
