/**
 * Protein of the lymph in the network: quasi-steady, because a node holds far less than passes through it in an hour.
 *
 *   out_n c_n − Σ q_mn c_m = Σ Q_kn c_k          (protein stays in the lymph; only water leaves in a node)
 *
 * One sparse linear solve; what enters the network equals what leaves at the outlets to rounding.
 */

import { type SparseLu, sparseLu } from "../solve/sparse-lu.ts";
import type { Flows } from "./flows.ts";
import type { WholeBody } from "./invert.ts";
import { absorbedShare, equilibriumConcentration } from "./node-exchange.ts";

/**
 * Share of the healthy inflow by which a node holds on to the protein it had: nothing where lymph flows, all where it stands
 * still. Small beside the rounding of what a healthy node carries.
 */
const stillFlow = 1e-15;
/** Inflow a node is counted with at least, m³/s. */
const leastInflow = 1e-15;

export interface LymphProteinSolver {
  readonly body: WholeBody;
  readonly lu: SparseLu;
  readonly diagonal: Int32Array;
  /** Two per conduit: entry (to, from) for forward and (from, to) for backward flow; −1 at an outlet. */
  readonly upstream: Int32Array;
  readonly source: Float64Array;
}

export function makeLymphProteinSolver(body: WholeBody): LymphProteinSolver {
  const a = [...body.edgeFrom, ...body.anastomosisA];
  const b = [...body.edgeTo, ...body.anastomosisB];
  const known = (n: number) => n < body.unknownCount;
  const pattern = a.map((from, e) => [from, b[e]!] as const).filter(([from, to]) => known(from) && known(to));
  const lu = sparseLu(body.unknownCount, pattern);
  return {
    body,
    lu,
    diagonal: Int32Array.from({ length: body.unknownCount }, (_, n) => lu.slot(n, n)),
    upstream: Int32Array.from(
      a.flatMap((from, e) => {
        const to = b[e]!;
        return known(from) && known(to) ? [lu.slot(to, from), lu.slot(from, to)] : [-1, -1];
      }),
    ),
    source: new Float64Array(body.unknownCount),
  };
}

/**
 * Writes the protein concentration (kg/m³) of the lymph leaving each junction into `out`; outlets stay 0. Corrects what
 * lymph running back brought into the tissues, so call it once after each evaluation of the flows.
 */
export function solveLymphProtein(solver: LymphProteinSolver, flows: Flows, out: Float64Array): void {
  const { body, lu, diagonal, upstream, source } = solver;
  const { values } = lu;
  values.fill(0);
  source.fill(0);
  for (let k = 0; k < body.compartmentCount; k++) {
    for (let d = body.drainStart[k]!; d < body.drainStart[k + 1]!; d++) {
      const n = body.drainTo[d]!;
      if (n < body.unknownCount) source[n] = source[n]! + Math.max(0, flows.drain[d]!) * flows.concentration[k]!;
    }
  }
  for (let n = 0; n < body.unknownCount; n++) {
    const standing = stillFlow * Math.max(body.inflow[n]!, leastInflow);
    values[diagonal[n]!] = flows.outflow[n]! + standing;
    source[n] = source[n]! + standing * flows.junctionProtein[n]!;
  }
  const edges = flows.edge.length;
  for (let e = 0; 2 * e < upstream.length; e++) {
    const q = e < edges ? flows.edge[e]! : flows.anastomosis[e - edges]!;
    const slot = upstream[2 * e + (q >= 0 ? 0 : 1)]!;
    if (slot >= 0) values[slot] = values[slot]! - Math.abs(q);
  }
  lu.factorise();
  lu.solve(source);
  out.set(source);
  returnReflux(body, flows, out);
}

/** Lymph that ran back into the tissue carried the protein of its node: books the one just found, so that it adds up. */
function returnReflux(body: WholeBody, flows: Flows, protein: Float64Array): void {
  for (let k = 0; k < body.compartmentCount; k++) {
    for (let d = body.drainStart[k]!; d < body.drainStart[k + 1]!; d++) {
      const back = -Math.min(0, flows.drain[d]!);
      const n = body.drainTo[d]!;
      if (back > 0) flows.massRate[k] = flows.massRate[k]! + back * (protein[n]! - flows.junctionProtein[n]!);
    }
  }
  flows.junctionProtein.set(protein);
}

/** Protein (kg/s) and fluid (m³/s) that the outlets give to the blood, and fluid the nodes absorb. */
export function bloodReturn(
  body: WholeBody,
  flows: Flows,
  protein: Float64Array,
  absorbed: Float64Array,
): { fluid: number; protein: number; absorbed: number } {
  let fluid = 0;
  let mass = 0;
  let water = 0;
  const edges = flows.edge.length;
  for (let e = 0; e < edges + flows.anastomosis.length; e++) {
    const isEdge = e < edges;
    const a = isEdge ? body.edgeFrom[e]! : body.anastomosisA[e - edges]!;
    const b = isEdge ? body.edgeTo[e]! : body.anastomosisB[e - edges]!;
    if (!body.isOutlet[b]) continue;
    const q = isEdge ? flows.edge[e]! : flows.anastomosis[e - edges]!;
    fluid += q;
    mass += q * protein[a]!;
  }
  for (let n = 0; n < body.unknownCount; n++) water += absorbed[n]! * flows.inflow[n]!;
  return { fluid, protein: mass, absorbed: water };
}

/** Updates the absorbed share of every node group from the lymph that reaches it now. */
export function updateAbsorbedShare(
  body: WholeBody,
  removed: Float64Array,
  flows: Flows,
  protein: Float64Array,
  out: Float64Array,
): void {
  const equilibrium = equilibriumConcentration(flows.blood.protein);
  for (let n = 0; n < body.unknownCount; n++) {
    if (!body.isGroup[n]) continue;
    const entering = flows.inflow[n]!;
    const afferent = entering > 0 ? (flows.outflow[n]! * protein[n]!) / entering : 0;
    out[n] = absorbedShare(entering, afferent, body.capacity[n]! * (1 - removed[n]!), equilibrium);
  }
}
