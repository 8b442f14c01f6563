/**
 * Solutes: what the lymph carries. Every cell is well mixed, and what flows takes its concentration along (upwind).
 *
 *   d(V_k c_k)/dt = Σ_in Q c_up − Σ_out Q c_k + J_s − capture,    all over a step with the volumes W that passed each path
 *   (V_k⁺ + Σ_out W) c_k⁺ − Σ_in W c_up⁺ = M_k + h J_s(c_k⁺)
 *
 * Backward Euler with the volumes of the fluid's own step: positive for every step, a uniform concentration stays uniform,
 * and what leaves one place arrives at the next to the last bits, so each solute is conserved to rounding. Order 1 in
 * time; a lymphangion is the smallest length it resolves.
 *
 * Nodes hold back the share η of what passes and kill it (bacteria.ts); water absorbed there takes the share `absorbed`
 * along, none for protein (Adair & Guyton: 98 % of the change of concentration is transfer of protein-free water).
 * Tissue exchanges protein with blood (Patlak or Starling, filtration.ts).
 */
import { usualSinus } from "../elements/node.ts";
import { createElimination } from "../solve/elimination.ts";
import type { Transport } from "../solve/transport.ts";
import type { Path } from "./lay-out.ts";
import type { Network, Solute } from "./network.ts";
import { soluteCarrier } from "./solute-step.ts";
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

export interface SoluteTransport extends Transport {
  readonly solutes: readonly SoluteState[];
}

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

/** Volume that a compliant junction holds at zero pressure, as a pressure, Pa: so much suction empties it. *Assumed.* */
const junctionReserve = 1e4;

/** The transport of all solutes of a network; `undefined` without any. */
export function soluteTransport(around: Surroundings): SoluteTransport | undefined {
  const entries = Object.entries(around.network.solutes ?? {});
  if (entries.length === 0) return undefined;
  const { mass, stiffness, initial, lymphangions, names, tissues } = around;
  const cells = names.length;
  const isTissue = new Set(tissues.map(({ cell }) => cell));
  const reserve = Float64Array.from({ length: cells }, (_, k) =>
    k < lymphangions || isTissue.has(k) || mass[k] === 0 ? 0 : junctionReserve / stiffness[k]!,
  );
  // A node's pressure has no volume behind it, its solutes have: they mix in its sinus.
  const sinus = Float64Array.from(names, (id) => {
    const node = Object.hasOwn(around.network.nodes, id) ? around.network.nodes[id] : undefined;
    return node === undefined ? 0 : (node.sinus ?? usualSinus);
  });
  const volume = new Float64Array(cells);
  const measure = (state: Float64Array) => {
    for (let k = 0; k < cells; k++) volume[k] = mass[k] === 0 ? sinus[k]! : state[k]! + reserve[k]!;
  };
  measure(initial);
  const solutes = entries.map(([id, solute]) => createSolute(id, solute, around, volume));
  const clock = new Float64Array(1);
  const work = {
    clock,
    volume,
    elimination: createElimination(cells, around.from, around.to),
    diagonal: new Float64Array(cells),
    byFrom: new Float64Array(around.paths.length),
    byTo: new Float64Array(around.paths.length),
  };
  const carriers = solutes.map((state) => soluteCarrier(state, around, work));
  return {
    solutes,
    memory: [
      clock,
      ...solutes.flatMap((one) => [one.amount, one.concentration, one.arrival, one.nodes, one.account, one.passed]),
    ],
    carry(passed, state, h) {
      measure(state);
      for (const carry of carriers) carry(passed, h);
      clock[0]! += h;
    },
  };
}

function createSolute(
  id: string,
  solute: Solute,
  { network, names, paths, tissues }: Surroundings,
  volume: Float64Array,
): SoluteState {
  const concentration = new Float64Array(names.length).fill(solute.initial);
  for (const { id: tissue, cell } of tissues) concentration[cell] = solute.tissues[tissue] ?? solute.initial;
  const amount = concentration.map((c, k) => c * volume[k]!);
  const account = new Float64Array(Object.keys(accounts).length);
  account[accounts.begun] = amount.reduce((sum, part) => sum + part, 0);
  return {
    id,
    solute,
    amount,
    concentration,
    arrival: concentration.map((c) => (c >= solute.detection ? 0 : Number.POSITIVE_INFINITY)),
    nodes: new Float64Array(5 * Object.keys(network.nodes).length),
    account,
    passed: new Float64Array(paths.length),
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
