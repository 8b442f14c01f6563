/**
 * The Jacobian of one implicit stage in scaled unknowns (V/V0, M/M0, P/mmHg), at fixed places of a sparse matrix.
 *
 * Rows and columns: V and M of compartment k at 2k and 2k + 1, P of junction n behind them.
 *
 * What the links between tissues carry of protein is left out, but for the part that a tissue's own volume and protein decide:
 * protein then takes no part in the fill-in, and an elimination costs half. Newton's method needs 3 % more iterations and a sixth
 * less time for it (computed: a year, upright every day).
 */
import { mmHg } from "@openlymph/base";
import { type SparseLu, sparseLu } from "../solve/sparse-lu.ts";
import type { Flows } from "./flows.ts";
import type { WholeBody } from "./invert.ts";

/** Pa per unit of a scaled pressure. */
export const pressureScale = mmHg;

/** Where each derivative stands in the values of the matrix. */
interface Slots {
  readonly vv: Int32Array;
  readonly vm: Int32Array;
  readonly mv: Int32Array;
  readonly mm: Int32Array;
  /** Four per drain: (V, P), (M, P), (P, V), (P, P). */
  readonly drain: Int32Array;
  /** Four per conduit (edges, then anastomoses): (a, a), (a, b), (b, a), (b, b); −1 at an outlet. */
  readonly conduit: Int32Array;
  /** Two per link: (Va, Vb), (Vb, Va). */
  readonly link: Int32Array;
}

/** The matrix and the places in it; made once per run. */
export interface Jacobian {
  readonly lu: SparseLu;
  readonly slots: Slots;
}

export function makeJacobian(body: WholeBody): Jacobian {
  const count = body.compartmentCount;
  const p0 = 2 * count;
  const size = p0 + body.unknownCount;
  const conduitA = [...body.edgeFrom, ...body.anastomosisA];
  const conduitB = [...body.edgeTo, ...body.anastomosisB];
  const known = (n: number) => n < body.unknownCount;
  const pattern: [number, number][] = [];
  for (let k = 0; k < count; k++) {
    pattern.push([2 * k, 2 * k + 1]);
    for (let d = body.drainStart[k]!; d < body.drainStart[k + 1]!; d++) {
      const n = body.drainTo[d]!;
      if (known(n)) pattern.push([2 * k, p0 + n], [2 * k + 1, p0 + n]);
    }
  }
  conduitA.forEach((a, e) => {
    const b = conduitB[e]!;
    if (known(a) && known(b)) pattern.push([p0 + a, p0 + b]);
  });
  body.linkA.forEach((a, n) => {
    const b = body.linkB[n]!;
    pattern.push([2 * a, 2 * b]);
  });
  const lu = sparseLu(size, pattern);
  const each = (of: (k: number) => number) => Int32Array.from({ length: count }, (_, k) => of(k));
  const at = (row: number, column: number) => lu.slot(row, column);
  const drainCompartment = new Int32Array(body.drainTo.length);
  for (let k = 0; k < count; k++) drainCompartment.fill(k, body.drainStart[k]!, body.drainStart[k + 1]!);
  const junctionSlot = (a: number, b: number) => (known(a) && known(b) ? at(p0 + a, p0 + b) : -1);
  const slots: Slots = {
    vv: each((k) => at(2 * k, 2 * k)),
    vm: each((k) => at(2 * k, 2 * k + 1)),
    mv: each((k) => at(2 * k + 1, 2 * k)),
    mm: each((k) => at(2 * k + 1, 2 * k + 1)),
    drain: Int32Array.from(
      [...body.drainTo].flatMap((n, d) => {
        const k = drainCompartment[d]!;
        if (!known(n)) return [-1, -1, -1, -1];
        return [at(2 * k, p0 + n), at(2 * k + 1, p0 + n), at(p0 + n, 2 * k), at(p0 + n, p0 + n)];
      }),
    ),
    conduit: Int32Array.from(
      conduitA.flatMap((a, e) => {
        const b = conduitB[e]!;
        return [junctionSlot(a, a), junctionSlot(a, b), junctionSlot(b, a), junctionSlot(b, b)];
      }),
    ),
    link: Int32Array.from(
      [...body.linkA].flatMap((a, n) => {
        const b = body.linkB[n]!;
        return [at(2 * a, 2 * b), at(2 * b, 2 * a)];
      }),
    ),
  };
  return { lu, slots };
}

/** Scales of the unknowns and residuals: protein at rest (kg) and healthy inflow (m³/s). */
export interface Scales {
  readonly restMass: Float64Array;
  readonly inflow: Float64Array;
}

