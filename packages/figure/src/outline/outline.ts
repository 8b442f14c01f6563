/**
 * The outline of a body from its groups of shapes: distance field, contour, smoothing.
 *
 * Items are blended inside a group in their order, groups one after another. The contour is taken by marching squares,
 * resampled at 1 unit and smoothed with a Gaussian of 4 units on the body and 1 unit near fingers, toes and ears.
 */

import type { SideGroup } from "../body/side-groups.ts";
import type { Item } from "../data/schema.ts";
import { longestContour } from "./contour.ts";
import { addPrimitive, blend, emptyField, type Field, reachBox } from "./field.ts";
import { boxOf, distanceTo, type Primitive, primitivesOf } from "./primitives.ts";
import { gaussianClosed, resampleClosed, simplifyClosed } from "./smooth.ts";

/** Grid of a still picture and of one that changes while a hand moves. */
export const gridSteps = { fine: 0.5, interactive: 1 } as const;
export type Precision = keyof typeof gridSteps;

const fieldCache = new WeakMap<SideGroup, Map<number, Field>>();

/** Distance field of one group, exact within 1.25 times the blend radius it meets other groups with. */
function groupField(group: SideGroup, step: number, outerBlend: number): Field {
  const cached = fieldCache.get(group)?.get(step);
  if (cached !== undefined) return cached;
  const outer = 1.25 * outerBlend + 2 * step;
  const reach = outer + 1.25 * Math.max(...group.items.map((item) => item.k));
  const shapes = group.items.map((item) => ({ k: item.k, primitives: primitivesOf(item) }));
  const field = emptyField(
    reachBox(
      shapes.flatMap((s) => s.primitives),
      reach,
    ),
    step,
  );
  for (const [i, { k, primitives }] of shapes.entries()) {
    if (i === 0) {
      for (const p of primitives) addPrimitive(field, p, reach);
      continue;
    }
    const own = emptyField(reachBox(primitives, reach), step);
    for (const p of primitives) addPrimitive(own, p, reach);
    blend(field, own, k);
  }
  const bySteps = fieldCache.get(group) ?? new Map<number, Field>();
  bySteps.set(step, field);
  fieldCache.set(group, bySteps);
  return field;
}

/** Distance field of the whole body on a grid of `step` units. */
export function bodyField(groups: readonly SideGroup[], step: number): Field {
  const fields = groups.map((group, i) => groupField(group, step, Math.max(...groups.slice(i).map((g) => g.k))));
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const f of fields) {
    box[0] = Math.min(box[0], f.x0 * step);
    box[1] = Math.min(box[1], f.y0 * step);
    box[2] = Math.max(box[2], (f.x0 + f.width - 1) * step);
    box[3] = Math.max(box[3], (f.y0 + f.height - 1) * step);
  }
  const body = emptyField(box, step);
  for (const [i, field] of fields.entries()) blend(body, field, groups[i]!.k);
  return body;
}

const nearReach = 14;

function isDelicate(group: SideGroup, item: Item): boolean {
  return group.id.startsWith("fingers") || group.id.startsWith("toes") || item.id.startsWith("ear");
}

/** 0 at fingers, toes and ears, 1 from `nearReach` units on. */
function bodyWeights(groups: readonly SideGroup[], line: Float64Array): Float64Array {
  const delicate = groups.flatMap((g) => g.items.filter((item) => isDelicate(g, item)).flatMap(primitivesOf));
  const boxes = delicate.map((p) => ({ p, box: boxOf(p) }));
  const weights = new Float64Array(line.length / 2);
  for (let m = 0; m < weights.length; m++) {
    const x = line[2 * m]!;
    const y = line[2 * m + 1]!;
    let d = nearReach;
    for (const { p, box } of boxes) {
      if (x < box[0] - d || x > box[2] + d || y < box[1] - d || y > box[3] + d) continue;
      d = Math.min(d, distanceTo(p as Primitive, x, y));
    }
    const t = Math.min(Math.max(d / nearReach, 0), 1);
    weights[m] = t * t * (3 - 2 * t);
  }
  return weights;
}

/** Outline points x0, y0, x1, y1, … of a body, closed, ready for `curvePath`. */
export function outlinePoints(groups: readonly SideGroup[], precision: Precision): Float64Array {
  const raw = resampleClosed(longestContour(bodyField(groups, gridSteps[precision])), 1);
  const soft = gaussianClosed(raw, 4);
  const crisp = gaussianClosed(raw, 1);
  const weights = bodyWeights(groups, raw);
  for (let i = 0; i < raw.length; i++) {
    const w = weights[i >> 1]!;
    crisp[i] = w * soft[i]! + (1 - w) * crisp[i]!;
  }
  return simplifyClosed(crisp, 0.06);
}
