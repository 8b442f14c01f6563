/**
 * Moving points of the neutral healthy body to another build or a swollen limb.
 *
 *   trunk  x' = x·F(y), F = ratio of the half widths
 *   limb   nearest axis sample i, s = offset/r along the normal:  p' = axis'ᵢ + s·r'ᵢ·n'ᵢ + tangential rest
 *   blend  smooth((1.2 − |s|)/0.15) · smooth((yᵢ − y₀)/(y₁ − y₀)),  y₀, y₁ = 226, 262 (arm), 480, 545 (leg)
 *   hand and foot move in their own frame
 *
 * Where a point lies in the neutral body is found once (`chartOf`); moving it is then a few multiplications.
 */
import { figureData } from "../data/figure-data.ts";
import type { View } from "../data/schema.ts";
import { type Axis, type Body, bodyOf } from "./body.ts";
import { positiveSide } from "./side-groups.ts";

const neutral: Record<View, Body> = {
  front: bodyOf("front", "neutral", new Map()),
  back: bodyOf("back", "neutral", new Map()),
};

const numbersPerPoint = 9;
const limbNames = ["", "arm", "leg"] as const;
const endNames = ["", "hand", "foot"] as const;

/** Where points lie in the neutral body of one view. */
export interface PointChart {
  readonly view: View;
  /** x, y of the points as stored. */
  readonly points: Float64Array;
  /** Per point: sign, limb (0 none, 1 arm, 2 leg), sample, s, tangential rest, limb weight, end weight, u, v. */
  readonly place: Float64Array;
}

function smooth(value: number): number {
  const t = Math.min(Math.max(value, 0), 1);
  return t * t * (3 - 2 * t);
}

function nearestSample(axis: Axis, x: number, y: number): number {
  const { samples } = axis;
  let best = 0;
  let distance = Infinity;
  for (let i = 0; i < samples.length / 3; i++) {
    const dx = x - samples[3 * i]!;
    const dy = y - samples[3 * i + 1]!;
    const d = dx * dx + dy * dy;
    if (d < distance) {
      distance = d;
      best = i;
    }
  }
  return best;
}

const limits = { arm: [226, 262], leg: [480, 545] } as const;

/** Finds the place of points (x0, y0, x1, y1, …) of the neutral body. */
export function chartOf(view: View, points: Float64Array): PointChart {
  const body = neutral[view];
  const side = positiveSide(view);
  const place = new Float64Array((points.length / 2) * numbersPerPoint);
  for (let m = 0; m < points.length / 2; m++) {
    const x = Math.abs(points[2 * m]!);
    const y = points[2 * m + 1]!;
    const at = m * numbersPerPoint;
    place[at] = points[2 * m]! < 0 ? -1 : 1;
    for (const [code, limb] of limbNames.entries()) {
      if (limb === "") continue;
      const axis = body.axes.get(`${limb}_${side}`)!;
      const i = nearestSample(axis, x, y);
      const tx = axis.tangents[2 * i]!;
      const ty = axis.tangents[2 * i + 1]!;
      const dx = x - axis.samples[3 * i]!;
      const dy = y - axis.samples[3 * i + 1]!;
      const s = (dx * ty - dy * tx) / axis.samples[3 * i + 2]!;
      const [y0, y1] = limits[limb];
      const weight = smooth((1.2 - Math.abs(s)) / 0.15) * smooth((axis.samples[3 * i + 1]! - y0) / (y1 - y0));
      if (weight <= place[at + 5]!) continue;
      place.set([code, i, s, dx * tx + dy * ty, weight], at + 1);
    }
    placeEnd(body, x, y, place, at);
  }
  return { view, points, place };
}

/** Weight and coordinates in the frame of hand or foot. */
function placeEnd(body: Body, x: number, y: number, place: Float64Array, at: number): void {
  const { hand, foot } = body.charts;
  const dx = x - hand.origin[0];
  const dy = y - hand.origin[1];
  const u = dx * hand.u[0] + dy * hand.u[1];
  const v = dx * hand.v[0] + dy * hand.v[1];
  if (u > 2 && Math.abs(v) < 48) {
    if (place[at + 1] !== 1) place.set([1, 0, 0, 0, 0], at + 1);
    place.set([smooth((u - 2) / 14), u, v], at + 6);
  } else if (y > 944 && x < 140) {
    if (place[at + 1] !== 2) place.set([2, 0, 0, 0, 0], at + 1);
    place.set([smooth((y - 944) / 14), y, x - foot.originX], at + 6);
  }
}

