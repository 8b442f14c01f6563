import type { LymphangionObservation } from "@openlymph/physiology";

/** Most curves in one panel. */
export const mostCurves = 5;

/** `count` whole numbers from 0 to `last`, evenly apart, both ends among them. */
function evenly(count: number, last: number): readonly number[] {
  if (count === 1) return [Math.floor(last / 2)];
  return Array.from({ length: count }, (_, i) => Math.round((i * last) / (count - 1)));
}

/**
 * Which lymphangions to draw, at most five, in the order of the flow: of one vessel the first, the last and some evenly
 * between; of several vessels the middle one of each, and of more than five vessels of some evenly between.
 */
export function chosenLymphangions<T extends Pick<LymphangionObservation, "id" | "vessel">>(
  all: readonly T[],
): readonly T[] {
  const vessels = [...new Set(all.map(({ vessel }) => vessel))];
  const pick = (list: readonly T[]) => evenly(Math.min(mostCurves, list.length), list.length - 1).map((i) => list[i]!);
  if (vessels.length === 1) return pick(all);
  const middles = vessels.map((vessel) => {
    const own = all.filter((lymphangion) => lymphangion.vessel === vessel);
    return own[Math.floor((own.length - 1) / 2)]!;
  });
  return pick(middles);
}
