/**
 * Names of the parts of a network, listed only when somebody asks: a run needs numbers, and a hundred thousand
 * lymphangions have twice as many names.
 */
import { type LymphangionName, layOut, type PathName } from "./lay-out.ts";
import type { Network } from "./network.ts";

export interface PartNames {
  /** In the order of their numbers. */
  readonly lymphangions: readonly LymphangionName[];
  readonly paths: readonly PathName[];
  /** Name of an unknown: a lymphangion, a place or the path of a valve state. */
  nameOf(unknown: number): string;
}

function listNames(network: Network): Pick<PartNames, "lymphangions" | "paths"> {
  const { cells, paths } = layOut(network);
  return {
    lymphangions: cells.map(({ id, vessel, length }) => ({ id, vessel, length })),
    paths: paths.map(({ id, kind, inlet, outlet, law }) => ({ id, kind, inlet, outlet, law })),
  };
}

/** `places` are named after the lymphangions; `stateOf` gives the unknown of each path's valve, −1 without one. */
export function partNames(network: Network, places: readonly string[], stateOf: Int32Array): PartNames {
  let listed: ReturnType<typeof listNames> | undefined;
  const list = () => {
    listed ??= listNames(network);
    return listed;
  };
  return {
    get lymphangions() {
      return list().lymphangions;
    },
    get paths() {
      return list().paths;
    },
    nameOf(k) {
      const { lymphangions, paths } = list();
      const name = lymphangions[k]?.id ?? places[k - lymphangions.length] ?? paths[stateOf.indexOf(k)]?.id;
      return name ?? `unknown ${k}`;
    },
  };
}
