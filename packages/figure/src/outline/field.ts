/**
 * Distance fields on a grid and their smooth union.
 *
 *   smin(a, b, k) = min(a, b) − h²k/4,   h = max(k − |a − b|, 0)/k
 *
 * A field is exact only up to `reach` from its shapes and `far` beyond, which leaves the zero level untouched as long
 * as `reach` exceeds the blend radii that can act there.
 */
import type { Capsule, Primitive } from "./primitives.ts";
import { boxOf, distanceTo } from "./primitives.ts";

/** A rectangle of grid points (ix·step, iy·step), ix ≥ x0, iy ≥ y0, stored row by row. */
export interface Field {
  readonly step: number;
  readonly x0: number;
  readonly y0: number;
  readonly width: number;
  readonly height: number;
  readonly values: Float32Array;
}

export const far = 1e4;

/** A field of `far` that covers the box [x0, y0, x1, y1]. */
export function emptyField(box: readonly [number, number, number, number], step: number): Field {
  const x0 = Math.floor(box[0] / step);
  const y0 = Math.floor(box[1] / step);
  const width = Math.ceil(box[2] / step) - x0 + 1;
  const height = Math.ceil(box[3] / step) - y0 + 1;
  return { step, x0, y0, width, height, values: new Float32Array(width * height).fill(far) };
}

/** The box of several primitives, `reach` wider on every side. */
export function reachBox(primitives: readonly Primitive[], reach: number): readonly [number, number, number, number] {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const p of primitives) {
    const b = boxOf(p);
    box[0] = Math.min(box[0], b[0] - reach);
    box[1] = Math.min(box[1], b[1] - reach);
    box[2] = Math.max(box[2], b[2] + reach);
    box[3] = Math.max(box[3], b[3] + reach);
  }
  return box;
}

function addCapsule(field: Field, p: Capsule, reach: number): void {
  const { step, width, values } = field;
  const box = boxOf(p);
  const i0 = Math.max(Math.ceil((box[0] - reach) / step) - field.x0, 0);
  const i1 = Math.min(Math.floor((box[2] + reach) / step) - field.x0, width - 1);
  const j0 = Math.max(Math.ceil((box[1] - reach) / step) - field.y0, 0);
  const j1 = Math.min(Math.floor((box[3] + reach) / step) - field.y0, field.height - 1);
  const ex = p.bx - p.ax;
  const ey = p.by - p.ay;
  const squared = ex * ex + ey * ey;
  const inverse = squared === 0 ? 0 : 1 / squared;
  const taper = p.rb - p.ra;
  for (let j = j0; j <= j1; j++) {
    const py = (j + field.y0) * step - p.ay;
    const row = j * width;
    for (let i = i0; i <= i1; i++) {
      const px = (i + field.x0) * step - p.ax;
      let t = (px * ex + py * ey) * inverse;
      if (t < 0) t = 0;
      else if (t > 1) t = 1;
      const dx = px - t * ex;
      const dy = py - t * ey;
      const limit = values[row + i]! + p.ra + t * taper;
      const square = dx * dx + dy * dy;
      if (limit > 0 && square < limit * limit) values[row + i] = Math.sqrt(square) - p.ra - t * taper;
    }
  }
}

/** Takes the minimum of the field and the distance to a primitive, within `reach` of it. */
export function addPrimitive(field: Field, p: Primitive, reach: number): void {
  if (p.kind === "capsule") {
    addCapsule(field, p, reach);
    return;
  }
  const { step, width, height, values } = field;
  for (let j = 0; j < height; j++) {
    for (let i = 0; i < width; i++) {
      const d = distanceTo(p, (i + field.x0) * step, (j + field.y0) * step);
      if (d < reach && d < values[j * width + i]!) values[j * width + i] = d;
    }
  }
}

/** Blends `source` into `target` with radius k; `source` must lie inside the rectangle of `target`. */
export function blend(target: Field, source: Field, k: number): void {
  const offsetX = source.x0 - target.x0;
  const offsetY = source.y0 - target.y0;
  const quarter = k > 0 ? 1 / (4 * k) : 0;
  for (let j = 0; j < source.height; j++) {
    let s = j * source.width;
    let t = (j + offsetY) * target.width + offsetX;
    for (let i = 0; i < source.width; i++, s++, t++) {
      const b = source.values[s]!;
      if (b >= far) continue;
      const a = target.values[t]!;
      const gap = a > b ? a - b : b - a;
      const low = a < b ? a : b;
      target.values[t] = gap < k ? low - (k - gap) * (k - gap) * quarter : low;
    }
  }
}
