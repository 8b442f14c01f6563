/**
 * One implicit stage: (V, M, P) with  V = base + hγ V′,  M = base + hγ M′,  out = (1 − a) in  at every junction; the plasma
 * follows from what the tissues hold (plasma.ts).
 *
 * Newton with the analytic Jacobian (jacobian.ts), kept while it serves, in scaled unknowns (V/V0, M/M0, P/mmHg), a fixed elimination order, limited
 * steps (|ΔV| ≤ 0.3 V, |ΔP| ≤ 15 mmHg) and a residual line search, which the corner of the pressure–volume curve needs.
 */
import type { BodyCondition } from "./condition.ts";
import { evaluateFlows, type Flows, makeFlows } from "./flows.ts";
import type { WholeBody } from "./invert.ts";
import { assembleJacobian, type Jacobian, makeJacobian, pressureScale, type Scales } from "./jacobian.ts";
import {
  applyBorder,
  borderColumns,
  feelPlasma,
  healthyPlasma,
  makePlasmaBorder,
  type Plasma,
  type PlasmaBorder,
  stagePlasma,
} from "./plasma.ts";

const largestPressureStep = 15;
const largestVolumeStep = 0.3;
/** A stage that gets no nearer is taken with this many times the residual it should end with. */
const acceptable = 10;
/** Below this a stage is solved before it begins; otherwise one iteration at least keeps long steps from amplifying noise. */
const atRest = 1e-15;
const maxIterations = 30;
/** A Jacobian is used again as long as an iteration leaves no more than this share of the residual. */
const fastEnough = 0.1;

/** Everything one run needs to solve stages; made once. */
export interface StageSolver {
  readonly body: WholeBody;
  /** Largest scaled residual a stage may end with; what is left of the nodes' balance is closed afterwards (close-balance.ts). */
  readonly tolerance: number;
  readonly flows: Flows;
  readonly jacobian: Jacobian;
  readonly residual: Float64Array;
  readonly update: Float64Array;
  readonly trial: StageUnknowns;
  readonly start: StageUnknowns;
  readonly scales: Scales;
  readonly border: PlasmaBorder;
  readonly gained: Plasma;
}

export interface StageUnknowns {
  readonly volume: Float64Array;
  readonly mass: Float64Array;
  readonly pressure: Float64Array;
  readonly plasma: Plasma;
}

/** Where a stage begins: V and M are base + hγ × their rates. */
export interface StageBase {
  readonly volume: Float64Array;
  readonly mass: Float64Array;
  readonly plasma: Plasma;
}

export function makeStageBase(body: WholeBody): StageBase {
  return {
    volume: new Float64Array(body.compartmentCount),
    mass: new Float64Array(body.compartmentCount),
    plasma: healthyPlasma(body),
  };
}

export function makeUnknowns(body: WholeBody): StageUnknowns {
  return {
    volume: new Float64Array(body.compartmentCount),
    mass: new Float64Array(body.compartmentCount),
    pressure: new Float64Array(body.junctionIds.length),
    plasma: healthyPlasma(body),
  };
}

export function makeStageSolver(body: WholeBody, tolerance: number): StageSolver {
  const largest = body.inflow.reduce((a, b) => Math.max(a, b), 0);
  const jacobian = makeJacobian(body);
  return {
    body,
    tolerance,
    flows: makeFlows(body),
    jacobian,
    residual: new Float64Array(jacobian.lu.size),
    update: new Float64Array(jacobian.lu.size),
    trial: makeUnknowns(body),
    start: makeUnknowns(body),
    scales: {
      restMass: body.volume.map((v, k) => v * body.protein[k]!),
      inflow: body.inflow.map((q) => Math.max(q, 1e-3 * largest)),
    },
    border: makePlasmaBorder(jacobian.lu.size),
    gained: { volume: 0, protein: 0 },
  };
}

