/** Shape of a network: every vessel joins two known places and nothing is cut off. Loops and circles are allowed. */
import type { Failure, FailureCode } from "@openlymph/base";
import type { Network, Vessel } from "./network.ts";

/** A mistake in the shape, with the path of the field that makes it. */
export interface ShapeMistake {
  readonly path: readonly PropertyKey[];
  readonly detail: Omit<Failure, "ok" | "path" | "file" | "line">;
}

function mistake(path: readonly PropertyKey[], code: FailureCode, expected: string, hint?: string): ShapeMistake {
  return { path, detail: { code, expected, ...(hint === undefined ? {} : { hint }) } };
}

/** The first mistake in the order inlets, outlets, places, vessels; `undefined` for a sound network. */
export function findShapeMistake(network: Network): ShapeMistake | undefined {
  const kinds = {
    inlets: network.inlets,
    outlets: network.outlets,
    junctions: network.junctions,
    nodes: network.nodes,
    tissues: network.tissues ?? {},
  };
  const kindOf = new Map<string, keyof typeof kinds>();
  for (const [kind, places] of Object.entries(kinds) as [keyof typeof kinds, object][]) {
    for (const id of Object.keys(places)) {
      if (kindOf.has(id))
        return mistake([kind, id], "field/invalid", `a name of its own: ${kindOf.get(id)} has it too`);
      kindOf.set(id, kind);
    }
  }
  const vessels = Object.entries(network.vessels);
  const places = [...kindOf.keys()];
  for (const [id, vessel] of vessels) {
    for (const end of ["from", "to"] as const) {
      const wrong = end === "from" ? ["outlets"] : ["inlets", "tissues"];
      const kind = kindOf.get(vessel[end]);
      const allowed = places.filter((place) => !wrong.includes(kindOf.get(place) ?? ""));
      if (kind === undefined) return mistake(["vessels", id, end], "reference/unknown", `one of ${allowed.join(", ")}`);
      if (wrong.includes(kind)) return mistake(["vessels", id, end], "field/invalid", `one of ${allowed.join(", ")}`);
    }
    for (const [i, name] of vessel.valves.entries()) {
      if (name === "none" || Object.hasOwn(network.valves, name)) continue;
      const path = ["vessels", id, "valve", ...(vessel.valves.length > 1 ? [i] : [])];
      return mistake(path, "reference/unknown", `one of ${[...Object.keys(network.valves), "none"].join(", ")}`);
    }
  }
  for (const id of network.external.massaged ?? []) {
    if (!Object.hasOwn(network.vessels, id)) {
      return mistake(
        ["external", "massage", "vessels"],
        "reference/unknown",
        `of ${Object.keys(network.vessels).join(", ")}`,
      );
    }
  }
  const fed = new Set(vessels.map(([, vessel]) => vessel.to));
  const drained = new Set(vessels.map(([, vessel]) => vessel.from));
  for (const id of places) {
    const kind = kindOf.get(id) ?? "junctions";
    if (kind !== "inlets" && kind !== "tissues" && !fed.has(id))
      return mistake([kind, id], "graph/disconnected", "a vessel that leads to it");
    if (kind !== "outlets" && !drained.has(id))
      return mistake([kind, id], "graph/disconnected", "a vessel that leads away from it");
  }
  return findIsland(network, vessels, places) ?? findUnevenLoop(network, vessels);
}

/** Difference of heights round a loop that rounding may leave, m. */
const levelWithin = 1e-6;

/**
 * A vessel that closes a loop whose rises do not add up to nothing: water would run round it for ever. Reservoirs are no
 * joints: each has its pressure at its own height.
 */
function findUnevenLoop(network: Network, vessels: readonly (readonly [string, Vessel])[]): ShapeMistake | undefined {
  const isJoint = (id: string) => Object.hasOwn(network.junctions, id) || Object.hasOwn(network.nodes, id);
  const ways = new Map<string, { readonly to: string; readonly rise: number }[]>();
  const inner = vessels.filter(([, { from, to }]) => isJoint(from) && isJoint(to));
  for (const [, { from, to, rise = 0 }] of inner) {
    ways.set(from, [...(ways.get(from) ?? []), { to, rise }]);
    ways.set(to, [...(ways.get(to) ?? []), { to: from, rise: -rise }]);
  }
  const height = new Map<string, number>();
  for (const start of ways.keys()) {
    if (height.has(start)) continue;
    height.set(start, 0);
    const waiting = [start];
    while (waiting.length > 0) {
      const place = waiting.pop() as string;
      for (const { to, rise } of ways.get(place) ?? []) {
        if (height.has(to)) continue;
        height.set(to, height.get(place)! + rise);
        waiting.push(to);
      }
    }
  }
  for (const [id, { from, to, rise = 0 }] of inner) {
    const needed = height.get(to)! - height.get(from)!;
    if (Math.abs(needed - rise) <= levelWithin) continue;
    return mistake(
      ["vessels", id, "rise"],
      "param/out-of-range",
      `${Number((100 * needed).toPrecision(6))} cm, so that the ways round the loop end at one height`,
      "Vessels that join the same two places rise by the same amount.",
    );
  }
  return undefined;
}

function findIsland(
  network: Network,
  vessels: readonly [string, Vessel][],
  places: readonly string[],
): ShapeMistake | undefined {
  const beside = new Map<string, string[]>(places.map((id) => [id, []]));
  for (const [, { from, to }] of vessels) {
    beside.get(from)?.push(to);
    beside.get(to)?.push(from);
  }
  const seen = new Set<string>();
  const waiting = places.slice(0, 1);
  while (waiting.length > 0) {
    const id = waiting.pop() as string;
    if (seen.has(id)) continue;
    seen.add(id);
    waiting.push(...(beside.get(id) ?? []));
  }
  const island = vessels.find(([, vessel]) => !seen.has(vessel.from));
  if (island === undefined) return undefined;
  return mistake(["vessels", island[0]], "graph/disconnected", `a way to "${Object.keys(network.outlets)[0]}"`);
}

/**
 * Vessels in the order of the flow, upstream first. Where vessels run in a circle there is no first one: these come last,
 * in the order in which they are written. Expects a shape without mistakes.
 */
export function vesselsDownstream(network: Network): readonly (readonly [string, Vessel])[] {
  const vessels = Object.entries(network.vessels);
  const open = new Map<string, number>();
  const leaving = new Map<string, number[]>();
  for (const [i, [, { from, to }]] of vessels.entries()) {
    open.set(to, (open.get(to) ?? 0) + 1);
    leaving.set(from, [...(leaving.get(from) ?? []), i]);
  }
  const sorted: (readonly [string, Vessel])[] = [];
  const taken = new Uint8Array(vessels.length);
  const ready = vessels.flatMap(([, { from }], i) => ((open.get(from) ?? 0) === 0 ? [i] : []));
  for (let next = 0; next < ready.length; next++) {
    const i = ready[next]!;
    const entry = vessels[i]!;
    taken[i] = 1;
    sorted.push(entry);
    const { to } = entry[1];
    const left = (open.get(to) ?? 1) - 1;
    open.set(to, left);
    if (left === 0) ready.push(...(leaving.get(to) ?? []));
  }
  for (const [i, entry] of vessels.entries()) if (!taken[i]) sorted.push(entry);
  return sorted;
}
