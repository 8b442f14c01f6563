/** One step of one solute; the equations stand at the head of solutes.ts. */
import { type NodeBacteria, stepBacteria } from "../elements/bacteria.ts";
import { createFiltration, evaluateFiltration } from "../elements/filtration.ts";
import { oncoticLaws, oncoticPressure } from "../elements/oncotic.ts";
import type { Elimination } from "../solve/elimination.ts";
import { accounts, openVolumes, type SoluteState, type Surroundings } from "./solute-state.ts";

/** Buffers shared by all solutes; `volume` and `clock` are set before a step. */
interface Work {
  readonly clock: Float64Array;
  readonly volume: Float64Array;
  readonly elimination: Elimination;
  readonly diagonal: Float64Array;
  readonly byFrom: Float64Array;
  readonly byTo: Float64Array;
}

/** Smallest diagonal, m³: a place without volume through which nothing flows keeps nothing. */
const nothing = 1e-60;

/** Share of the solute that follows the water through each path, and share of that which a node holds back. */
function sharesOf({ solute }: SoluteState, { paths }: Surroundings): { through: Float64Array; caught: Float64Array } {
  return {
    through: Float64Array.from(paths, ({ kind }) => {
      if (kind === "absorption") return solute.absorbed;
      return kind === "filtration" ? 0 : 1;
    }),
    caught: Float64Array.from(paths, ({ id, kind }) => {
      return kind === "node" && Object.hasOwn(solute.nodes, id) ? solute.nodes[id]!.capture : 0;
    }),
  };
}

/** Concentration in the reservoir at either end of a path, kg/m³; 0 where that end is a cell. */
function reservoirsOf({ solute }: SoluteState, { paths }: Surroundings): Float64Array {
  return Float64Array.from(paths, ({ inlet, outlet }) => {
    if (inlet !== undefined) return solute.inlets[inlet] ?? 0;
    return outlet === undefined ? 0 : (solute.outlets?.[outlet] ?? 0);
  });
}

/** Goes on by one step of h seconds with the volumes that passed each path. */
export type Carry = (passed: Float64Array, h: number) => void;

/** Makes ready to carry one solute. */
export function soluteCarrier(state: SoluteState, around: Surroundings, work: Work): Carry {
  const { from, to, names, paths } = around;
  const cells = names.length;
  const { amount, concentration, arrival, account, solute } = state;
  const { through, caught } = sharesOf(state, around);
  const reservoir = reservoirsOf(state, around);
  const openOf = openVolumes(solute, around);
  const exchange = tissueExchange(state, around);
  const nodes = nodeStores(state, around);
  const injections = solute.injections.map(({ at, amount: much, time }) => ({ cell: names.indexOf(at), much, time }));
  return (passed, h) => {
    const { diagonal, byFrom, byTo, elimination, clock } = work;
    const volume = openOf(work.volume);
    const now = clock[0]!;
    exchange?.look();
    for (const { cell, much, time } of injections) {
      if (time < now || time >= now + h) continue;
      amount[cell]! += much;
      account[accounts.injected]! += much;
    }
    for (let k = 0; k < cells; k++) {
      diagonal[k] = Math.max(volume[k]!, nothing);
      concentration[k] = amount[k]!;
    }
    for (let e = 0; e < paths.length; e++) {
      const w = passed[e]! * through[e]!;
      const a = from[e]!;
      const b = to[e]!;
      const kept = 1 - caught[e]!;
      byFrom[e] = w > 0 ? w * kept : 0;
      byTo[e] = w < 0 ? w * kept : 0;
      // What a node holds back leaves the cell it came from and arrives nowhere else.
      if (w > 0 && a < cells) diagonal[a]! += w * caught[e]!;
      if (w < 0 && b < cells) diagonal[b]! -= w * caught[e]!;
      if (w > 0 && a >= cells) concentration[b]! += w * kept * reservoir[e]!;
      else if (w < 0 && b >= cells) concentration[a]! -= w * kept * reservoir[e]!;
    }
    exchange?.before(diagonal, concentration, h);
    elimination.factor(diagonal, byFrom, byTo);
    elimination.solve(concentration);
    exchange?.after(h);
    for (let e = 0; e < paths.length; e++) {
      const w = passed[e]! * through[e]!;
      if (w === 0) continue;
      const up = w > 0 ? from[e]! : to[e]!;
      const moved = w * (up < cells ? concentration[up]! : reservoir[e]!);
      state.passed[e]! += moved * (1 - caught[e]!);
      nodes.arrive(e, Math.abs(moved));
      if (from[e]! >= cells) account[w > 0 ? accounts.inflow : accounts.outflow]! += Math.abs(moved);
      else if (to[e]! >= cells) account[endOf(paths[e]!.kind, w)]! += w > 0 ? moved : -moved;
    }
    nodes.step(h);
    for (let k = 0; k < cells; k++) {
      amount[k] = concentration[k]! * volume[k]!;
      if (concentration[k]! >= solute.detection && now + h < arrival[k]!) arrival[k] = now + h;
    }
  };
}

