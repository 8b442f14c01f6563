/**
 * Solutes: what the lymph carries. Every cell is well mixed, and what flows takes its concentration along (upwind).
 *
 *   d(V_k c_k)/dt = Σ_in Q c_up − Σ_out Q c_k + J_s − capture,    all over a step with the volumes W that passed each path
 *   (V_k⁺ + Σ_out W) c_k⁺ − Σ_in W c_up⁺ = M_k + h J_s(c_k⁺)
 *
 * Backward Euler with the volumes of the fluid's own step: positive for every step, a uniform concentration stays uniform,
 * and what leaves one place arrives at the next to the last bits, so each solute is conserved to rounding. What comes back from an outlet has the
 * concentration named for it, none without a name. Order 1 in
 * time; a lymphangion is the smallest length it resolves.
 *
 * Nodes hold back the share η of what passes and kill it (bacteria.ts); water absorbed there takes the share `absorbed`
 * along, none for protein (Adair & Guyton: 98 % of the change of concentration is transfer of protein-free water).
 * Tissue exchanges protein with blood (Patlak or Starling, filtration.ts). A share of its fluid is closed to what is large:
 * in tissue V_k is the fluid less excluded · V₀, at least V₀/100.
 *
 * | symbol   | unit | default | range  | meaning, source                                                                    |
 * | -------- | ---- | ------- | ------ | ---------------------------------------------------------------------------------- |
 * | excluded | –    | 0       | 0–0.95 | albumin: 0.44 of the rat's subcutis, 0.58 of its dermis (Am J Physiol 1989;257:H1819); albumin and IgG: 0.5 of rabbit muscle (Bell & Mullins, Am J Physiol 1982;242:H1044), read as abstracts |
 */
import { usualSinus } from "../elements/node.ts";
import { createElimination } from "../solve/elimination.ts";
import type { Transport } from "../solve/transport.ts";
import type { Solute } from "./network.ts";
import { accounts, openVolumes, type SoluteState, type Surroundings } from "./solute-state.ts";
import { soluteCarrier } from "./solute-step.ts";

export interface SoluteTransport extends Transport {
  readonly solutes: readonly SoluteState[];
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

function createSolute(id: string, solute: Solute, around: Surroundings, fluid: Float64Array): SoluteState {
  const { network, names, paths, tissues } = around;
  const volume = openVolumes(solute, around)(fluid);
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
