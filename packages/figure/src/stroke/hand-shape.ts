/**
 * The back of a hand as SVG paths: one silhouette of forearm, palm and fingers from the distance field that also draws the
 * body, and the lines on it: between the fingers, over knuckles and joints, nails.
 */
import type { SideGroup } from "../body/side-groups.ts";
import type { Item } from "../data/schema.ts";
import { outlinePoints } from "../outline/outline.ts";
import { curvePath, short } from "../outline/path.ts";
import type { EllipseShape } from "../scene/scene.ts";
import { type HandChain, type PoseData, strokeDrawings } from "./stroke-data.ts";

export interface HandShape {
  readonly silhouette: string;
  readonly thumb: string;
  /** Where the thumb turns. */
  readonly pivot: readonly [number, number];
  readonly thumbNail: EllipseShape;
  readonly nails: readonly EllipseShape[];
  /** Lines between the fingers. */
  readonly partings: readonly string[];
  /** Fine folds over knuckles and joints. */
  readonly folds: readonly string[];
  /** The sleeve from the forearm on, and its hem. */
  readonly sleeve: string;
  readonly hem: string;
}

const degrees = Math.PI / 180;

/** A chain turned about its first station and drawn longer or shorter. */
function posed(chain: HandChain, turn: number, reach: number): HandChain {
  const [x0, y0] = chain[0]!;
  const [cos, sin] = [Math.cos(turn * degrees), Math.sin(turn * degrees)];
  return chain.map(([x, y, r]) => {
    const dx = (x - x0) * reach;
    const dy = y - y0;
    return [x0 + dx * cos - dy * sin, y0 + dx * sin + dy * cos, r] as const;
  });
}

const item = (id: string, st: HandChain, k: number): Item => ({ id, t: "chain", st, k, mirror: false });

function group(id: string, k: number, chains: readonly HandChain[], inner: number): SideGroup {
  return { id, k, items: chains.map((chain, n) => item(`${id}${n}`, chain, n === 0 ? 0 : inner)) };
}

const outline = (groups: readonly SideGroup[]): string =>
  curvePath(outlinePoints(groups, "fine"), { closed: true, digits: 1 });

/** Point, radius and direction at a share of the way along a chain. */
function along(chain: HandChain, share: number) {
  const place = share * (chain.length - 1);
  const n = Math.min(Math.floor(place), chain.length - 2);
  const t = place - n;
  const [ax, ay, ar] = chain[n]!;
  const [bx, by, br] = chain[n + 1]!;
  const angle = Math.atan2(by - ay, bx - ax);
  return { x: ax + (bx - ax) * t, y: ay + (by - ay) * t, r: ar + (br - ar) * t, angle };
}

function nail(chain: HandChain): EllipseShape {
  const { x, y, r, angle } = along(chain, 0.93);
  return { x, y, rx: 0.66 * r, ry: 0.56 * r, rotation: angle / degrees };
}

/** A bowed line across a finger. */
function fold(chain: HandChain, share: number, width: number, bow: number): string {
  const { x, y, r, angle } = along(chain, share);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const at = (u: number, v: number): string => `${short(x + u * cos - v * sin, 1)} ${short(y + u * sin + v * cos, 1)}`;
  return `M${at(0, -width * r)}Q${at(bow, 0)} ${at(0, width * r)}`;
}

/** The line between two neighbouring fingers, from the web to where they part. */
function parting(a: HandChain, b: HandChain): string {
  const points = [0.14, 0.3, 0.5, 0.68].flatMap((share) => {
    const [p, q] = [along(a, share), along(b, share)];
    const gap = p.r / (p.r + q.r);
    return [p.x + (q.x - p.x) * gap, p.y + (q.y - p.y) * gap];
  });
  return curvePath(Float64Array.from(points));
}

/** The sleeve covers the forearm from where it begins to its end, square to its direction. */
function sleeveOf(forearm: HandChain): { readonly sleeve: string; readonly hem: string } {
  const from = along(forearm, 0.46);
  const [x, y, r] = forearm.at(-1)!;
  const beside = (px: number, py: number, off: number): string =>
    `${short(px - off * Math.sin(from.angle), 1)} ${short(py + off * Math.cos(from.angle), 1)}`;
  const wide = from.r + 2.6;
  const bow = beside(from.x - 5 * Math.cos(from.angle), from.y - 5 * Math.sin(from.angle), 0);
  const hem = `M${beside(from.x, from.y, -wide)}Q${bow} ${beside(from.x, from.y, wide)}`;
  return { hem, sleeve: `${hem}L${beside(x, y, r + 4)} ${beside(x, y, -r - 4)}Z` };
}

function shapeOf({ reach, spread }: PoseData, wrist: number): HandShape {
  const { hand } = strokeDrawings;
  const fingers = hand.fingers.map((chain, n) => posed(chain, spread * (n - 1.5), reach));
  const forearm = posed(hand.forearm, wrist, 1);
  const palm = group("palm", 6, [...hand.palm, hand.thenar, forearm], 9);
  const silhouette = outline([palm, ...fingers.map((chain, n) => group(`fingers${n}`, 1.4, [chain], 0))]);
  const joints = fingers.flatMap((chain) => [fold(chain, 0.34, 0.5, 1.6), fold(chain, 0.4, 0.5, -1.6)]);
  const knuckles = reach < 0.7 ? [] : fingers.map((chain) => fold(chain, 0.02, 0.55, 3.2));
  const thumbTurn = hand.thumb[0]!;
  return {
    silhouette,
    thumb: outline([group("fingers-thumb", 0, [hand.thumb], 0)]),
    pivot: [thumbTurn[0], thumbTurn[1]],
    thumbNail: nail(hand.thumb),
    nails: fingers.map(nail),
    partings: [0, 1, 2].map((n) => parting(fingers[n]!, fingers[n + 1]!)),
    folds: [...joints, ...knuckles],
    ...sleeveOf(forearm),
  };
}

const shapes = new Map<string, HandShape>();

/** The hand in a pose with its wrist bent; the same object every time. */
export function handShape(pose: PoseData, wrist: number): HandShape {
  const key = `${pose.reach} ${pose.spread} ${wrist}`;
  const shape = shapes.get(key) ?? shapeOf(pose, wrist);
  shapes.set(key, shape);
  return shape;
}
