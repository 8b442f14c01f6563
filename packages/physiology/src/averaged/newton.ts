/**
 * One implicit stage: (V, M, P) with  V = base + hγ V′,  M = base + hγ M′,  out = (1 − a) in  at every junction.
 *
 * Full Newton with the analytic Jacobian in scaled unknowns (V/V0, M/M0, P/mmHg), a fixed elimination order, limited
 * steps (|ΔV| ≤ 0.3 V, |ΔP| ≤ 15 mmHg) and a residual line search, which the corner of the pressure–volume curve needs.
 */
import { mmHg } from "@openlymph/base";
import type { BodyCondition } from "./condition.ts";
import { evaluateFlows, type Flows, makeFlows } from "./flows.ts";
import type { WholeBody } from "./invert.ts";
import { type SparseLu, sparseLu } from "./sparse-lu.ts";

const pressureScale = mmHg;
const largestPressureStep = 15;
const largestVolumeStep = 0.3;
const tolerance = 1e-12;
const acceptable = 1e-10;
const maxIterations = 30;

interface Slots {
  readonly vv: Int32Array;
  readonly vm: Int32Array;
  readonly mv: Int32Array;
  readonly mm: Int32Array;
  /** Four per drain: (V, P), (M, P), (P, V), (P, P). */
  readonly drain: Int32Array;
  /** Four per conduit (edges, then anastomoses): (a, a), (a, b), (b, a), (b, b); −1 at an outlet. */
  readonly conduit: Int32Array;
  /** Six per link: (Va, Vb), (Ma, Vb), (Ma, Mb), (Vb, Va), (Mb, Va), (Mb, Ma). */
  readonly link: Int32Array;
  readonly pp: Int32Array;
}

/** Everything one run needs to solve stages; made once. */
export interface StageSolver {
  readonly body: WholeBody;
  readonly flows: Flows;
  readonly lu: SparseLu;
  readonly slots: Slots;
  readonly residual: Float64Array;
  readonly update: Float64Array;
  readonly trial: StageUnknowns;
  readonly start: StageUnknowns;
  readonly restMass: Float64Array;
  readonly inflowScale: Float64Array;
}

export interface StageUnknowns {
  readonly volume: Float64Array;
  readonly mass: Float64Array;
  readonly pressure: Float64Array;
}

export function makeUnknowns(body: WholeBody): StageUnknowns {
  return {
    volume: new Float64Array(body.compartmentCount),
    mass: new Float64Array(body.compartmentCount),
    pressure: new Float64Array(body.junctionIds.length),
  };
}

export function makeStageSolver(body: WholeBody): StageSolver {
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
    pattern.push([2 * a, 2 * b], [2 * a + 1, 2 * b], [2 * a + 1, 2 * b + 1], [2 * a, 2 * b + 1]);
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
        return [
          at(2 * a, 2 * b),
          at(2 * a + 1, 2 * b),
          at(2 * a + 1, 2 * b + 1),
          at(2 * b, 2 * a),
          at(2 * b + 1, 2 * a),
          at(2 * b + 1, 2 * a + 1),
        ];
      }),
    ),
    pp: Int32Array.from({ length: body.unknownCount }, (_, n) => at(p0 + n, p0 + n)),
  };
  const largest = body.inflow.reduce((a, b) => Math.max(a, b), 0);
  return {
    body,
    flows: makeFlows(body),
    lu,
    slots,
    residual: new Float64Array(size),
    update: new Float64Array(size),
    trial: makeUnknowns(body),
    start: makeUnknowns(body),
    restMass: body.volume.map((v, k) => v * body.protein[k]!),
    inflowScale: body.inflow.map((q) => Math.max(q, 1e-3 * largest)),
  };
}

function computeResidual(
  solver: StageSolver,
  unknowns: StageUnknowns,
  baseVolume: Float64Array,
  baseMass: Float64Array,
  step: number,
  absorbed: Float64Array,
): number {
  const { body, flows, residual, restMass, inflowScale } = solver;
  const count = body.compartmentCount;
  let largest = 0;
  let sum = 0;
  for (let k = 0; k < count; k++) {
    const rv = (unknowns.volume[k]! - baseVolume[k]! - step * flows.volumeRate[k]!) / body.volume[k]!;
    const rm = (unknowns.mass[k]! - baseMass[k]! - step * flows.massRate[k]!) / restMass[k]!;
    residual[2 * k] = rv;
    residual[2 * k + 1] = rm;
    sum += rv * rv + rm * rm;
    largest = Math.max(largest, Math.abs(rv), Math.abs(rm));
  }
  for (let n = 0; n < body.unknownCount; n++) {
    const r = (flows.outflow[n]! - (1 - absorbed[n]!) * flows.inflow[n]!) / inflowScale[n]!;
    residual[2 * count + n] = r;
    sum += r * r;
    largest = Math.max(largest, Math.abs(r));
  }
  return Number.isFinite(sum) ? largest : Number.POSITIVE_INFINITY;
}