/**
 * Writes the Jacobian at the state whose flows are given.
 *
 * @param step hγ in s.
 * @param volume of the compartments at that state, m³.
 */
export function assembleJacobian(
  body: WholeBody,
  jacobian: Jacobian,
  flows: Flows,
  volume: Float64Array,
  scales: Scales,
  step: number,
  absorbed: Float64Array,
): void {
  const { lu, slots } = jacobian;
  const { restMass, inflow: inflowScale } = scales;
  const { values } = lu;
  const { edgeFrom, edgeTo, anastomosisA, anastomosisB } = body;
  values.fill(0);
  const add = (slot: number, amount: number): void => {
    if (slot >= 0) values[slot] = values[slot]! + amount;
  };
  for (let k = 0; k < body.compartmentCount; k++) {
    const v0 = body.volume[k]!;
    const m0 = restMass[k]!;
    const c = flows.concentration[k]!;
    const v = volume[k]!;
    let vByV = flows.filtrationByV[k]!;
    let mByV = flows.proteinByV[k]!;
    let mByM = flows.proteinByM[k]!;
    for (let d = body.drainStart[k]!; d < body.drainStart[k + 1]!; d++) {
      const n = body.drainTo[d]!;
      const q = flows.drain[d]!;
      const byV = flows.drainByV[d]!;
      const byP = flows.drainByP[d]!;
      vByV -= byV;
      const carried = q >= 0 ? c : flows.junctionProtein[n]!;
      mByV -= byV * carried - (Math.max(0, q) * c) / v;
      mByM -= Math.max(0, q) / v;
      add(slots.drain[4 * d]!, (step * byP * pressureScale) / v0);
      add(slots.drain[4 * d + 1]!, (step * byP * carried * pressureScale) / m0);
      const inward = -(q >= 0 ? 1 - absorbed[n]! : 1) / inflowScale[n]!;
      add(slots.drain[4 * d + 2]!, inward * byV * v0);
      add(slots.drain[4 * d + 3]!, inward * byP * pressureScale);
    }
    add(slots.vv[k]!, 1 - step * vByV);
    add(slots.vm[k]!, (-step * flows.filtrationByM[k]! * m0) / v0);
    add(slots.mv[k]!, (-step * mByV * v0) / m0);
    add(slots.mm[k]!, 1 - step * mByM);
  }
  const edges = edgeFrom.length;
  for (let e = 0; e < edges + anastomosisA.length; e++) {
    const isEdge = e < edges;
    const a = isEdge ? edgeFrom[e]! : anastomosisA[e - edges]!;
    const b = isEdge ? edgeTo[e]! : anastomosisB[e - edges]!;
    const q = isEdge ? flows.edge[e]! : flows.anastomosis[e - edges]!;
    const byP = (isEdge ? flows.edgeByP[e]! : flows.anastomosisByP[e - edges]!) * pressureScale;
    const rowA = ((q >= 0 ? 1 : 1 - absorbed[a]!) * byP) / inflowScale[a]!;
    const rowB = ((q >= 0 ? 1 - absorbed[b]! : 1) * byP) / inflowScale[b]!;
    add(slots.conduit[4 * e]!, rowA);
    add(slots.conduit[4 * e + 1]!, -rowA);
    add(slots.conduit[4 * e + 2]!, -rowB);
    add(slots.conduit[4 * e + 3]!, rowB);
  }
  for (let n = 0; n < body.linkA.length; n++) {
    const a = body.linkA[n]!;
    const b = body.linkB[n]!;
    const flow = flows.link[n]!;
    const up = flow >= 0 ? a : b;
    const c = flows.concentration[up]!;
    const byVa = flows.linkByVa[n]!;
    const byVb = flows.linkByVb[n]!;
    const dilution = (flow * c) / volume[up]!;
    const massByVa = byVa * c - (up === a ? dilution : 0);
    const massByVb = byVb * c - (up === b ? dilution : 0);
    const massByMa = up === a ? flow / volume[a]! : 0;
    const massByMb = up === b ? flow / volume[b]! : 0;
    const va = body.volume[a]!;
    const vb = body.volume[b]!;
    const ma = restMass[a]!;
    const mb = restMass[b]!;
    add(slots.vv[a]!, step * byVa);
    add(slots.vv[b]!, -step * byVb);
    add(slots.mv[a]!, (step * massByVa * va) / ma);
    add(slots.mv[b]!, (-step * massByVb * vb) / mb);
    add(slots.mm[a]!, step * massByMa);
    add(slots.mm[b]!, -step * massByMb);
    add(slots.link[2 * n]!, (step * byVb * vb) / va);
    add(slots.link[2 * n + 1]!, (-step * byVa * va) / vb);
  }
}
