/**
 * A network as numbers: cells joined by flow paths, in structure-of-arrays form.
 *
 *   lymphangion j < n_L     V̇ = Σ Q_in − Σ Q_out          unknown u = V, m³
 *   compliant junction      V̇ = Σ Q_in − Σ Q_out          unknown u = V, m³,  p = V / C
 *   tissue                  V̇ = Σ Q_in − Σ Q_out          unknown u = V, m³,  p = p(V) + p_e
 *   junction, node side     0 = Σ Q_in − Σ Q_out          u = p, Pa: found at every evaluation, see free-places.ts
 *   reservoir               p given                       no unknown
 *   valve with a state      ξ̇ = g(P, R_s, ξ, p_tm)        unknown ξ
 *
 * One state array holds the cells' unknowns [0, cells) and then the valve states [cells, size). Slots number the
 * cells and then the reservoirs, so that a flow path finds both its ends in one pressure array. What changes slowly
 * (shear, pacemakers, swelling, solutes) is not in the state: see slow.ts.
 */
import type { Activation } from "../elements/activation.ts";
import type { CollapsingWalls } from "../elements/collapse.ts";
import type { FlowPaths, PathGroup } from "../elements/flow-paths.ts";
import { evaluateWalls, type WallArrays } from "../elements/lymphangion.ts";
import type { Elimination } from "./elimination.ts";
import { balanceFreePlaces, type FreePlaces } from "./free-places.ts";
import type { SlowProcess } from "./slow.ts";
import type { Transport } from "./transport.ts";

export interface System {
  readonly cells: number;
  readonly lymphangions: number;
  readonly slots: number;
  /** Length of the state: cells and valve states. */
  readonly size: number;
  readonly walls: WallArrays;
  readonly activation: Activation;
  /** Writes `activation` for a time. */
  readonly pace: (t: number, derivatives: boolean) => void;
  /** Pressure on the outside of lymphangions and tissue, Pa by slot, and its rate. */
  readonly outside: Float64Array;
  readonly outsideRate: Float64Array;
  /** Writes `outside` and `outsideRate` for a time; absent where they never change. */
  readonly press?: ((t: number) => void) | undefined;
  /** Writes pressure (without the outside) and stiffness of cells whose pressure is no multiple of their volume. */
  /** Cells of tissue, whose volume stays above zero. */
  readonly tissues?: Int32Array | undefined;
  readonly compartments?: ((state: Float64Array, pressure: Float64Array, byVolume: Float64Array) => void) | undefined;
  readonly flow: FlowPaths;
  readonly groups: readonly PathGroup[];
  /** Slots at both ends of a flow path; positive flow runs from → to. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** The path that leads into each lymphangion, and the one that leads out of it. */
  readonly inflow: Int32Array;
  readonly outflow: Int32Array;
  /** Paths that lead to or from another cell than a lymphangion. */
  readonly placed: Int32Array;
  /** ρ g (z_from − z_to) of a path, Pa. */
  readonly head: Float64Array;
  /** Fixed series resistance of a path for forward and backward flow, Pa·s/m³. */
  readonly seriesForward: Float64Array;
  readonly seriesBackward: Float64Array;
  /** Paths where the two differ. */
  readonly directed: Int32Array;
  /** Lymphangion whose distension a path's valve feels, −1 for none; absent where no valve asks. */
  readonly distendedBy?: Int32Array | undefined;
  /** 1 for a cell that stores volume, 0 for one whose unknown is a pressure. */
  readonly mass: Float64Array;
  /** ∂p/∂u of a cell that is neither lymphangion nor compartment: 1/C, or 1. */
  readonly stiffness: Float64Array;
  readonly elimination: Elimination;
  /** Places without volume, and what is needed to find their pressures. */
  readonly free: FreePlaces;
  /** Paths that lead to or from a reservoir. */
  readonly ends: Int32Array;
  /** Scale of each unknown for error control: m³, Pa or 1. */
  readonly scale: Float64Array;
  readonly initial: Float64Array;
  /** By slot: pressure, half-segment resistance, and their derivatives. Reservoir pressures stand here for good. */
  readonly pressure: Float64Array;
  readonly resistance: Float64Array;
  readonly pressureByVolume: Float64Array;
  readonly pressureRate: Float64Array;
  readonly resistanceByVolume: Float64Array;
  /** ∂r/∂t at constant volume, by slot; absent where no wall folds. */
  readonly resistanceRate?: Float64Array | undefined;
  /** By path: ∂Q/∂u at both ends, ∂Q/∂t; and the same of the rate ξ̇. */
  readonly flowByFrom: Float64Array;
  readonly flowByTo: Float64Array;
  readonly flowRate: Float64Array;
  /** ∂Q/∂ξ and ∂ξ̇/∂ξ at the start of a step: those in `flow` move on where places without volume are balanced. */
  readonly flowByState: Float64Array;
  readonly stateByState: Float64Array;
  readonly stateByFrom: Float64Array;
  readonly stateByTo: Float64Array;
  readonly stateRate: Float64Array;
  readonly slow: readonly SlowProcess[];
  readonly transport?: Transport | undefined;
  /** Name of an unknown, for messages. */
  readonly nameOf: (unknown: number) => string;
}

