/**
 * The shapes a body outline is made of, flattened to signed distance primitives.
 *
 *   capsule   circle of radius ra at a, circle of radius rb at b and their common tangents
 *   ellipse   d ≈ k₀(k₀ − 1)/k₁,  k₀ = |p/r|,  k₁ = |p/r²|   (exact on the contour, first order near it)
 *   chain     stations (x, y, r) joined by a Catmull–Rom curve, six capsules per interval
 */
import type { Item } from "../data/schema.ts";

export interface Capsule {
  readonly kind: "capsule";
  readonly ax: number;
  readonly ay: number;
  readonly ra: number;
  readonly bx: number;
  readonly by: number;
  readonly rb: number;
}

export interface Ellipse {
  readonly kind: "ellipse";
  readonly x: number;
  readonly y: number;
  readonly rx: number;
  readonly ry: number;
  readonly cos: number;
  readonly sin: number;
}

export type Primitive = Capsule | Ellipse;

/** Samples per interval of a chain. */
export const chainSteps = 6;

function catmullRom(p0: number, p1: number, p2: number, p3: number, t: number): number {
  const t2 = t * t;
  return 0.5 * (2 * p1 + (p2 - p0) * t + (2 * p0 - 5 * p1 + 4 * p2 - p3) * t2 + (3 * p1 - p0 - 3 * p2 + p3) * t2 * t);
}

/** Samples (x, y, r) of a chain, `chainSteps` per interval and the last station; three numbers per sample. */
export function chainSamples(stations: readonly (readonly [number, number, number])[]): Float64Array {
  const last = stations.length - 1;
  const out = new Float64Array((last * chainSteps + 1) * 3);
  for (let i = 0; i < last; i++) {
    const p0 = stations[Math.max(i - 1, 0)]!;
    const p1 = stations[i]!;
    const p2 = stations[i + 1]!;
    const p3 = stations[Math.min(i + 2, last)]!;
    for (let j = 0; j < chainSteps; j++) {
      for (let c = 0; c < 3; c++) {
        out[(i * chainSteps + j) * 3 + c] = catmullRom(p0[c]!, p1[c]!, p2[c]!, p3[c]!, j / chainSteps);
      }
    }
  }
  for (let c = 0; c < 3; c++) out[last * chainSteps * 3 + c] = stations[last]![c]!;
  return out;
}

/** The primitives of one item. */
export function primitivesOf(item: Item): readonly Primitive[] {
  if (item.t === "cap") {
    const { a, b, ra, rb } = item;
    return [{ kind: "capsule", ax: a[0], ay: a[1], ra, bx: b[0], by: b[1], rb }];
  }
  if (item.t === "ell") {
    const angle = (item.rot * Math.PI) / 180;
    const { rx, ry } = item;
    return [{ kind: "ellipse", x: item.c[0], y: item.c[1], rx, ry, cos: Math.cos(angle), sin: Math.sin(angle) }];
  }
  const s = chainSamples(item.st);
  const capsules: Capsule[] = [];
  for (let i = 0; i + 5 < s.length; i += 3) {
    capsules.push({
      kind: "capsule",
      ax: s[i]!,
      ay: s[i + 1]!,
      ra: s[i + 2]!,
      bx: s[i + 3]!,
      by: s[i + 4]!,
      rb: s[i + 5]!,
    });
  }
  return capsules;
}

/** Box of a primitive as [x0, y0, x1, y1]. */
export function boxOf(p: Primitive): readonly [number, number, number, number] {
  if (p.kind === "ellipse") {
    const r = Math.max(p.rx, p.ry);
    return [p.x - r, p.y - r, p.x + r, p.y + r];
  }
  return [
    Math.min(p.ax - p.ra, p.bx - p.rb),
    Math.min(p.ay - p.ra, p.by - p.rb),
    Math.max(p.ax + p.ra, p.bx + p.rb),
    Math.max(p.ay + p.ra, p.by + p.rb),
  ];
}

/** Signed distance from (x, y) to a primitive, negative inside. */
export function distanceTo(p: Primitive, x: number, y: number): number {
  if (p.kind === "ellipse") {
    const dx = x - p.x;
    const dy = y - p.y;
    const u = dx * p.cos + dy * p.sin;
    const v = dy * p.cos - dx * p.sin;
    const k0 = Math.hypot(u / p.rx, v / p.ry);
    const k1 = Math.hypot(u / (p.rx * p.rx), v / (p.ry * p.ry));
    return k1 === 0 ? -Math.min(p.rx, p.ry) : (k0 * (k0 - 1)) / k1;
  }
  const ex = p.bx - p.ax;
  const ey = p.by - p.ay;
  const px = x - p.ax;
  const py = y - p.ay;
  const squared = ex * ex + ey * ey;
  const t = squared === 0 ? 0 : Math.min(Math.max((px * ex + py * ey) / squared, 0), 1);
  return Math.hypot(px - t * ex, py - t * ey) - (p.ra + t * (p.rb - p.ra));
}
