/** Where a solute is, and the books that are kept of it. */
import type { Path } from "./lay-out.ts";
import type { Network, Solute } from "./network.ts";
import type { PlacedTissue } from "./tissues.ts";

/** Where one solute is and where it went; amounts in kg or the unit of the file. */
export interface SoluteState {
  readonly id: string;
  readonly solute: Solute;
  /** By cell. */
  readonly amount: Float64Array;
  readonly concentration: Float64Array;
  /** Time at which a cell first held the detectable concentration, s; infinite before. */
  readonly arrival: Float64Array;
  /** By node: held, arrived, passed, born, killed, five numbers each, in the order of the network's nodes. */
  readonly nodes: Float64Array;
  /** In the order of `accounts`. */
  readonly account: Float64Array;
  /** Amount that passed each path since the start, with its sign. */
  readonly passed: Float64Array;
}

/** What an account holds, as amounts since the start; `begun` is what was there before. */
export const accounts = { begun: 0, inflow: 1, outflow: 2, injected: 3, exchanged: 4, absorbed: 5 } as const;

/** What the transport knows of the network. */
export interface Surroundings {
  readonly network: Network;
  readonly paths: readonly Path[];
  /** Ids of cells. */
  readonly names: readonly string[];
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly lymphangions: number;
  readonly mass: Float64Array;
  readonly stiffness: Float64Array;
  readonly initial: Float64Array;
  readonly pressure: Float64Array;
  readonly tissues: readonly PlacedTissue[];
}

/** Least share of the fluid of tissue at rest that stays open to a solute, however dry the tissue. *Assumed.* */
const leastOpen = 0.01;

/**
 * The volumes that hold a solute, from those that hold fluid, m³ by cell: in tissue, without what is closed to it. Where
 * nothing is, these are the volumes themselves, not a copy.
 */
export function openVolumes(
  { excluded = 0 }: Solute,
  { tissues, names }: Surroundings,
): (volume: Float64Array) => Float64Array {
  if (excluded === 0 || tissues.length === 0) return (volume) => volume;
  const open = new Float64Array(names.length);
  return (volume) => {
    open.set(volume);
    for (const { cell, tissue } of tissues) {
      open[cell] = Math.max(volume[cell]! - excluded * tissue.volume, leastOpen * tissue.volume);
    }
    return open;
  };
}

/** Amount that is somewhere now: in cells and held in nodes. */
export function storedAmount({ amount, nodes }: SoluteState): number {
  let sum = 0;
  for (const part of amount) sum += part;
  for (let i = 0; i < nodes.length; i += 5) sum += nodes[i]!;
  return sum;
}

/** Stored − (begun + what came − what went), relative to all that was ever there: rounding, if all is well. */
export function soluteImbalance(state: SoluteState): number {
  const { account, nodes } = state;
  let born = 0;
  let killed = 0;
  for (let i = 0; i < nodes.length; i += 5) {
    born += nodes[i + 3]!;
    killed += nodes[i + 4]!;
  }
  const came = account[accounts.begun]! + account[accounts.inflow]! + account[accounts.injected]! + born;
  const exchanged = account[accounts.exchanged]!;
  const went = account[accounts.outflow]! + account[accounts.absorbed]! + killed;
  const all = came + Math.abs(exchanged);
  return all === 0 ? 0 : Math.abs(storedAmount(state) - (came + exchanged - went)) / all;
}
