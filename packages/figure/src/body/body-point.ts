import { figureData } from "../data/figure-data.ts";
import type { BodyPoint, View } from "../data/schema.ts";
import { limbPoint } from "./chart.ts";

/** Position of a body coordinate on the neutral body, on the side x > 0. */
export function neutralPoint(view: View, point: BodyPoint): readonly [number, number] {
  if (point.length === 2) return point;
  const [frame, a, b] = point;
  const { hand, foot } = figureData.builds.neutral.charts;
  if (frame === "hand") {
    return [hand.origin[0] + a * hand.u[0] + b * hand.v[0], hand.origin[1] + a * hand.u[1] + b * hand.v[1]];
  }
  if (frame === "foot") return [foot.originX + b, a];
  return limbPoint(view, frame, a, b);
}