/** Width ratio of the trunk of a body to the neutral one at height y. */
function widthRatio(body: Body, y: number): number {
  const reference = neutral[body.view].halfWidth;
  if (reference === body.halfWidth) return 1;
  const at = Math.min(Math.max(y, 20), reference.length - 1);
  const i = Math.min(Math.floor(at), reference.length - 2);
  const t = at - i;
  const mean = (w: Float64Array): number => w[i]! * (1 - t) + w[i + 1]! * t;
  return mean(body.halfWidth) / mean(reference);
}

/**
 * Moves the points of a chart to `body`, which must be of the same view. Writes x, y to `out` (default: a new array);
 * says whether any point moved.
 */
export function movePoints(chart: PointChart, body: Body, out: Float64Array): boolean {
  const base = neutral[chart.view];
  const { points, place } = chart;
  let moved = false;
  for (let m = 0; m < points.length / 2; m++) {
    const at = m * numbersPerPoint;
    const sign = place[at]!;
    const x = points[2 * m]! * sign;
    const y = points[2 * m + 1]!;
    let dx = x * (widthRatio(body, y) - 1);
    let dy = 0;
    const code = place[at + 1]!;
    if (code !== 0) {
      const side = sign > 0 === (chart.view === "front") ? "L" : "R";
      const weight = place[at + 5]!;
      if (weight > 0) {
        const from = base.axes.get(`${limbNames[code]}_${side}`)!;
        const to = body.axes.get(`${limbNames[code]}_${side}`)!;
        const i = place[at + 2]!;
        const s = place[at + 3]!;
        const rest = place[at + 4]!;
        const offA = s * from.samples[3 * i + 2]!;
        const offB = s * to.samples[3 * i + 2]!;
        const [ax, ay] = [from.tangents[2 * i]!, from.tangents[2 * i + 1]!];
        const [bx, by] = [to.tangents[2 * i]!, to.tangents[2 * i + 1]!];
        const limbX = to.samples[3 * i]! - from.samples[3 * i]! + (offB * by - offA * ay) + rest * (bx - ax);
        const limbY = to.samples[3 * i + 1]! - from.samples[3 * i + 1]! - (offB * bx - offA * ax) + rest * (by - ay);
        dx += weight * (limbX - dx);
        dy += weight * (limbY - dy);
      }
      const endWeight = place[at + 6]!;
      if (endWeight > 0) {
        const end = body.ends.get(`${endNames[code]}_${side}`)!;
        const endPoint = code === 1 ? handPoint : footPoint;
        const [fromX, fromY] = endPoint(base, place, at, 1);
        const [toX, toY] = endPoint(body, place, at, end.factor);
        dx += endWeight * (toX - fromX + end.shiftX - dx);
        dy += endWeight * (toY - fromY + end.shiftY - dy);
      }
    }
    if (Math.abs(dx) > 1e-9 || Math.abs(dy) > 1e-9) moved = true;
    out[2 * m] = (x + dx) * sign;
    out[2 * m + 1] = y + dy;
  }
  return moved;
}

function handPoint(body: Body, place: Float64Array, at: number, factor: number): readonly [number, number] {
  const { origin, u, v, scale } = body.charts.hand;
  const along = place[at + 7]! * scale;
  const across = place[at + 8]! * scale * factor;
  return [origin[0] + along * u[0] + across * v[0], origin[1] + along * u[1] + across * v[1]];
}

function footPoint(body: Body, place: Float64Array, at: number, factor: number): readonly [number, number] {
  const { originX, scale } = body.charts.foot;
  const ratio = scale / figureData.builds.neutral.charts.foot.scale;
  return [originX + place[at + 8]! * ratio * factor, place[at + 7]!];
}

/** Point on a limb of the neutral body: the axis at height y, moved s radii outwards, in x > 0. */
export function limbPoint(view: View, limb: "arm" | "leg", y: number, s: number): readonly [number, number] {
  const axis = neutral[view].axes.get(`${limb}_${positiveSide(view)}`)!;
  const { samples, tangents } = axis;
  const last = samples.length / 3 - 1;
  let i = 0;
  while (i < last - 1 && samples[3 * (i + 1) + 1]! < y) i++;
  const y0 = samples[3 * i + 1]!;
  const t = (y - y0) / (samples[3 * i + 4]! - y0);
  const at = (array: Float64Array, stride: number, c: number): number =>
    array[stride * i + c]! * (1 - t) + array[stride * (i + 1) + c]! * t;
  const off = s * at(samples, 3, 2);
  return [at(samples, 3, 0) + off * at(tangents, 2, 1), at(samples, 3, 1) - off * at(tangents, 2, 0)];
}