/** The account of what passes an end behind a cell: water absorbed in a node, or the outlet. */
function endOf(kind: string, w: number): number {
  if (w < 0) return accounts.inflow;
  return kind === "absorption" ? accounts.absorbed : accounts.outflow;
}

interface Exchange {
  /** Keeps the concentrations before the step. */
  look(): void;
  /** Adds what blood gives, h (A − B c), to the equations. */
  before(diagonal: Float64Array, right: Float64Array, h: number): void;
  /** Counts it with the concentrations found. */
  after(h: number): void;
}

/** Exchange of protein between blood and tissue: J_s = A − B c with the filtration of the moment, A and B at least zero. */
function tissueExchange({ solute, concentration, account }: SoluteState, around: Surroundings): Exchange | undefined {
  const open = around.tissues.flatMap(({ tissue, cell }) => {
    if (!solute.protein || tissue.capillary === undefined) return [];
    const { wall, pressure, protein, oncotic } = tissue.capillary;
    const law = oncoticLaws[oncotic];
    return [{ cell, wall, law, blood: { pressure, concentration: protein, oncotic: oncoticPressure(protein, law) } }];
  });
  if (open.length === 0) return undefined;
  const out = createFiltration();
  const earlier = new Float64Array(open.length);
  const given = new Float64Array(open.length);
  const taken = new Float64Array(open.length);
  return {
    look() {
      for (let i = 0; i < open.length; i++) earlier[i] = concentration[open[i]!.cell]!;
    },
    before(diagonal, right, h) {
      for (let i = 0; i < open.length; i++) {
        const { cell, wall, law, blood } = open[i]!;
        evaluateFiltration(wall, blood, around.pressure[cell]!, earlier[i]!, law, out);
        const byFluid = out.proteinByPressure / out.fluidByPressure;
        taken[i] = Math.max(0, byFluid * out.fluidByConcentration - out.proteinByConcentration);
        given[i] = Math.max(0, out.protein + taken[i]! * earlier[i]!);
        diagonal[cell]! += h * taken[i]!;
        right[cell]! += h * given[i]!;
      }
    },
    after(h) {
      for (let i = 0; i < open.length; i++) {
        account[accounts.exchanged]! += h * (given[i]! - taken[i]! * concentration[open[i]!.cell]!);
      }
    },
  };
}

interface NodeStores {
  /** An amount arrived at the node of path `e`, if that is one. */
  arrive(e: number, amount: number): void;
  /** Captures, grows and kills over the step. */
  step(h: number): void;
}

/** What nodes hold of a solute they capture; five numbers each in `state.nodes`. */
function nodeStores({ solute, nodes }: SoluteState, { network, paths }: Surroundings): NodeStores {
  const ids = Object.keys(network.nodes);
  const nodeOf = Int32Array.from(paths, ({ id, kind }) => (kind === "node" ? ids.indexOf(id) : -1));
  const laws = ids.map((id) => (Object.hasOwn(solute.nodes, id) ? solute.nodes[id] : undefined));
  const arriving = new Float64Array(ids.length);
  const store: NodeBacteria = { held: 0, arrived: 0, passed: 0, born: 0, killed: 0 };
  return {
    arrive(e, amount) {
      if (nodeOf[e]! >= 0) arriving[nodeOf[e]!]! += amount;
    },
    step(h) {
      for (let n = 0; n < ids.length; n++) {
        const law = laws[n];
        if (law === undefined) continue;
        const at = 5 * n;
        store.held = nodes[at]!;
        store.arrived = nodes[at + 1]!;
        store.passed = nodes[at + 2]!;
        store.born = nodes[at + 3]!;
        store.killed = nodes[at + 4]!;
        stepBacteria(law, store, arriving[n]! / h, h);
        nodes[at] = store.held;
        nodes[at + 1] = store.arrived;
        nodes[at + 2] = store.passed;
        nodes[at + 3] = store.born;
        nodes[at + 4] = store.killed;
        arriving[n] = 0;
      }
    },
  };
}
