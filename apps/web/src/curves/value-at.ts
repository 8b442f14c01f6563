/** The value of a course at a place, straight between its points; `null` outside them. The places must rise. */
export function valueAt(xs: readonly number[], ys: readonly number[], x: number): number | null {
  const next = xs.findIndex((place) => place >= x);
  if (next < 0) return null;
  const [x1 = 0, y1 = 0] = [xs[next], ys[next]];
  if (next === 0) return x === x1 ? y1 : null;
  const [x0 = 0, y0 = 0] = [xs[next - 1], ys[next - 1]];
  return y0 + ((y1 - y0) * (x - x0)) / (x1 - x0);
}
