/** A closed line cut to a box (Sutherland and Hodgman), points x0, y0, x1, y1, … */

type Box = readonly [number, number, number, number];

/** Keeps what lies on one side of a line: where axis 0 (x) or 1 (y) times `sign` is at least `sign` times `limit`. */
function cut(points: readonly number[], axis: 0 | 1, limit: number, sign: 1 | -1): readonly number[] {
  const out: number[] = [];
  const beyond = (at: number): number => sign * (points[at + axis]! - limit);
  for (let at = 0; at < points.length; at += 2) {
    const before = at === 0 ? points.length - 2 : at - 2;
    const [from, to] = [beyond(before), beyond(at)];
    if (from >= 0 !== to >= 0) {
      const t = from / (from - to);
      for (const part of [0, 1]) {
        out.push(points[before + part]! + (points[at + part]! - points[before + part]!) * t);
      }
    }
    if (to >= 0) out.push(points[at]!, points[at + 1]!);
  }
  return out;
}

/** The part of a closed line inside a box [x, y, width, height], closed along its edges; empty where none is. */
export function cropOutline(contour: Float64Array, [x, y, width, height]: Box): Float64Array {
  const sides = [
    [0, x, 1],
    [0, x + width, -1],
    [1, y, 1],
    [1, y + height, -1],
  ] as const;
  let points: readonly number[] = [...contour];
  for (const [axis, limit, sign] of sides) points = cut(points, axis, limit, sign);
  return Float64Array.from(points);
}
