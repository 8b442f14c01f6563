/**
 * Where a curve from single runs is highest. Close to a flat top the largest value is chance, so the optimum is the middle of
 * all places whose value lies within 5 % of the largest (*assumed*).
 */
const near = 0.05;

/** Places whose values lie near the largest: their ends, and the middle between these. */
export function optimum(
  places: readonly number[],
  values: readonly number[],
): { middle: number; low: number; high: number } {
  const most = Math.max(...values);
  const good = places.filter((_, i) => values[i]! >= (1 - near) * most);
  const [low, high] = [Math.min(...good), Math.max(...good)];
  return { middle: (low + high) / 2, low, high };
}
