/** Territory polygons that reach past the contour, so that a soft fill is even up to the clipped edge. */
import { figureData } from "../data/figure-data.ts";
import type { View } from "../data/schema.ts";

const steps = [8, 6, 4, 2.5, 1.2];

function inside(outline: Float64Array, x: number, y: number): boolean {
  let odd = false;
  const n = outline.length / 2;
  for (let i = 0, j = n - 1; i < n; j = i++) {
    const yi = outline[2 * i + 1]!;
    const yj = outline[2 * j + 1]!;
    if (yi > y === yj > y) continue;
    const xi = outline[2 * i]!;
    if (x < ((outline[2 * j]! - xi) * (y - yi)) / (yj - yi) + xi) odd = !odd;
  }
  return odd;
}

/** Nearest point of the outline as [distance, nx, ny] with the direction along the outline turned by 90°. */
function nearestNormal(outline: Float64Array, x: number, y: number): readonly [number, number, number] {
  let best: readonly [number, number, number] = [Infinity, 0, 0];
  const n = outline.length / 2;
  for (let i = 0; i < n; i++) {
    const j = (i + 1) % n;
    const ax = outline[2 * i]!;
    const ay = outline[2 * i + 1]!;
    const ex = outline[2 * j]! - ax;
    const ey = outline[2 * j + 1]! - ay;
    const squared = ex * ex + ey * ey;
    if (squared === 0) continue;
    const t = Math.min(Math.max(((x - ax) * ex + (y - ay) * ey) / squared, 0), 1);
    const d = Math.hypot(x - ax - t * ex, y - ay - t * ey);
    if (d < best[0]) best = [d, ey / Math.sqrt(squared), -ex / Math.sqrt(squared)];
  }
  return best;
}

/** Offset per point of the neutral body: outwards for points on the contour as far as the gap allows, else 0. */
export function bleedOffsets(view: View, points: Float64Array): Float64Array {
  const outline = Float64Array.from(figureData.builds.neutral.views[view].outline.flat());
  const offsets = new Float64Array(points.length);
  for (let i = 0; i < points.length; i += 2) {
    const x = points[i]!;
    const y = points[i + 1]!;
    const [distance, nx, ny] = nearestNormal(outline, x, y);
    if (distance > 0.8) continue;
    const sign = inside(outline, x + nx, y + ny) ? -1 : 1;
    const free = steps.find((h) =>
      [0.7, 1.2, 1.8].every((f) => !inside(outline, x + sign * nx * h * f, y + sign * ny * h * f)),
    );
    const limit = x === 0 ? 0 : Math.abs(x);
    const h = free ?? 0;
    offsets[i] = Math.abs(sign * nx * h) > limit && limit < 20 ? -x : sign * nx * h;
    offsets[i + 1] = sign * ny * h;
  }
  return offsets;
}
