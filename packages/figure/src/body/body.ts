/** A body ready to draw in one view: its groups, its limb axes and its width, for a build and a swelling. */
import { figureData } from "../data/figure-data.ts";
import type { Build, BuildData, Side, View } from "../data/schema.ts";
import { chainSamples, distanceTo, primitivesOf } from "../outline/primitives.ts";
import { positiveSide, type SideGroup, sideGroups } from "./side-groups.ts";
import { endShift, limbAxis, swollenGroups, swollenStations } from "./swell.ts";

/** A limb's axis as samples (x, y, r), its unit tangents and lateral normals, in x > 0. */
export interface Axis {
  readonly samples: Float64Array;
  /** tx, ty per sample; the lateral normal is (ty, −tx). */
  readonly tangents: Float64Array;
}

/** Hand or foot of one side: displacement of the limb's end and widening across. */
export interface EndShape {
  readonly shiftX: number;
  readonly shiftY: number;
  readonly factor: number;
}

export interface Body {
  readonly view: View;
  readonly groups: readonly SideGroup[];
  readonly charts: BuildData["charts"];
  /** Keyed by limb and side: `arm_L`. */
  readonly axes: ReadonlyMap<string, Axis>;
  readonly ends: ReadonlyMap<string, EndShape>;
  /** Half width of head, neck and trunk at y = 0, 1, …, 525. */
  readonly halfWidth: Float64Array;
}

const healthyGroups = new Map<string, readonly SideGroup[]>();

/** Groups of a healthy build, both sides written out; the same array every time. */
export function buildGroups(build: Build, view: View): readonly SideGroup[] {
  const key = `${build}/${view}`;
  const groups = healthyGroups.get(key) ?? sideGroups(figureData.builds[build].views[view].groups, view);
  healthyGroups.set(key, groups);
  return groups;
}

function axisOf(stations: readonly (readonly [number, number, number])[]): Axis {
  const samples = chainSamples(stations.map(([x, y, r]) => [Math.abs(x), y, r] as const));
  const n = samples.length / 3;
  const tangents = new Float64Array(n * 2);
  for (let i = 0; i < n; i++) {
    const a = 3 * Math.max(i - 1, 0);
    const b = 3 * Math.min(i + 1, n - 1);
    const dx = samples[b]! - samples[a]!;
    const dy = samples[b + 1]! - samples[a + 1]!;
    const length = Math.hypot(dx, dy) || 1;
    tangents[2 * i] = dx / length;
    tangents[2 * i + 1] = dy / length;
  }
  return { samples, tangents };
}

const widthCache = new WeakMap<readonly SideGroup[], Float64Array>();

/** Half width of trunk and head at every height, found on the plain union of their shapes. */
function halfWidths(groups: readonly SideGroup[]): Float64Array {
  const cached = widthCache.get(groups);
  if (cached !== undefined) return cached;
  const items = groups.filter((g) => g.id === "trunk" || g.id === "head").flatMap((g) => g.items);
  const shapes = items.filter((item) => !item.id.startsWith("ear")).flatMap(primitivesOf);
  const widths = new Float64Array(526);
  for (let y = 0; y < widths.length; y++) {
    let inside = 0;
    let outside = 160;
    for (let step = 0; step < 16; step++) {
      const x = (inside + outside) / 2;
      if (shapes.some((p) => distanceTo(p, x, y) < 0)) inside = x;
      else outside = x;
    }
    widths[y] = inside;
  }
  widthCache.set(groups, widths);
  return widths;
}

/** The body of a build in a view; `factors` are the radius factors of `radiusFactors`. */
export function bodyOf(view: View, build: Build, factors: ReadonlyMap<string, number>): Body {
  const healthy = buildGroups(build, view);
  const { charts } = figureData.builds[build];
  const axes = new Map<string, Axis>();
  const ends = new Map<string, EndShape>();
  for (const side of ["L", "R"] as const satisfies readonly Side[]) {
    for (const [limb, end] of [
      ["arm", "hand"],
      ["leg", "foot"],
    ] as const) {
      const item = limbAxis(healthy, limb, side);
      axes.set(`${limb}_${side}`, axisOf(swollenStations(item, factors)));
      const [x, shiftY] = endShift(item, factors);
      const shiftX = side === positiveSide(view) ? x : -x;
      ends.set(`${end}_${side}`, { shiftX, shiftY, factor: factors.get(`${end}_${side}`) ?? 1 });
    }
  }
  const groups = swollenGroups(healthy, factors, charts);
  return { view, groups, charts, axes, ends, halfWidth: halfWidths(healthy) };
}
