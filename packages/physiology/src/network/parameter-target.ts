/** Where the path of a parameter leads: which parts of a network it changes, and the way within them. */
import type { z } from "zod";
import { keysOf } from "./format/load-format.ts";
import type { Part } from "./format/part.ts";
import { wallParameters } from "./format/vessel-format.ts";
import type { Network } from "./network.ts";
import { namedParts, networkSchema, singleParts } from "./network-format.ts";

/** A part of which only the way between value and content matters here. */
type AnyPart = Part<z.ZodType, unknown>;

/** A part of a network in hand: what it holds, and the network with another value in its place. */
export interface Place {
  readonly part: AnyPart;
  readonly value: unknown;
  put(network: Network, value: unknown): Network;
}

const simple = (path: "viscosity" | "posture"): AnyPart => ({
  schema: networkSchema.shape[path] as z.ZodType,
  build: (content) => content,
  view: (value) => value,
});

export type NamedGroup = keyof typeof namedParts;
type SingleGroup = keyof typeof singleParts;

/** Words that mean all of a group, or the walls of all vessels. */
const allOf: Readonly<Record<string, NamedGroup>> = {
  inlet: "inlets",
  outlet: "outlets",
  vessel: "vessels",
  wall: "vessels",
};

export function namedPlace(network: Network, group: NamedGroup, id: string): Place | undefined {
  const items: Readonly<Record<string, unknown>> = network[group] ?? {};
  if (!Object.hasOwn(items, id)) return undefined;
  return {
    part: namedParts[group] as AnyPart,
    value: items[id],
    put: (changed, value) => ({ ...changed, [group]: { ...changed[group], [id]: value } }),
  };
}

export function singlePlace(network: Network, group: string): Place | undefined {
  if (group === "viscosity") {
    return { part: simple(group), value: network.viscosity, put: (n, value) => ({ ...n, viscosity: value as number }) };
  }
  if (group === "posture") {
    const put = (n: Network, value: unknown) => ({ ...n, upright: (value as { upright: number }).upright });
    return { part: simple(group), value: { upright: network.upright ?? 0 }, put };
  }
  if (!Object.hasOwn(singleParts, group)) return undefined;
  const name = group as SingleGroup;
  return {
    part: singleParts[name] as AnyPart,
    value: network[name],
    put: (changed, value) => ({ ...changed, [name]: value }),
  };
}

/** Where a path leads: the places it changes, and the way within them. */
export interface Target {
  readonly places: readonly Place[];
  readonly path: readonly PropertyKey[];
}

/** The way to a field of a vessel: wall parameters stand beside the others. */
const inVessel = (path: readonly PropertyKey[]) =>
  wallParameters.includes(String(path[0])) ? ["wall", ...path] : path;
const inPacing = (path: readonly PropertyKey[]) =>
  path[0] === "pacemaker" || path[0] === "calcium" ? ["source", ...path] : path;

/** The steps of a path; a number counts in a list, in brackets or after a dot. */
const steps = (path: string) => keysOf(path).map((key) => (/^\d+$/.test(String(key)) ? Number(key) : key));

/** The name a path goes on with: the longest, since names made by programs may hold dots. */
function nameIn(names: readonly string[], path: string): string | undefined {
  return names.filter((name) => path.startsWith(`${name}.`)).sort((a, b) => b.length - a.length)[0];
}

export function targetOf(network: Network, path: string): Target {
  const group = path.split(/[.[]/, 1)[0]!;
  const rest = path.slice(group.length + 1);
  const all = Object.hasOwn(allOf, group) ? allOf[group] : undefined;
  if (all !== undefined) {
    const within = steps(rest);
    const places = Object.keys(network[all] ?? {}).map((id) => namedPlace(network, all, id)!);
    const wall = group === "wall";
    const isWall = wallParameters.includes(String(within[0]));
    return { places: wall === isWall ? places : [], path: wall ? ["wall", ...within] : within };
  }
  if (Object.hasOwn(namedParts, group)) {
    const id = nameIn(Object.keys(network[group as NamedGroup] ?? {}), rest);
    if (id === undefined) return { places: [], path: [] };
    const within = steps(rest.slice(id.length + 1));
    const place = namedPlace(network, group as NamedGroup, id)!;
    return { places: [place], path: group === "vessels" ? inVessel(within) : within };
  }
  const place = singlePlace(network, group);
  const within = steps(rest);
  return { places: place === undefined ? [] : [place], path: group === "pacing" ? inPacing(within) : within };
}
