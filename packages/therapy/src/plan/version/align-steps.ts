import type { PlanStep } from "../plan.ts";
import { stepSaying } from "../written-step.ts";

/** A step of either plan, or of both: the same one, moved to another place, or changed in place. */
export type AlignedStep =
  | { readonly kind: "kept" | "moved" | "changed"; readonly was: PlanStep; readonly now: PlanStep }
  | { readonly kind: "removed"; readonly was: PlanStep }
  | { readonly kind: "added"; readonly now: PlanStep };

interface ToldStep {
  readonly step: PlanStep;
  /** What it says, without its number. */
  readonly saying: string;
}

function told(step: PlanStep): ToldStep {
  return { step, saying: stepSaying(step) };
}

/** Longest list of pairs that say the same, in the order of both plans. */
function keptPairs(was: readonly ToldStep[], now: readonly ToldStep[]): readonly (readonly [number, number])[] {
  const same = (i: number, j: number) => was[i]?.saying === now[j]?.saying;
  const lengths = Array.from({ length: was.length + 1 }, () => new Array<number>(now.length + 1).fill(0));
  const length = (i: number, j: number) => lengths[i]?.[j] ?? 0;
  for (let i = was.length - 1; i >= 0; i--) {
    const row = lengths[i] ?? [];
    for (let j = now.length - 1; j >= 0; j--) {
      row[j] = same(i, j) ? length(i + 1, j + 1) + 1 : Math.max(length(i + 1, j), length(i, j + 1));
    }
  }
  const pairs: (readonly [number, number])[] = [];
  for (let i = 0, j = 0; i < was.length && j < now.length; ) {
    if (same(i, j)) pairs.push([i++, j++]);
    else if (length(i + 1, j) >= length(i, j + 1)) i++;
    else j++;
  }
  return pairs;
}

/** The first of a list that a test holds for, taken out of the list. */
function takeOut(list: ToldStep[], test: (item: ToldStep) => boolean): ToldStep | undefined {
  const at = list.findIndex(test);
  return at < 0 ? undefined : list.splice(at, 1)[0];
}

/**
 * Which step of the later plan is which of the earlier, in the order of the later. Numbers do not count: steps that say the
 * same in the same order are kept, one that says the same elsewhere has moved, one that stands between the same kept steps in
 * the same region was changed; the rest was removed or added.
 */
export function alignSteps(was: readonly PlanStep[], now: readonly PlanStep[]): readonly AlignedStep[] {
  const [before, after] = [was.map(told), now.map(told)];
  const kept = keptPairs(before, after);
  const loose = before.filter((_, i) => !kept.some(([index]) => index === i));
  const moves = new Map<ToldStep, ToldStep>();
  for (const [j, step] of after.entries()) {
    const isKept = kept.some(([, index]) => index === j);
    const from = isKept ? undefined : takeOut(loose, ({ saying }) => saying === step.saying);
    if (from !== undefined) moves.set(step, from);
  }
  let [i, j] = [0, 0];
  return [...kept, [was.length, now.length] as const].flatMap(([nextWas, nextNow]): readonly AlignedStep[] => {
    const gone = before.slice(i, nextWas).filter((step) => loose.includes(step));
    const here = after.slice(j, nextNow).map((step): AlignedStep => {
      const from = moves.get(step);
      if (from !== undefined) return { kind: "moved", was: from.step, now: step.step };
      const changed = takeOut(gone, (other) => other.step.region === step.step.region);
      if (changed !== undefined) return { kind: "changed", was: changed.step, now: step.step };
      return { kind: "added", now: step.step };
    });
    [i, j] = [nextWas + 1, nextNow + 1];
    const [same, again] = [was[nextWas], now[nextNow]];
    const anchor: readonly AlignedStep[] =
      same === undefined || again === undefined ? [] : [{ kind: "kept", was: same, now: again }];
    return [...gone.map(({ step }): AlignedStep => ({ kind: "removed", was: step })), ...here, ...anchor];
  });
}