/** Writes the scaled residual of a stage into `solver.residual` and gives its largest entry; the flows must belong to `unknowns`. */
export function computeResidual(
  solver: StageSolver,
  unknowns: StageUnknowns,
  base: StageBase,
  step: number,
  absorbed: Float64Array,
): number {
  const { body, flows, residual } = solver;
  const { restMass, inflow: inflowScale } = solver.scales;
  const count = body.compartmentCount;
  let largest = 0;
  let sum = 0;
  for (let k = 0; k < count; k++) {
    const rv = (unknowns.volume[k]! - base.volume[k]! - step * flows.volumeRate[k]!) / body.volume[k]!;
    const rm = (unknowns.mass[k]! - base.mass[k]! - step * flows.massRate[k]!) / restMass[k]!;
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

function copyUnknowns(from: StageUnknowns, to: StageUnknowns): void {
  to.volume.set(from.volume);
  to.mass.set(from.mass);
  to.pressure.set(from.pressure);
  to.plasma.volume = from.plasma.volume;
  to.plasma.protein = from.plasma.protein;
}

/** The plasma that belongs to what the tissues hold, and what the capillaries feel of it. */
export function followPlasma(solver: StageSolver, unknowns: StageUnknowns, base: StageBase, step: number): void {
  const { body, flows, gained } = solver;
  gained.volume = 0;
  gained.protein = 0;
  for (let k = 0; k < body.compartmentCount; k++) {
    gained.volume += unknowns.volume[k]! - base.volume[k]!;
    gained.protein += unknowns.mass[k]! - base.mass[k]!;
  }
  stagePlasma(body, base.plasma, gained, step, unknowns.plasma);
  feelPlasma(body, unknowns.plasma, flows.blood);
}

/**
 * Solves one stage in place.
 *
 * @param unknowns start values; hold the solution afterwards (unchanged when the stage fails).
 * @param step hγ in s.
 * @param keepJacobian begin with the Jacobian of the last call, which must have been for the same step.
 * @returns the number of Newton iterations, or −1 when it did not converge. `solver.flows` belongs to the solution.
 */
export function solveStage(
  solver: StageSolver,
  condition: BodyCondition,
  unknowns: StageUnknowns,
  base: StageBase,
  step: number,
  absorbed: Float64Array,
  keepJacobian = false,
): number {
  const { body, tolerance, flows, jacobian, residual, update, trial, start, scales, border } = solver;
  const felt = body.parameters.plasmaFeedback > 0;
  const { lu } = jacobian;
  const count = body.compartmentCount;
  const residualAt = (): number => {
    if (felt) followPlasma(solver, trial, base, step);
    evaluateFlows(body, condition, trial.volume, trial.mass, trial.pressure, flows);
    return computeResidual(solver, trial, base, step, absorbed);
  };
  copyUnknowns(unknowns, trial);
  let norm = residualAt();
  let stale = !keepJacobian;
  for (let iteration = 1; iteration <= maxIterations; iteration++) {
    if (norm < (iteration === 1 ? atRest : tolerance)) {
      copyUnknowns(trial, unknowns);
      return iteration - 1;
    }
    const fresh = stale;
    if (fresh) {
      assembleJacobian(body, jacobian, flows, trial.volume, scales, step, absorbed);
      if (!lu.factorise()) return -1;
      if (felt) borderColumns(body, lu, flows, trial.plasma, scales, step, border);
    }
    update.set(residual);
    lu.solve(update);
    if (felt) applyBorder(body, scales, border, update);
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
        trial.mass[k] = start.mass[k]! - scale * update[2 * k + 1]! * scales.restMass[k]!;
      }
      for (let n = 0; n < body.unknownCount; n++) {
        trial.pressure[n] = start.pressure[n]! - scale * update[2 * count + n]! * pressureScale;
      }
      norm = residualAt();
      if (norm < before || tries === 5 || norm < tolerance || !fresh) break;
      scale /= 2;
    }
    stale = norm > fastEnough * before;
    if (!fresh && norm >= before) {
      // The old Jacobian led astray: go back and ask for a new one.
      copyUnknowns(start, trial);
      norm = residualAt();
      continue;
    }
    if (norm >= before && before < acceptable * tolerance) {
      copyUnknowns(start, trial);
      norm = residualAt();
      copyUnknowns(trial, unknowns);
      return iteration;
    }
  }
  if (norm < acceptable * tolerance) {
    copyUnknowns(trial, unknowns);
    return maxIterations;
  }
  return -1;
}
