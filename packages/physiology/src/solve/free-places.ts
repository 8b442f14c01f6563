/**
 * Places without volume: junctions and node sides whose pressure is the one at which all flows sum to zero.
 *
 *   F(p) = Σ_in Q(p) − Σ_out Q(p) = 0        F falls with p wherever every valve law has one answer
 *
 * Linearly implicit methods carry p as an unknown. An explicit method needs p itself at every stage: Newton's method with
 * the derivative of each path's own flow, kept in the bracket of the pressures around; the middle of the bracket wherever
 * Newton leaves it or dawdles. All places are iterated together. At most 60 iterations.
 */
import type { PathGroup } from "../elements/flow-paths.ts";
import type { System } from "./system.ts";

export interface FreePlaces {
  /** Their cells. */
  readonly cells: Int32Array;
  /** Paths at each place: those of place i are paths[start[i]] to paths[start[i + 1] − 1], sign +1 into the place. */
  readonly start: Int32Array;
  readonly paths: Int32Array;
  readonly sign: Int8Array;
  /** The groups of paths at places without volume, and of all others. */
  readonly beside: readonly PathGroup[];
  readonly apart: readonly PathGroup[];
  /** Name of two places without volume that are joined by one path: only an implicit method can run such a network. */
  readonly joined: string | undefined;
  /** ∂r/∂V by slot, room for the chain rule. */
  readonly seriesByVolume: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** Pressure found last, Pa: the next search starts there. */
  readonly guess: Float64Array;
}

/** Imbalance, as a share of what flows, at which one linear correction leaves none that could be told from rounding. */
const nearlyBalanced = 1e-8;

const mostIterations = 60;
let iterations = 0;

/** Iterations of the last `balanceFreePlaces`, for tests. */
export function lastBalanceIterations(): number {
  return iterations;
}

/** Path e as seen from a place: the far end, and the far pressure with the weight of the column. */
function farPressure(system: System, e: number, sign: number): number {
  return sign > 0
    ? system.pressure[system.from[e]!]! + system.head[e]!
    : system.pressure[system.to[e]!]! - system.head[e]!;
}

/** The flows at place i after its pressure moved by so little that their derivatives tell the change. */
function correct({ free, flow }: System, i: number, move: number): void {
  for (let n = free.start[i]!; n < free.start[i + 1]!; n++) {
    const e = free.paths[n]!;
    flow.flow[e]! -= free.sign[n]! * flow.byGap[e]! * move;
  }
}

/**
 * Finds the pressures (written into `state`) and flows at places without volume; `evaluatePressures` and the groups
 * apart have been evaluated. @returns false when no balance was found.
 */
export function balanceFreePlaces(system: System, state: Float64Array): boolean {
  const { free, flow, pressure, resistance, seriesForward, seriesBackward } = system;
  const { cells, start, paths, sign, low, high, guess } = free;
  for (let i = 0; i < cells.length; i++) {
    let least = Number.POSITIVE_INFINITY;
    let most = Number.NEGATIVE_INFINITY;
    for (let n = start[i]!; n < start[i + 1]!; n++) {
      const far = farPressure(system, paths[n]!, sign[n]!);
      if (far < least) least = far;
      if (far > most) most = far;
    }
    low[i] = least;
    high[i] = most;
    const k = cells[i]!;
    pressure[k] = Math.min(Math.max(guess[i]!, least), most);
  }
  for (iterations = 1; iterations <= mostIterations; iterations++) {
    for (let n = 0; n < paths.length; n++) {
      const e = paths[n]!;
      const a = system.from[e]!;
      const b = system.to[e]!;
      const drop = pressure[a]! - pressure[b]! + system.head[e]!;
      flow.gap[e] = drop;
      flow.series[e] = (drop >= 0 ? seriesForward[e]! : seriesBackward[e]!) + resistance[a]! + resistance[b]!;
    }
    for (const group of free.beside) group.evaluate(flow, state, true);
    let settled = true;
    for (let i = 0; i < cells.length; i++) {
      const k = cells[i]!;
      let net = 0;
      let size = 0;
      let conductance = 0;
      for (let n = start[i]!; n < start[i + 1]!; n++) {
        const e = paths[n]!;
        const q = flow.flow[e]!;
        net += sign[n]! * q;
        size += Math.abs(q);
        conductance += flow.byGap[e]!;
      }
      const p = pressure[k]!;
      if (net > 0) low[i] = p;
      else high[i] = p;
      const width = high[i]! - low[i]!;
      let next = p + net / conductance;
      if (Math.abs(net) <= nearlyBalanced * size || width <= 1e-14 * (Math.abs(low[i]!) + Math.abs(high[i]!))) {
        correct(system, i, next - p);
        pressure[k] = next;
        continue;
      }
      settled = false;
      const half = iterations % 4 === 0;
      if (half || !(next > low[i]! && next < high[i]!)) next = 0.5 * (low[i]! + high[i]!);
      pressure[k] = next;
    }
    if (settled) break;
  }
  for (let i = 0; i < cells.length; i++) {
    const p = pressure[cells[i]!]!;
    guess[i] = p;
    state[cells[i]!] = p;
  }
  return iterations <= mostIterations;
}