/** Pressures of all slots at a state and time, and what each path is given. */
export function evaluatePressures(system: System, state: Float64Array, t: number, derivatives: boolean): void {
  const { cells, lymphangions, pressure, resistance, pressureByVolume, flow, from, to, outside } = system;
  system.pace(t, derivatives);
  system.press?.(t);
  evaluateWalls(system.walls, system.activation, outside, system.outsideRate, state, derivatives, system);
  for (let k = lymphangions; k < cells; k++) {
    const stiffness = system.stiffness[k]!;
    pressure[k] = state[k]! * stiffness;
    pressureByVolume[k] = stiffness;
  }
  if (system.compartments !== undefined) {
    system.compartments(state, pressure, pressureByVolume);
    for (let k = lymphangions; k < cells; k++) {
      pressure[k]! += outside[k]!;
      system.pressureRate[k] = system.outsideRate[k]!;
    }
  }
  const { gap, series } = flow;
  const { head, seriesForward, seriesBackward } = system;
  for (let e = 0; e < flow.count; e++) {
    const a = from[e]!;
    const b = to[e]!;
    gap[e] = pressure[a]! - pressure[b]! + head[e]!;
    series[e] = seriesForward[e]! + resistance[a]! + resistance[b]!;
  }
  const { directed, distendedBy } = system;
  for (let n = 0; n < directed.length; n++) {
    const e = directed[n]!;
    if (gap[e]! < 0) series[e] = seriesBackward[e]! + resistance[from[e]!]! + resistance[to[e]!]!;
  }
  if (distendedBy === undefined) return;
  for (let e = 0; e < flow.count; e++) {
    const j = distendedBy[e]!;
    if (j >= 0) flow.distension[e] = pressure[j]! - outside[j]!;
  }
}

/**
 * Pressures of all slots and flows of all paths (`system.flow.flow`, `.rate`) at a state and time; the pressures of places
 * without volume are found and written into the state. No allocation. @returns false when a place found no balance.
 */
export function evaluate(system: System, state: Float64Array, t: number, derivatives: boolean): boolean {
  const { free, flow } = system;
  evaluatePressures(system, state, t, derivatives);
  let balanced = true;
  if (free.cells.length === 0) for (const group of system.groups) group.evaluate(flow, state, derivatives);
  else {
    for (const group of free.apart) group.evaluate(flow, state, derivatives);
    balanced = balanceFreePlaces(system, state);
  }
  if (derivatives) differentiate(system);
  return balanced;
}

