import { controlPoints, curvePath } from "../outline/path.ts";
import type { Strand } from "./scene.ts";

const pieces = 8;
const control = new Float64Array(4);

function cubic(a: number, b: number, c: number, d: number, t: number): number {
  const s = 1 - t;
  return s * s * s * a + 3 * s * s * t * b + 3 * s * t * t * c + t * t * t * d;
}

function arcLengths(points: Float64Array): Float64Array {
  const n = points.length / 2;
  const arc = new Float64Array((n - 1) * pieces + 1);
  for (let i = 0; i + 1 < n; i++) {
    controlPoints(points, i, false, control);
    let x = points[2 * i]!;
    let y = points[2 * i + 1]!;
    for (let k = 1; k <= pieces; k++) {
      const nx = cubic(points[2 * i]!, control[0]!, control[2]!, points[2 * i + 2]!, k / pieces);
      const ny = cubic(points[2 * i + 1]!, control[1]!, control[3]!, points[2 * i + 3]!, k / pieces);
      arc[i * pieces + k] = arc[i * pieces + k - 1]! + Math.hypot(nx - x, ny - y);
      x = nx;
      y = ny;
    }
  }
  return arc;
}

/** Adds path text and arc lengths to the points of a strand. */
export function strandOf(
  points: Float64Array,
  about: Pick<Strand, "id" | "kind" | "role" | "overview" | "wraps">,
): Strand {
  const arc = arcLengths(points);
  return { ...about, points, arc, d: curvePath(points), length: arc.at(-1) ?? 0 };
}

/** Index of the piece that holds a distance, by halving. */
function pieceAt(arc: Float64Array, distance: number): number {
  let low = 0;
  let high = arc.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (arc[middle]! <= distance) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * Position on a strand at `distance` units from its start, with the flow, written to out[0] (x) and out[1] (y).
 * Distances outside 0 … `strand.length` stop at the ends. With room for four numbers, out[2] and out[3] receive the unit
 * direction of the flow. Allocates nothing.
 *
 * ```ts
 * const at = new Float64Array(4);
 * pointAlong(strand, 0.5 * strand.length, at);
 * ```
 */
export function pointAlong(strand: Strand, distance: number, out: Float64Array): void {
  const { points, arc } = strand;
  const s = Math.min(Math.max(distance, 0), strand.length);
  const piece = pieceAt(arc, s);
  const span = arc[piece + 1]! - arc[piece]!;
  const i = Math.floor(piece / pieces);
  const t = (piece - i * pieces + (span > 0 ? (s - arc[piece]!) / span : 0)) / pieces;
  controlPoints(points, i, false, control);
  const x0 = points[2 * i]!;
  const y0 = points[2 * i + 1]!;
  const x3 = points[2 * i + 2]!;
  const y3 = points[2 * i + 3]!;
  out[0] = cubic(x0, control[0]!, control[2]!, x3, t);
  out[1] = cubic(y0, control[1]!, control[3]!, y3, t);
  if (out.length < 4) return;
  const r = 1 - t;
  const dx = r * r * (control[0]! - x0) + 2 * r * t * (control[2]! - control[0]!) + t * t * (x3 - control[2]!);
  const dy = r * r * (control[1]! - y0) + 2 * r * t * (control[3]! - control[1]!) + t * t * (y3 - control[3]!);
  const length = Math.hypot(dx, dy);
  out[2] = length > 0 ? dx / length : (x3 - x0) / (Math.hypot(x3 - x0, y3 - y0) || 1);
  out[3] = length > 0 ? dy / length : (y3 - y0) / (Math.hypot(x3 - x0, y3 - y0) || 1);
}

/** Points of the stretch of a strand between two shares of its length (0 start, 1 end). */
export function stretch(strand: Strand, from: number, to: number): Float64Array {
  if (from <= 0 && to >= 1) return strand.points;
  const a = from * strand.length;
  const b = to * strand.length;
  const at = new Float64Array(2);
  const out: number[] = [];
  pointAlong(strand, a, at);
  out.push(at[0]!, at[1]!);
  for (let i = 0; i < strand.points.length / 2; i++) {
    const s = strand.arc[i * pieces]!;
    if (s > a + 0.3 && s < b - 0.3) out.push(strand.points[2 * i]!, strand.points[2 * i + 1]!);
  }
  pointAlong(strand, b, at);
  out.push(at[0]!, at[1]!);
  return Float64Array.from(out);
}
