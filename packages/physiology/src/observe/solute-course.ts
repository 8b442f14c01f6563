/**
 * What has to be watched of a solute while it moves: the outflow curve, and what is left where it was injected.
 *
 *   mean transit time   τ = Σ t W / Σ W − t_0            W: amount that passed the outlets in a step, t its middle
 *   depot clearance     ln A(t) = ln A_0 − k t           least squares, weighted by time, from the injection on while A is above the floor
 *
 * | symbol | unit | meaning, source                                                                                         |
 * | ------ | ---- | --------------------------------------------------------------------------------------------------------- |
 * | τ      | s    | first moment of the outflow curve of a bolus (indicator dilution); t_0: mean time of injection               |
 * | k      | 1/s  | as scintigraphy of a depot: 0.080 ± 0.028 %/min in the forearm (physiology §6)                               |
 * | floor  | –    | 1 % of what was injected; *assumed*: later counts drown in a real measurement, and here in reflux             |
 */
import type { Assembly } from "../network/assemble.ts";
import type { SoluteState } from "../network/solute-state.ts";

export interface SoluteCourse {
  readonly memory: readonly Float64Array[];
  /** After a step of `h` s that ended at `t`. */
  look(t: number, h: number): void;
  /** Σ W and Σ t W of solute i at all outlets. */
  outflow(i: number): { readonly amount: number; readonly moment: number };
  /** k of injection n of solute i, 1/s; null before two steps after it. */
  clearance(i: number, n: number): number | null;
}

/** What is needed of an assembly. */
export interface WatchedParts extends Pick<Assembly, "paths" | "solutes" | "lymphangions" | "places"> {
  readonly system: Pick<Assembly["system"], "to" | "cells">;
}

const floor = 0.01;

/** Columns of a regression: Σw, Σwt, Σwt², Σwy, Σwty, and the steps. */
const width = 6;

/** Watches all solutes of a network. */
export function createSoluteCourse({ system, paths, solutes, lymphangions, places }: WatchedParts): SoluteCourse {
  const outlets = Int32Array.from(paths.flatMap(({ outlet }, e) => (outlet === undefined ? [] : [e])));
  const names = [...lymphangions.map(({ id }) => id), ...places];
  const earlier = solutes.map(() => new Float64Array(outlets.length));
  const sums = solutes.map(() => new Float64Array(2));
  const depots = solutes.map(({ solute }) =>
    solute.injections.map(({ at, time, amount }) => ({ cell: names.indexOf(at), time, amount })),
  );
  const lines = depots.map((list) => new Float64Array(width * list.length));
  const watch = (i: number, { amount }: SoluteState, t: number, h: number) => {
    for (const [n, depot] of depots[i]!.entries()) {
      const left = amount[depot.cell]!;
      if (t - h <= depot.time || !(left > floor * depot.amount)) continue;
      const line = lines[i]!;
      const at = width * n;
      const since = t - depot.time;
      const y = Math.log(left);
      line[at]! += h;
      line[at + 1]! += h * since;
      line[at + 2]! += h * since * since;
      line[at + 3]! += h * y;
      line[at + 4]! += h * since * y;
      line[at + 5]!++;
    }
  };
  return {
    memory: [...earlier, ...sums, ...lines],
    look(t, h) {
      for (let i = 0; i < solutes.length; i++) {
        const { passed } = solutes[i]!;
        for (let n = 0; n < outlets.length; n++) {
          const e = outlets[n]!;
          const outward = system.to[e]! >= system.cells ? passed[e]! : -passed[e]!;
          const moved = outward - earlier[i]![n]!;
          earlier[i]![n] = outward;
          sums[i]![0]! += moved;
          sums[i]![1]! += moved * (t - 0.5 * h);
        }
        watch(i, solutes[i]!, t, h);
      }
    },
    outflow: (i) => ({ amount: sums[i]![0]!, moment: sums[i]![1]! }),
    clearance(i, n) {
      const [w = 0, t = 0, tt = 0, y = 0, ty = 0, steps = 0] = lines[i]!.subarray(width * n, width * (n + 1));
      const spread = w * tt - t * t;
      return steps < 2 || spread <= 0 ? null : -(w * ty - t * y) / spread;
    },
  };
}