/** The chain rule from P, R_s and p_tm to the unknowns at both ends of each path. */
function differentiate(system: System): void {
  const { lymphangions, resistance, pressureByVolume, pressureRate, flow, from, to, distendedBy, walls } = system;
  const { byGap, bySeries, rateByGap, rateBySeries, rateByDistension, stateOf } = flow;
  const { resistanceByVolume, resistanceRate } = system;
  for (let j = 0; j < lymphangions; j++) {
    // r ∝ 1/V², so ∂r/∂V = −2r/V, and 1/V = (4/πL) / D² with D⁴ from r itself.
    const square = Math.sqrt(walls.poiseuille[j]! / resistance[j]!);
    resistanceByVolume[j] = (-2 * resistance[j]! * walls.squareDiameterPerVolume[j]!) / square;
  }
  if (walls.collapsing !== undefined) differentiateFolds(system, walls.collapsing);
  for (let e = 0; e < flow.count; e++) {
    const a = from[e]!;
    const b = to[e]!;
    const gapByFrom = pressureByVolume[a]!;
    const gapByTo = -pressureByVolume[b]!;
    const seriesByFrom = resistanceByVolume[a]!;
    const seriesByTo = resistanceByVolume[b]!;
    const gapRate = pressureRate[a]! - pressureRate[b]!;
    const seriesRate = resistanceRate === undefined ? 0 : resistanceRate[a]! + resistanceRate[b]!;
    system.flowByFrom[e] = byGap[e]! * gapByFrom + bySeries[e]! * seriesByFrom;
    system.flowByTo[e] = byGap[e]! * gapByTo + bySeries[e]! * seriesByTo;
    system.flowRate[e] = byGap[e]! * gapRate + bySeries[e]! * seriesRate;
    if (stateOf[e]! < 0) continue;
    system.flowByState[e] = flow.byState[e]!;
    system.stateByState[e] = flow.rateByState[e]!;
    system.stateByFrom[e] = rateByGap[e]! * gapByFrom + rateBySeries[e]! * seriesByFrom;
    system.stateByTo[e] = rateByGap[e]! * gapByTo + rateBySeries[e]! * seriesByTo;
    system.stateRate[e] = rateByGap[e]! * gapRate + rateBySeries[e]! * seriesRate;
    const j = distendedBy === undefined ? -1 : distendedBy[e]!;
    if (j < 0) continue;
    const squeeze = rateByDistension[e]!;
    if (j === a) system.stateByFrom[e]! += squeeze * pressureByVolume[j]!;
    else system.stateByTo[e]! += squeeze * pressureByVolume[j]!;
    system.stateRate[e]! += squeeze * (pressureRate[j]! - system.outsideRate[j]!);
  }
}

/** Derivatives of the resistance of walls that fold, which r ∝ 1/V² does not give. */
function differentiateFolds(system: System, { cells, resistanceByVolume, resistanceRate }: CollapsingWalls): void {
  for (let i = 0; i < cells.length; i++) {
    system.resistanceByVolume[cells[i]!] = resistanceByVolume[i]!;
    system.resistanceRate![cells[i]!] = resistanceRate[i]!;
  }
}

/**
 * out = base + what the volumes `passed` by the paths bring to each cell, 0 where there is no volume; and to each valve
 * state what it `turned`, by path. `base` is absent for zero.
 */
export function deliver(
  system: System,
  base: Float64Array | undefined,
  passed: Float64Array,
  turned: Float64Array,
  out: Float64Array,
): void {
  const { cells, lymphangions, size, flow, from, to, mass, inflow, outflow, placed } = system;
  if (base === undefined) {
    for (let j = 0; j < lymphangions; j++) out[j] = passed[inflow[j]!]! - passed[outflow[j]!]!;
    for (let k = lymphangions; k < size; k++) out[k] = 0;
  } else {
    for (let j = 0; j < lymphangions; j++) out[j] = base[j]! + (passed[inflow[j]!]! - passed[outflow[j]!]!);
    for (let k = lymphangions; k < size; k++) out[k] = base[k]!;
  }
  for (let i = 0; i < placed.length; i++) {
    const e = placed[i]!;
    const a = from[e]!;
    const b = to[e]!;
    if (a >= lymphangions && a < cells) out[a]! -= mass[a]! * passed[e]!;
    if (b >= lymphangions && b < cells) out[b]! += mass[b]! * passed[e]!;
  }
  if (size === cells) return;
  const { stateOf } = flow;
  for (let e = 0; e < flow.count; e++) if (stateOf[e]! >= 0) out[stateOf[e]!]! += turned[e]!;
}

/** What the searches for valve drops and junction pressures start from: from the same bits they find the same bits. */
export function searchStart({ flow, free }: System): readonly Float64Array[] {
  return [flow.drop, flow.tangent, free.guess, free.at.tangent, free.atBehind.tangent];
}

/** Whether a state can be evaluated at all: finite, every lymphangion and tissue with a volume above zero. */
export function isAdmissible(system: System, state: Float64Array): boolean {
  const { lymphangions, size, tissues } = system;
  for (let k = 0; k < lymphangions; k++) {
    const value = state[k]!;
    if (!(value > 0 && value < 1)) return false;
  }
  for (let k = lymphangions; k < size; k++) if (!(Math.abs(state[k]!) < 1e300)) return false;
  if (tissues !== undefined) for (let i = 0; i < tissues.length; i++) if (!(state[tissues[i]!]! > 0)) return false;
  return true;
}
