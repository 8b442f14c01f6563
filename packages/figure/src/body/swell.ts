/**
 * Swelling of a limb: every radius grows by f = √(1 + v) of its part, weighted by the station's `w`, and the axis
 * yields outwards, so that the limb grows away from the trunk.
 *
 *   r' = r·(1 + w(f − 1))      axis' = axis + give·(r' − r)·n,   n = lateral normal
 *
 * Hand and foot widen in their own frame and follow the end of the limb's axis.
 */
import type { BuildData, ChainItem, Item } from "../data/schema.ts";
import type { SideGroup } from "./side-groups.ts";

type Station = readonly [number, number, number];
type Factors = ReadonlyMap<string, number>;

/** Factor of station i: the mean of the parts that meet there. */
function stationFactor(item: Item & ChainItem, i: number, factors: Factors): number {
  const parts = item.parts ?? item.st.slice(1).map(() => item.part ?? "");
  const meeting = new Set([parts[i - 1] ?? parts[i], parts[i] ?? parts[i - 1]]);
  let sum = 0;
  for (const part of meeting) sum += factors.get(part ?? "") ?? 1;
  return sum / meeting.size;
}

/** Stations of a limb's axis under swelling; the same stations where nothing is swollen. */
export function swollenStations(item: Item & ChainItem, factors: Factors): readonly Station[] {
  const last = item.st.length - 1;
  return item.st.map((station, i): Station => {
    const [x, y, r] = station;
    const weight = item.w?.[i] ?? 1;
    const grown = r * (1 + weight * (stationFactor(item, i, factors) - 1));
    const [bx, by] = item.st[Math.max(i - 1, 0)]!;
    const [ax, ay] = item.st[Math.min(i + 1, last)]!;
    const length = Math.hypot(ax - bx, ay - by) || 1;
    const outward = x < 0 ? -1 : 1;
    const shift = ((item.give ?? 0) * (grown - r) * outward) / length;
    return [x + shift * (ay - by), y - shift * (ax - bx), grown];
  });
}

/** How a hand or foot moves: its middle line, the direction across it, the displacement and the widening. */
interface Frame {
  readonly origin: readonly [number, number];
  readonly across: readonly [number, number];
  readonly shift: readonly [number, number];
  readonly factor: number;
}

function move(frame: Frame, x: number, y: number): [number, number] {
  const off = (x - frame.origin[0]) * frame.across[0] + (y - frame.origin[1]) * frame.across[1];
  const widen = (frame.factor - 1) * off;
  return [x + frame.shift[0] + widen * frame.across[0], y + frame.shift[1] + widen * frame.across[1]];
}

function moveItem(item: Item, frame: Frame): Item {
  const f = frame.factor;
  if (item.t === "cap") {
    return { ...item, a: move(frame, ...item.a), b: move(frame, ...item.b), ra: item.ra * f, rb: item.rb * f };
  }
  if (item.t === "ell") return { ...item, c: move(frame, ...item.c), rx: item.rx * f, ry: item.ry * f };
  return { ...item, st: item.st.map(([x, y, r]): Station => [...move(frame, x, y), r * f]) };
}

/** Displacement of a hand or foot: that of the last station of its limb's axis. */
export function endShift(axis: Item & ChainItem, factors: Factors): readonly [number, number] {
  const end = axis.st.at(-1)!;
  const moved = swollenStations(axis, factors).at(-1)!;
  return [moved[0] - end[0], moved[1] - end[1]];
}

/** The limb axis of a side group list: `arm` or `leg` on the given side. */
export function limbAxis(groups: readonly SideGroup[], limb: "arm" | "leg", side: string): Item & ChainItem {
  const item = groups.find((group) => group.id === `${limb}_${side}`)?.items[0];
  if (item?.t !== "chain") throw new Error(`figure data: ${limb}_${side} has no axis`);
  return item;
}

/** The groups with the limbs swollen. Groups without a swollen part are returned as they are. */
export function swollenGroups(
  groups: readonly SideGroup[],
  factors: Factors,
  charts: BuildData["charts"],
): readonly SideGroup[] {
  if (factors.size === 0) return groups;
  return groups.map((group): SideGroup => {
    const [limb, side] = group.id.split("_");
    if (side === undefined) return group;
    const parts = group.items.flatMap((item) => item.parts ?? [item.part ?? ""]);
    const arm = limb === "arm" || limb === "fingers";
    const end = arm ? `hand_${side}` : `foot_${side}`;
    const axis = limbAxis(groups, arm ? "arm" : "leg", side);
    const shift = endShift(axis, factors);
    const swollen = parts.some((part) => factors.has(part)) || shift[0] !== 0 || shift[1] !== 0;
    if (!swollen) return group;
    const sign = axis.st[0]![0] < 0 ? -1 : 1;
    const { hand, foot } = charts;
    const factor = factors.get(end) ?? 1;
    const frame: Frame = arm
      ? { origin: [sign * hand.origin[0], hand.origin[1]], across: [sign * hand.v[0], hand.v[1]], shift, factor }
      : { origin: [sign * foot.originX, 0], across: [1, 0], shift, factor };
    const items = group.items.map((item): Item => {
      if (item.id === axis.id && item.t === "chain") return { ...item, st: swollenStations(item, factors) };
      return moveItem(item, frame);
    });
    return { ...group, items };
  });
}
