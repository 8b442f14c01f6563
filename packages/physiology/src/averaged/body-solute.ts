/** What a solute does on its way through a body. */
import { raise } from "@openlymph/base";

/** An amount put into tissue at a time. */
export interface SoluteInjection {
  readonly time: number;
  /** Place of the compartment. */
  readonly compartment: number;
  /** In the unit of the solute: kg, a share of a dose, a count. */
  readonly amount: number;
}

/** What a node group does with what arrives: holds back the share η, gives it back or kills it over time. */
export interface SoluteInNodes {
  /** η, below 1: share held back of what passes a whole group; falls with the share of its nodes that was removed. */
  readonly capture: number;
  /** 1/s: given back to the lymph. */
  readonly release: number;
  /** 1/s, of what is held. */
  readonly growth: number;
  readonly kill: number;
}

/** A solute of the averaged body. */
export interface BodySolute {
  readonly id: string;
  /** Per compartment: its distribution volume in tissue over the interstitial volume; lymph leaves with amount / that volume. */
  readonly distribution: Float64Array;
  /** Permeability of capillaries to it over that to protein: what goes back from tissue into the blood. */
  readonly permeability: number;
  /** Share that follows the water a node gives back to the blood. */
  readonly absorbed: number;
  readonly nodes: SoluteInNodes;
  /** Growth in tissue, 1/s. */
  readonly growth: number;
  /** Killing in tissue at a time, 1/s. */
  readonly kill: (time: number) => number;
  /** Whose killing makes it, unit for unit where it was killed; that rider must be told of each step first. */
  readonly madeFrom?: string | undefined;
  /** In order of time. */
  readonly injections: readonly SoluteInjection[];
  /** Amount in a place, or that reached it, from which it counts as seen. */
  readonly detection: number;
  /** Largest local error of a sub-step, as a share of all that is there. */
  readonly tolerance: number;
}

/** A solute that only travels: nothing captures, kills or absorbs it. */
export function passiveSolute(id: string, compartments: number, changes: Partial<BodySolute> = {}): BodySolute {
  return {
    id,
    distribution: new Float64Array(compartments).fill(1),
    permeability: 0,
    absorbed: 0,
    nodes: { capture: 0, release: 0, growth: 0, kill: 0 },
    growth: 0,
    kill: () => 0,
    injections: [],
    detection: Number.POSITIVE_INFINITY,
    tolerance: 1e-3,
    ...changes,
  };
}

/** Raises `param/out-of-range` for what no solute can have. */
export function checkSolute(solute: BodySolute): void {
  const { capture, release, growth, kill } = solute.nodes;
  const limits: readonly (readonly [string, number, number, number])[] = [
    ["permeability", solute.permeability, 0, Number.MAX_VALUE],
    ["absorbed", solute.absorbed, 0, 1],
    ["nodes.capture", capture, 0, 0.999999],
    ["nodes.release", release, 0, Number.MAX_VALUE],
    ["nodes.growth", growth, 0, Number.MAX_VALUE],
    ["nodes.kill", kill, growth, Number.MAX_VALUE],
    ["growth", solute.growth, 0, Number.MAX_VALUE],
    ["tolerance", solute.tolerance, 1e-8, 0.1],
    ...Array.from(solute.distribution, (share, k) => [`distribution[${k}]`, share, 1e-3, 1e6] as const),
    ...solute.injections.map(({ amount }, n) => [`injections[${n}].amount`, amount, 0, Number.MAX_VALUE] as const),
  ];
  for (const [name, value, low, high] of limits) {
    if (!(value >= low && value <= high)) {
      const most = high === Number.MAX_VALUE ? "any number" : `${high}`;
      raise("param/out-of-range", { path: `${solute.id}.${name}`, value, expected: `${low} to ${most}` });
    }
  }
  solute.injections.forEach(({ compartment, time }, n) => {
    const path = `${solute.id}.injections[${n}]`;
    if (!(compartment >= 0 && compartment < solute.distribution.length)) {
      raise("param/out-of-range", { path, value: compartment, expected: "the place of a compartment" });
    }
    if (!(time >= (solute.injections[n - 1]?.time ?? Number.NEGATIVE_INFINITY))) {
      raise("param/out-of-range", { path, value: time, expected: "injections in order of time, s" });
    }
  });
}
