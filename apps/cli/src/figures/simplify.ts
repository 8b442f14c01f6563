/**
 * A curve with fewer points that looks the same (Ramer 1972; Douglas and Peucker 1973): of every stretch it keeps the point
 * farthest from the straight line between the stretch's ends, until none is farther than a tolerance.
 *
 * distance of (x, y) from the line a–b = |(b − a) × (p − a)| / |b − a|, or from a where both ends coincide
 */

/** Distance of point i from the line through points `from` and `to`. */
function distance(x: Float64Array, y: Float64Array, i: number, from: number, to: number): number {
  const [dx, dy] = [x[to]! - x[from]!, y[to]! - y[from]!];
  const [px, py] = [x[i]! - x[from]!, y[i]! - y[from]!];
  const length = Math.hypot(dx, dy);
  return length === 0 ? Math.hypot(px, py) : Math.abs(dx * py - dy * px) / length;
}

/**
 * Which points to draw.
 *
 * @param x,y the curve, in units of the picture.
 * @param tolerance the largest distance of a point left out from the line drawn instead, in the same units.
 * @returns rising indices, the first and the last point among them.
 */
export function keptPoints(x: Float64Array, y: Float64Array, tolerance: number): readonly number[] {
  const last = x.length - 1;
  if (last < 1) return last < 0 ? [] : [0];
  const kept = new Uint8Array(x.length);
  kept[0] = kept[last] = 1;
  const waiting: (readonly [number, number])[] = [[0, last]];
  for (let stretch = waiting.pop(); stretch !== undefined; stretch = waiting.pop()) {
    const [from, to] = stretch;
    let [farthest, most] = [-1, tolerance];
    for (let i = from + 1; i < to; i++) {
      const away = distance(x, y, i, from, to);
      if (away > most) [farthest, most] = [i, away];
    }
    if (farthest < 0) continue;
    kept[farthest] = 1;
    waiting.push([from, farthest], [farthest, to]);
  }
  return Array.from(kept.keys()).filter((i) => kept[i] === 1);
}

export interface CurvePoint {
  readonly x: number;
  readonly y: number;
}

/** A curve thinned for a panel of a size in pixels, given the ranges its axes show; a tenth of a pixel may get lost. */
export function thinnedCurve(
  x: Float64Array,
  y: Float64Array,
  panel: { readonly width: number; readonly height: number; readonly x: number; readonly y: number },
): readonly CurvePoint[] {
  const right = x.map((value) => (value / panel.x) * panel.width);
  const up = y.map((value) => (value / panel.y) * panel.height);
  return keptPoints(right, up, 0.1).map((i) => ({ x: x[i]!, y: y[i]! }));
}
