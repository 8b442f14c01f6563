/**
 * A network as numbers: cells joined by flow paths, in structure-of-arrays form.
 *
 *   lymphangion j < n_L     V̇ = Σ Q_in − Σ Q_out          unknown u = V, m³
 *   compliant junction      V̇ = Σ Q_in − Σ Q_out          unknown u = V, m³,  p = V / C
 *   junction, node side     0 = Σ Q_in − Σ Q_out          unknown u = p, Pa
 *   reservoir               p given                       no unknown
 *   lagging valve           ξ̇ = g(P, R_s, ξ)              unknown ξ
 *
 * One state array holds the cells' unknowns [0, cells) and then the valve states [cells, size). Slots number the
 * cells and then the reservoirs, so that a flow path finds both its ends in one pressure array. The cells form a forest
 * (a tree once reservoirs are cut away): `order` lists them leaves first, `parent` is the next cell toward the root.
 */
import type { PacingArrays } from "../elements/activation.ts";
import type { ExternalArrays } from "../elements/external-pressure.ts";
import { evaluateWalls, type WallArrays } from "../elements/lymphangion.ts";
import { evaluateValve, type ValveArrays } from "../elements/valve.ts";

export interface System {
  readonly cells: number;
  readonly lymphangions: number;
  readonly slots: number;
  /** Length of the state: cells and valve states. */
  readonly size: number;
  readonly walls: WallArrays;
  readonly pacing: PacingArrays;
  readonly external: ExternalArrays;
  readonly valves: ValveArrays;
  /** 1 for a cell that stores volume, 0 for one whose unknown is a pressure. */
  readonly mass: Float64Array;
  /** ∂p/∂u of a cell that is no lymphangion: 1/C, or 1. */
  readonly stiffness: Float64Array;
  /** Slots at both ends of a flow path; positive flow runs from → to. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** Fixed series resistance of a path for forward and backward flow, Pa·s/m³. */
  readonly seriesForward: Float64Array;
  readonly seriesBackward: Float64Array;
  /** Index of the path's valve state in the state array, −1 without one. */
  readonly stateOf: Int32Array;
  /** Cells, leaves first; and for each cell its parent, −1 for a root. */
  readonly order: Int32Array;
  readonly parent: Int32Array;
  /** Scale of each unknown for error control: m³, Pa or 1. */
  readonly scale: Float64Array;
  readonly initial: Float64Array;
  /** By slot: pressure, half-segment resistance, and their derivatives. Reservoir pressures stand here for good. */
  readonly pressure: Float64Array;
  readonly resistance: Float64Array;
  readonly pressureByVolume: Float64Array;
  readonly pressureRate: Float64Array;
  /** By path: ∂Q/∂u at both ends, ∂Q/∂ξ in `valves`, ∂Q/∂t; and the same of the rate ξ̇. */
  readonly flowByFrom: Float64Array;
  readonly flowByTo: Float64Array;
  readonly flowRate: Float64Array;
  readonly stateByFrom: Float64Array;
  readonly stateByTo: Float64Array;
  readonly stateRate: Float64Array;
}

/** Pressures of all slots and flows of all paths (`system.valves.flow`, `.rate`) at a state and time. No allocation. */
export function evaluate(system: System, state: Float64Array, t: number, derivatives: boolean): void {
  const { cells, lymphangions, pressure, resistance, pressureByVolume, valves, from, to, stateOf } = system;
  evaluateWalls(system.walls, system.pacing, system.external, state, t, derivatives, system);
  for (let k = lymphangions; k < cells; k++) {
    const stiffness = system.stiffness[k]!;
    pressure[k] = state[k]! * stiffness;
    pressureByVolume[k] = stiffness;
  }
  for (let e = 0; e < valves.count; e++) {
    const a = from[e]!;
    const b = to[e]!;
    const drop = pressure[a]! - pressure[b]!;
    const fixed = drop >= 0 ? system.seriesForward[e]! : system.seriesBackward[e]!;
    const s = stateOf[e]!;
    const xi = s < 0 ? 0 : state[s]!;
    evaluateValve(valves, e, drop, fixed + resistance[a]! + resistance[b]!, xi, derivatives);
  }
  if (derivatives) differentiate(system, state);
}

/** The chain rule from P and R_s to the unknowns at both ends of each path. */
function differentiate(system: System, state: Float64Array): void {
  const { lymphangions, resistance, pressureByVolume, pressureRate, valves, from, to } = system;
  for (let e = 0; e < valves.count; e++) {
    const a = from[e]!;
    const b = to[e]!;
    const gapByFrom = pressureByVolume[a]!;
    const gapByTo = -pressureByVolume[b]!;
    // r = c / V², so ∂r/∂V = −2r / V; junctions and reservoirs have no r.
    const seriesByFrom = a < lymphangions ? (-2 * resistance[a]!) / state[a]! : 0;
    const seriesByTo = b < lymphangions ? (-2 * resistance[b]!) / state[b]! : 0;
    const gapRate = pressureRate[a]! - pressureRate[b]!;
    const byPressure = valves.byPressure[e]!;
    const byResistance = valves.byResistance[e]!;
    system.flowByFrom[e] = byPressure * gapByFrom + byResistance * seriesByFrom;
    system.flowByTo[e] = byPressure * gapByTo + byResistance * seriesByTo;
    system.flowRate[e] = byPressure * gapRate;
    const rateByPressure = valves.rateByPressure[e]!;
    const rateByResistance = valves.rateByResistance[e]!;
    system.stateByFrom[e] = rateByPressure * gapByFrom + rateByResistance * seriesByFrom;
    system.stateByTo[e] = rateByPressure * gapByTo + rateByResistance * seriesByTo;
    system.stateRate[e] = rateByPressure * gapRate;
  }
}

/** Right-hand side from the last `evaluate`: net flow into each cell, rate of each valve state. */
export function rightHandSide(system: System, out: Float64Array): void {
  const { cells, size, valves, from, to, stateOf } = system;
  out.fill(0, 0, size);
  for (let e = 0; e < valves.count; e++) {
    const a = from[e]!;
    const b = to[e]!;
    const flow = valves.flow[e]!;
    if (a < cells) out[a]! -= flow;
    if (b < cells) out[b]! += flow;
    const s = stateOf[e]!;
    if (s >= 0) out[s] = valves.rate[e]!;
  }
}

/** Whether a state can be evaluated at all: finite, every lymphangion with a volume above zero. */
export function isAdmissible(system: System, state: Float64Array): boolean {
  for (let k = 0; k < system.size; k++) {
    const value = state[k]!;
    if (k < system.lymphangions ? !(value > 0 && value < 1) : !(Math.abs(value) < 1e300)) return false;
  }
  return true;
}
