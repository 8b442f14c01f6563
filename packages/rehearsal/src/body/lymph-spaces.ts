import { anatomy, type MapPoint, mapDistance, nodePoint, territoryPoint } from "@openlymph/anatomy";
import { type LymphSpaces, layOutSolutes, type SoluteLayout, type WholeBody } from "@openlymph/physiology";
import { z } from "zod";
import data from "../../data/lymph-spaces.json" with { type: "json" };
import { dataHead, sourcedNumber } from "./sourced.ts";

const settings = z
  .strictObject({
    ...dataHead,
    velocity: sourcedNumber,
    shortestWay: sourcedNumber,
    sinusShare: sourcedNumber,
    nodeLongAxis: sourcedNumber,
    anastomosisDiameter: sourcedNumber,
    tanks: sourcedNumber,
    edgeTanks: sourcedNumber,
  })
  .parse(data);

/** m/s in health, and m. */
const velocity = (settings.velocity.value * 1e-2) / 60;
const shortestWay = settings.shortestWay.value * 1e-2;
/** Least lymph of a vessel that carries nothing in health, m³: keeps its cell from being empty. */
const leastSpace = 1e-10;

function cylinder(diameter: number, length: number): number {
  return (Math.PI / 4) * diameter ** 2 * length;
}

/** The shortest straight way on the map between two places that may be drawn on both views, m. */
function wayBetween(from: readonly MapPoint[], to: readonly MapPoint[]): number {
  const ways = from.flatMap((a) => to.map((b) => mapDistance(a, b)));
  return Math.max(shortestWay, Math.min(...ways, Number.POSITIVE_INFINITY));
}

const pointsOfNode = (id: string): readonly MapPoint[] => {
  const point = nodePoint(id);
  return point === undefined ? [] : [point];
};

/** Straight way from a territory to a node on the map, m, at least the shortest way of the data. */
export function bundleLength(territory: string, node: string): number {
  const way = wayBetween(territoryPoint(territory), pointsOfNode(node));
  return Number.isFinite(way) ? way : shortestWay;
}

/** Lymph in the sinuses of a node group, or in a trunk or duct, m³. */
function junctionSpace(id: string): number {
  const node = anatomy.byId.nodeGroups.get(id);
  if (node === undefined) return leastSpace;
  if (node.shortAxisMm !== null && node.nodeCount !== null) {
    const axis = node.shortAxisMm.normal * 1e-3;
    const spheroid = (Math.PI / 6) * axis ** 3 * settings.nodeLongAxis.value;
    return Math.max(leastSpace, node.nodeCount.typ * spheroid * settings.sinusShare.value);
  }
  return Math.max(leastSpace, cylinder((node.diameterMm ?? 0) * 1e-3, (node.lengthCm ?? 0) * 1e-2));
}

/** Way along an anastomosis through the territories of its route, m. */
function anastomosisLength(a: string, b: string, route: readonly string[]): number {
  const stops = [pointsOfNode(a), ...route.map((id) => territoryPoint(id)), pointsOfNode(b)];
  return stops.slice(1).reduce((sum, stop, n) => {
    const way = wayBetween(stops[n] ?? [], stop);
    return sum + (Number.isFinite(way) ? way : shortestWay);
  }, 0);
}

/** Territories whose skin an anastomosis runs through, one for each piece of it; none for one in the depth. */
export function anastomosisRoute(id: string): readonly string[] {
  return anatomy.byId.anastomoses.get(id)?.route ?? [];
}

/**
 * Lymph of bundles, nodes, vessels between them, trunks and ducts: lengths, counts and widths from the anatomy, the speed
 * of lymph in health from the data.
 */
export function lymphSpaces(body: WholeBody): LymphSpaces {
  const { spec, junctionIds } = body;
  const isConduit = (n: number) => body.isGroup[n] === 0;
  const carried = (flow: number, way: number) => Math.max(leastSpace, (flow * way) / velocity);
  const drain = new Float64Array(body.drainTo.length);
  spec.compartments.forEach(({ id }, k) => {
    for (let d = body.drainStart[k]!; d < body.drainStart[k + 1]!; d++) {
      drain[d] = carried(body.drainFlow[d]!, bundleLength(id, junctionIds[body.drainTo[d]!] ?? ""));
    }
  });
  const edge = body.edgeFlow.map((flow, e) => {
    const [a, b] = [body.edgeFrom[e]!, body.edgeTo[e]!];
    const beside = isConduit(a) || isConduit(b);
    const way = wayBetween(pointsOfNode(junctionIds[a] ?? ""), pointsOfNode(junctionIds[b] ?? ""));
    return carried(flow, beside || !Number.isFinite(way) ? shortestWay : way);
  });
  const width = settings.anastomosisDiameter.value * 1e-3;
  const anastomosis = Float64Array.from(spec.anastomoses, ({ id, a, b }) =>
    cylinder(width, anastomosisLength(a, b, anastomosisRoute(id))),
  );
  return {
    drain,
    junction: Float64Array.from({ length: body.unknownCount }, (_, n) => junctionSpace(junctionIds[n] ?? "")),
    edge,
    anastomosis,
    cells: {
      drain: settings.tanks.value,
      edge: settings.edgeTanks.value,
      anastomosis: spec.anastomoses.map(({ id }) => Math.max(1, anastomosisRoute(id).length)),
    },
  };
}

const layouts = new WeakMap<WholeBody, SoluteLayout>();

/** The cells of a body for solutes; laid out once for each body. */
export function soluteLayout(body: WholeBody): SoluteLayout {
  const known = layouts.get(body);
  if (known !== undefined) return known;
  const layout = layOutSolutes(body, lymphSpaces(body));
  layouts.set(body, layout);
  return layout;
}