function assemble(solver: StageSolver, step: number, absorbed: Float64Array): void {
  const { body, flows, lu, slots, restMass, inflowScale } = solver;
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
    const v = solver.trial.volume[k]!;
    let vByV = flows.filtrationByV[k]!;
    let mByV = flows.proteinByV[k]!;
    let mByM = flows.proteinByM[k]!;
    for (let d = body.drainStart[k]!; d < body.drainStart[k + 1]!; d++) {
      const n = body.drainTo[d]!;
      const q = flows.drain[d]!;
      const byV = flows.drainByV[d]!;
      const byP = flows.drainByP[d]!;
      vByV -= byV;
      mByV -= byV * c - (q * c) / v;
      mByM -= q / v;
      add(slots.drain[4 * d]!, (step * byP * pressureScale) / v0);
      add(slots.drain[4 * d + 1]!, (step * byP * c * pressureScale) / m0);
      const inward = -(1 - absorbed[n]!) / inflowScale[n]!;
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
    const dilution = (flow * c) / solver.trial.volume[up]!;
    const massByVa = byVa * c - (up === a ? dilution : 0);
    const massByVb = byVb * c - (up === b ? dilution : 0);
    const massByMa = up === a ? flow / solver.trial.volume[a]! : 0;
    const massByMb = up === b ? flow / solver.trial.volume[b]! : 0;
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
    add(slots.link[6 * n]!, (step * byVb * vb) / va);
    add(slots.link[6 * n + 1]!, (step * massByVb * vb) / ma);
    add(slots.link[6 * n + 2]!, (step * massByMb * mb) / ma);
    add(slots.link[6 * n + 3]!, (-step * byVa * va) / vb);
    add(slots.link[6 * n + 4]!, (-step * massByVa * va) / mb);
    add(slots.link[6 * n + 5]!, (-step * massByMa * ma) / mb);
  }
}

function copyUnknowns(from: StageUnknowns, to: StageUnknowns): void {
  to.volume.set(from.volume);
  to.mass.set(from.mass);
  to.pressure.set(from.pressure);
}

/**
 * Solves one stage in place.
 *
 * @param unknowns start values; hold the solution afterwards (unchanged when the stage fails).
 * @param step hγ in s.
 * @returns the number of Newton iterations, or −1 when it did not converge. `solver.flows` belongs to the solution.
 */
export function solveStage(
  solver: StageSolver,
  condition: BodyCondition,
  unknowns: StageUnknowns,
  baseVolume: Float64Array,
  baseMass: Float64Array,
  step: number,
  absorbed: Float64Array,
): number {
  const { body, flows, lu, residual, update, trial, start, restMass } = solver;
  const count = body.compartmentCount;
  const residualAt = (): number => {
    evaluateFlows(body, condition, trial.volume, trial.mass, trial.pressure, flows);
    return computeResidual(solver, trial, baseVolume, baseMass, step, absorbed);
  };
  copyUnknowns(unknowns, trial);
  let norm = residualAt();
  for (let iteration = 1; iteration <= maxIterations; iteration++) {
    if (norm < tolerance) {
      copyUnknowns(trial, unknowns);
      return iteration - 1;
    }
    assemble(solver, step, absorbed);
    if (!lu.factorise()) return -1;
    update.set(residual);
    lu.solve(update);
    let scale = 1;
    for (let k = 0; k < count; k++) {
      const limit = (largestVolumeStep * trial.volume[k]!) / body.volume[k]!;
      const size = Math.abs(update[2 * k]!);
      if (size > limit) scale = Math.min(scale, limit / size);
    }
    for (let n = 0; n < body.unknownCount; n++) {
      const size = Math.abs(update[2 * count + n]!);
      if (size > largestPressureStep) scale = Math.min(scale, largestPressureStep / size);
    }
    if (!Number.isFinite(scale)) return -1;
    copyUnknowns(trial, start);
    const before = norm;
    for (let tries = 0; ; tries++) {
      for (let k = 0; k < count; k++) {
        trial.volume[k] = start.volume[k]! - scale * update[2 * k]! * body.volume[k]!;
        trial.mass[k] = start.mass[k]! - scale * update[2 * k + 1]! * restMass[k]!;
      }
      for (let n = 0; n < body.unknownCount; n++) {
        trial.pressure[n] = start.pressure[n]! - scale * update[2 * count + n]! * pressureScale;
      }
      norm = residualAt();
      if (norm < before || tries === 5 || norm < tolerance) break;
      scale /= 2;
    }
    if (norm >= before && before < acceptable) {
      copyUnknowns(start, trial);
      norm = residualAt();
      copyUnknowns(trial, unknowns);
      return iteration;
    }
  }
  if (norm < acceptable) {
    copyUnknowns(trial, unknowns);
    return maxIterations;
  }
  return -1;
}
