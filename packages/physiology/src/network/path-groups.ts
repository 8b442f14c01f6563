/** The passes over the paths of a network, and the places without volume with the paths at each. */
import { type PathGroup, tubeGroup } from "../elements/flow-paths.ts";
import { type ValvedPath, valveGroups } from "../elements/valve-laws.ts";
import type { FreePlaces, PathsAt } from "../solve/free-places.ts";
import type { Path } from "./lay-out.ts";

/** The passes over all paths, or over those chosen. */
export function groupsOf(paths: readonly Path[], chosen: (e: number) => boolean, viscosity: number): PathGroup[] {
  const open: number[] = [];
  const valved: ValvedPath[] = [];
  for (const [e, path] of paths.entries()) {
    if (!chosen(e)) continue;
    if (path.valve === undefined) open.push(e);
    else valved.push({ path: e, law: path.valve });
  }
  return [...(open.length > 0 ? [tubeGroup(Int32Array.from(open))] : []), ...valveGroups(valved, viscosity)];
}

/** Places without volume, with the paths at each side: junctions, and nodes as one place with a side behind. */
export function findFreePlaces(
  paths: readonly Path[],
  mass: Float64Array,
  from: Int32Array,
  to: Int32Array,
  viscosity: number,
): FreePlaces {
  const isFree = (slot: number) => slot < mass.length && mass[slot] === 0;
  const behindOf = new Map<number, { cell: number; path: number }>();
  const isBehind = new Set<number>();
  for (const [e, { kind }] of paths.entries()) {
    if (kind !== "node") continue;
    behindOf.set(from[e]!, { cell: to[e]!, path: e });
    isBehind.add(to[e]!);
  }
  const cells = Array.from(mass.keys()).filter((k) => mass[k] === 0 && !isBehind.has(k));
  const behind = cells.map((k) => behindOf.get(k)?.cell ?? -1);
  const touches = new Uint8Array(paths.length);
  const ends = new Map<number, { path: number; sign: number }[]>();
  for (let e = 0; e < paths.length; e++) {
    if (!isFree(from[e]!) && !isFree(to[e]!)) continue;
    touches[e] = 1;
    if (paths[e]!.kind === "node") continue;
    if (isFree(from[e]!)) ends.set(from[e]!, [...(ends.get(from[e]!) ?? []), { path: e, sign: -1 }]);
    if (isFree(to[e]!)) ends.set(to[e]!, [...(ends.get(to[e]!) ?? []), { path: e, sign: 1 }]);
  }
  const side = (places: readonly number[]): PathsAt => {
    const lists = places.map((k) => ends.get(k) ?? []);
    const flat = lists.flat();
    const start = new Int32Array(places.length + 1);
    for (const [i, list] of lists.entries()) start[i + 1] = start[i]! + list.length;
    const here = new Set(flat.map(({ path }) => path));
    return {
      start,
      paths: Int32Array.from(flat, ({ path }) => path),
      sign: Int8Array.from(flat, ({ sign }) => sign),
      tangent: new Float64Array(5 * flat.length),
      groups: here.size === 0 ? [] : groupsOf(paths, (e) => here.has(e), viscosity),
    };
  };
  const room = () => new Float64Array(cells.length);
  return {
    cells: Int32Array.from(cells),
    behind: Int32Array.from(behind),
    link: Int32Array.from(cells, (k) => behindOf.get(k)?.path ?? -1),
    at: side(cells),
    atBehind: side(behind),
    apart: cells.length > 0 ? groupsOf(paths, (e) => touches[e] === 0, viscosity) : [],
    settled: new Uint8Array(cells.length),
    asked: new Uint8Array(cells.length > 0 ? paths.length : 0),
    low: room(),
    high: room(),
    net: room(),
    fall: room(),
    size: room(),
    excessBefore: room(),
    guess: room(),
  };
}
