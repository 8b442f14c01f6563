/** Shape of a network: every vessel joins two known places, nothing is cut off, and no two ways join the same places. */
import { type Failure, type FailureCode, ok, type Result } from "@openlymph/base";
import type { Network, Vessel } from "./network.ts";

/** A mistake in the shape, with the path of the field that makes it. */
export interface ShapeMistake {
  readonly path: readonly PropertyKey[];
  readonly detail: Omit<Failure, "ok" | "path" | "file" | "line">;
}

function mistake(path: readonly PropertyKey[], code: FailureCode, expected: string, hint?: string): ShapeMistake {
  return { path, detail: { code, expected, ...(hint === undefined ? {} : { hint }) } };
}

/** The first mistake in the order inlets, outlets, places, vessels; `undefined` for a sound tree. */
export function findShapeMistake(network: Network): ShapeMistake | undefined {
  const kinds = {
    inlets: network.inlets,
    outlets: network.outlets,
    junctions: network.junctions,
    nodes: network.nodes,
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
      const wrong = end === "from" ? "outlets" : "inlets";
      const kind = kindOf.get(vessel[end]);
      const allowed = places.filter((place) => kindOf.get(place) !== wrong);
      if (kind === undefined) return mistake(["vessels", id, end], "reference/unknown", `one of ${allowed.join(", ")}`);
      if (kind === wrong) return mistake(["vessels", id, end], "field/invalid", `one of ${allowed.join(", ")}`);
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
  for (const id of places) {
    const kind = kindOf.get(id) ?? "junctions";
    const hasIn = vessels.some(([, vessel]) => vessel.to === id);
    const hasOut = vessels.some(([, vessel]) => vessel.from === id);
    if (kind !== "inlets" && !hasIn) return mistake([kind, id], "graph/disconnected", "a vessel that leads to it");
    if (kind !== "outlets" && !hasOut)
      return mistake([kind, id], "graph/disconnected", "a vessel that leads away from it");
  }
  return findLoop(network, vessels) ?? findIsland(network, vessels, places);
}

/** Two ways between the same places, reservoirs apart: found by joining places vessel by vessel. */
function findLoop(network: Network, vessels: readonly [string, Vessel][]): ShapeMistake | undefined {
  const group = new Map<string, string>();
  const rootOf = (id: string): string => {
    const next = group.get(id);
    return next === undefined ? id : rootOf(next);
  };
  for (const [id, vessel] of vessels) {
    if (Object.hasOwn(network.inlets, vessel.from) || Object.hasOwn(network.outlets, vessel.to)) continue;
    const a = rootOf(vessel.from);
    const b = rootOf(vessel.to);
    if (a === b) {
      return mistake(
        ["vessels", id],
        "graph/cycle",
        `no second way between "${vessel.from}" and "${vessel.to}"`,
        "The resolved model runs chains and trees; leave out one vessel of the circle.",
      );
    }
    group.set(a, b);
  }
  return undefined;
}

function findIsland(
  network: Network,
  vessels: readonly [string, Vessel][],
  places: readonly string[],
): ShapeMistake | undefined {
  const seen = new Set<string>();
  const waiting = places.slice(0, 1);
  while (waiting.length > 0) {
    const id = waiting.pop() as string;
    if (seen.has(id)) continue;
    seen.add(id);
    for (const [, vessel] of vessels) {
      if (vessel.from === id) waiting.push(vessel.to);
      if (vessel.to === id) waiting.push(vessel.from);
    }
  }
  const island = vessels.find(([, vessel]) => !seen.has(vessel.from));
  if (island === undefined) return undefined;
  return mistake(["vessels", island[0]], "graph/disconnected", `a way to "${Object.keys(network.outlets)[0]}"`);
}

/** Vessels in the order of the flow, upstream first. Expects a shape without mistakes. */
export function vesselsDownstream(network: Network): Result<readonly (readonly [string, Vessel])[]> {
  const sorted: (readonly [string, Vessel])[] = [];
  const waiting = Object.entries(network.vessels);
  const open = new Map<string, number>();
  for (const [, vessel] of waiting) open.set(vessel.to, (open.get(vessel.to) ?? 0) + 1);
  while (waiting.length > 0) {
    const i = waiting.findIndex(([, vessel]) => (open.get(vessel.from) ?? 0) === 0);
    if (i < 0) return { ok: false, code: "graph/cycle", path: `vessels.${waiting[0]?.[0]}` };
    const [entry] = waiting.splice(i, 1);
    if (entry === undefined) break;
    sorted.push(entry);
    open.set(entry[1].to, (open.get(entry[1].to) ?? 1) - 1);
  }
  return ok(sorted);
}
