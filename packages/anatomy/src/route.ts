import { fail, ok, type Result } from "@openlymph/base";
import { type Anatomy, anatomy } from "./anatomy.ts";
import { type Estimate, estimates } from "./estimates.ts";
import { findRecord } from "./lookup.ts";
import { mapDistance, nodePoint, referenceHeight, territoryPoint } from "./map.ts";
import type { Side } from "./schema/common.ts";

/** One step of a way: from a territory or node to the next node. */
export interface Hop {
  readonly from: string;
  readonly to: string;
  /** Name of `to`. */
  readonly name: string;
  readonly side: Side;
  /** Share of the lymph at `from` that takes this hop. */
  readonly share: number;
  /** Straight way on the map, cm. */
  readonly distanceCm: number;
}

/** One way from a territory to a venous angle. */
export interface Way {
  /** Share of the territory's lymph that takes exactly this way. */
  readonly share: number;
  readonly hops: readonly Hop[];
  readonly angle: "VA_L" | "VA_R";
  readonly lengthCm: number;
}

export interface Route {
  readonly territory: string;
  /** The way with the largest share. */
  readonly main: Way;
  /** Every way, largest share first; the shares sum to 1. */
  readonly all: readonly Way[];
  /** Share of the lymph that reaches each venous angle; they sum to 1. */
  readonly toAngle: { readonly VA_L: number; readonly VA_R: number };
  /** Share of the lymph that passes through each node. */
  readonly through: Readonly<Record<string, number>>;
  readonly estimated: readonly Estimate[];
}

export interface RouteOptions {
  /** Share of conductance left (0..1) of node groups that were removed, scarred or blocked. */
  readonly closed?: Readonly<Record<string, number>>;
  /** Body height, m, for the distances. */
  readonly height?: number;
}

type Branch = { readonly to: string; readonly share: number };

/**
 * How freely lymph gets from each node to a venous angle: the node's own open share times that of the ways behind it.
 * Lymph that meets a closed node goes by the ways beside it, in proportion to their share and openness.
 */
function opennessOf(body: Anatomy, closed: Readonly<Record<string, number>>): (node: string) => number {
  const known = new Map<string, number>();
  const openness = (node: string): number => {
    const before = known.get(node);
    if (before !== undefined) return before;
    const left = closed[node] ?? 1;
    const edges = body.edgesFrom.get(node) ?? [];
    const behind = edges.reduce((sum, edge) => sum + edge.share * openness(edge.to), 0);
    const isSink = body.byId.nodeGroups.get(node)?.kind === "sink";
    const value = left * (isSink ? 1 : behind);
    known.set(node, value);
    return value;
  };
  return openness;
}

function checkedClosed(closed: Readonly<Record<string, number>>): Result<undefined> {
  for (const [node, left] of Object.entries(closed)) {
    const found = findRecord("node", node, anatomy.byId.nodeGroups);
    if (!found.ok) return found;
    if (!(left >= 0 && left <= 1)) {
      const code = Number.isFinite(left) ? "param/out-of-range" : "param/not-finite";
      return fail(code, { path: `closed.${node}`, value: left, expected: "share of conductance left, 0 to 1" });
    }
  }
  return ok(undefined);
}

/**
 * The ways of a territory's lymph to the venous angles.
 *
 * With everything open, the share of a way is the product of the shares along it. With `closed` groups the lymph is
 * redistributed over the ways beside them in proportion to share × openness: a first guess on the drainage tree alone,
 * without anastomoses and without pressures (the whole-body model decides those).
 *
 * @returns `reference/unknown` for unknown ids, `param/out-of-range` for a share outside 0..1, `graph/disconnected`
 * when no way is left.
 */
export function routeToVenousAngle(territoryId: string, options: RouteOptions = {}): Result<Route> {
  const found = findRecord("territory", territoryId, anatomy.byId.territories);
  if (!found.ok) return found;
  const { closed = {}, height = referenceHeight } = options;
  const checked = checkedClosed(closed);
  if (!checked.ok) return checked;
  const openness = opennessOf(anatomy, closed);

  const split = (branches: readonly Branch[]): readonly Branch[] => {
    const weights = branches.map(({ to, share }) => share * openness(to));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    return branches.flatMap(({ to }, at) => {
      const share = (weights[at] ?? 0) / total;
      return share > 0 ? [{ to, share }] : [];
    });
  };

  const hop = (from: string, { to, share }: Branch): Hop => {
    const node = anatomy.byId.nodeGroups.get(to);
    const end = nodePoint(to);
    const starts = nodePoint(from) === undefined ? territoryPoint(from) : [nodePoint(from)!];
    const start = starts.find(({ view }) => view === end?.view) ?? starts[0];
    const distance = start === undefined || end === undefined ? Number.NaN : mapDistance(start, end, height);
    return { from, to, name: node?.name ?? to, side: node?.side ?? "M", share, distanceCm: distance * 100 };
  };

  const ways: Way[] = [];
  const walk = (from: string, branches: readonly Branch[], hops: readonly Hop[], share: number): void => {
    for (const branch of split(branches)) {
      const nextHops = [...hops, hop(from, branch)];
      const nextShare = share * branch.share;
      if (branch.to === "VA_L" || branch.to === "VA_R") {
        const lengthCm = nextHops.reduce((sum, { distanceCm }) => sum + distanceCm, 0);
        ways.push({ share: nextShare, hops: nextHops, angle: branch.to, lengthCm });
        continue;
      }
      walk(branch.to, anatomy.edgesFrom.get(branch.to) ?? [], nextHops, nextShare);
    }
  };
  const start = found.value.drainage.map(({ to, fraction }) => ({ to, share: fraction }));
  walk(territoryId, start, [], 1);
  ways.sort((a, b) => b.share - a.share);

  const [main] = ways;
  if (main === undefined) {
    return fail("graph/disconnected", {
      path: territoryId,
      value: Object.keys(closed).filter((node) => closed[node] === 0),
      expected: "at least one open way to a venous angle",
      hint: "Leave a share of conductance above 0, or give the lymph another way.",
    });
  }
  const toAngle = { VA_L: 0, VA_R: 0 };
  const through: Record<string, number> = {};
  for (const way of ways) {
    toAngle[way.angle] += way.share;
    for (const { to } of way.hops) through[to] = (through[to] ?? 0) + way.share;
  }
  return ok({
    territory: territoryId,
    main,
    all: ways,
    toAngle,
    through,
    estimated: [
      ...estimates(found.value).filter(({ field }) => field === "drainage"),
      { field: "share", basis: "every share of the network is an own estimate" },
      { field: "distanceCm", basis: `straight ways on a schematic map scaled to ${height} m, depth not included` },
    ],
  });
}
