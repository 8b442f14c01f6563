/**
 * Places without volume: junctions and lymph nodes, whose pressure is the one at which all flows sum to zero.
 *
 *   junction   F(p) = Σ_in Q(p) − Σ_out Q(p) = 0
 *   node       afferent side a, efferent side b, joined by R:   q = F_a(p_a),   p_b = p_a − R q,   F_b(p_b) + q = 0
 *
 * Either is one equation in one pressure whose left side falls with it wherever every valve law has one answer: as p_a
 * rises, q falls and p_b rises. So that every method sees a system of ordinary equations, the pressure is found at every
 * stage: Newton's method with the derivative of each path's own flow, kept in the bracket of the pressures around; the
 * middle of the bracket wherever Newton leaves it or dawdles. All places are iterated together, at most 60 times.
 */
import type { PathGroup } from "../elements/flow-paths.ts";
import type { System } from "./system.ts";

/** Paths at one side of each place: those of place i are paths[start[i]] to paths[start[i + 1] − 1]; sign +1 into it. */
export interface PathsAt {
  readonly start: Int32Array;
  readonly paths: Int32Array;
  readonly sign: Int8Array;
  /** The groups of these paths. */
  readonly groups: readonly PathGroup[];
}

export interface FreePlaces {
  /** The junction, or the afferent side of the node. */
  readonly cells: Int32Array;
  /** The efferent side, and the path between; −1 for a junction. */
  readonly behind: Int32Array;
  readonly link: Int32Array;
  readonly at: PathsAt;
  readonly atBehind: PathsAt;
  /** The groups of all paths at no such place. */
  readonly apart: readonly PathGroup[];
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** Net flow into the place and its fall with the pressure, and the same of the side behind. */
  readonly net: Float64Array;
  readonly fall: Float64Array;
  readonly size: Float64Array;
  /** Pressure found last, Pa: the next search starts there. */
  readonly guess: Float64Array;
}

const mostIterations = 60;

/** Imbalance, as a share of what flows, at which one linear correction leaves none that could be told from rounding. */
const nearlyBalanced = 1e-8;

let iterations = 0;

/** Iterations of the last `balanceFreePlaces`, for tests. */
export function lastBalanceIterations(): number {
  return iterations;
}

function widen({ low, high }: FreePlaces, i: number, far: number): void {
  if (far < low[i]!) low[i] = far;
  if (far > high[i]!) high[i] = far;
}

/** The bracket of each place: all pressures around, with the weight of the columns. */
function bracket(system: System, side: PathsAt): void {
  const { free, pressure, from, to, head } = system;
  for (let i = 0; i < free.cells.length; i++) {
    for (let n = side.start[i]!; n < side.start[i + 1]!; n++) {
      const e = side.paths[n]!;
      widen(free, i, side.sign[n]! > 0 ? pressure[from[e]!]! + head[e]! : pressure[to[e]!]! - head[e]!);
    }
  }
}

/** Flows through the paths of one side at the present pressures; net flow, fall and size of each place added up. */
function sumFlows(system: System, state: Float64Array, side: PathsAt): void {
  const { free, flow, pressure, resistance, seriesForward, seriesBackward, from, to, head } = system;
  const { net, fall, size } = free;
  const { start, paths, sign, groups } = side;
  for (let n = 0; n < paths.length; n++) {
    const e = paths[n]!;
    const a = from[e]!;
    const b = to[e]!;
    const drop = pressure[a]! - pressure[b]! + head[e]!;
    flow.gap[e] = drop;
    flow.series[e] = (drop >= 0 ? seriesForward[e]! : seriesBackward[e]!) + resistance[a]! + resistance[b]!;
  }
  for (let g = 0; g < groups.length; g++) groups[g]!.evaluate(flow, state, true);
  for (let i = 0; i < free.cells.length; i++) {
    // A junction has no side behind: what was added up before it stays.
    if (start[i] === start[i + 1]) continue;
    let sum = 0;
    let all = 0;
    let slope = 0;
    for (let n = start[i]!; n < start[i + 1]!; n++) {
      const e = paths[n]!;
      const q = flow.flow[e]!;
      sum += sign[n]! * q;
      all += Math.abs(q);
      slope += flow.byGap[e]!;
    }
    net[i] = sum;
    fall[i] = slope;
    size[i] = all;
  }
}

/** The flows at one side of place i after its pressure moved by so little that their derivatives tell the change. */
function correct({ flow }: System, side: PathsAt, i: number, move: number): void {
  for (let n = side.start[i]!; n < side.start[i + 1]!; n++) {
    const e = side.paths[n]!;
    flow.flow[e]! -= side.sign[n]! * flow.byGap[e]! * move;
  }
}

/**
 * Finds the pressures (written into `state`) and flows at places without volume; `evaluatePressures` and the groups
 * apart have been evaluated. @returns false when no balance was found.
 */
export function balanceFreePlaces(system: System, state: Float64Array): boolean {
  const { free, flow, pressure, seriesForward } = system;
  const { cells, behind, link, at, atBehind, low, high, net, fall, size, guess } = free;
  low.fill(Number.POSITIVE_INFINITY);
  high.fill(Number.NEGATIVE_INFINITY);
  bracket(system, at);
  bracket(system, atBehind);
  for (let i = 0; i < cells.length; i++) pressure[cells[i]!] = Math.min(Math.max(guess[i]!, low[i]!), high[i]!);
  for (iterations = 1; iterations <= mostIterations; iterations++) {
    sumFlows(system, state, at);
    for (let i = 0; i < cells.length; i++) {
      const e = link[i]!;
      if (e < 0) continue;
      // What enters the node, and the pressure it leaves behind.
      flow.flow[e] = net[i]!;
      flow.byGap[e] = fall[i]!;
      pressure[behind[i]!] = pressure[cells[i]!]! - seriesForward[e]! * net[i]!;
    }
    if (atBehind.paths.length > 0) sumFlows(system, state, atBehind);
    let settled = true;
    for (let i = 0; i < cells.length; i++) {
      const k = cells[i]!;
      const e = link[i]!;
      let excess = net[i]!;
      let slope = fall[i]!;
      let all = size[i]!;
      if (e >= 0) {
        const through = flow.flow[e]!;
        const fallBefore = flow.byGap[e]!;
        excess += through;
        slope = slope * (1 + seriesForward[e]! * fallBefore) + fallBefore;
        all += Math.abs(through);
      }
      const p = pressure[k]!;
      if (excess > 0) low[i] = p;
      else high[i] = p;
      let next = p + excess / slope;
      const width = high[i]! - low[i]!;
      if (Math.abs(excess) <= nearlyBalanced * all || width <= 1e-14 * (Math.abs(low[i]!) + Math.abs(high[i]!))) {
        // The move itself, not a difference of pressures: behind a node that is all but shut the least one counts.
        const move = excess / slope;
        const room = e < 0 ? Math.max(width, 1e-9 * (Math.abs(p) + 1)) : Number.POSITIVE_INFINITY;
        finish(system, i, Math.abs(move) <= room ? move : 0);
        continue;
      }
      settled = false;
      if (iterations % 4 === 0 || !(next > low[i]! && next < high[i]!)) next = 0.5 * (low[i]! + high[i]!);
      pressure[k] = next;
    }
    if (settled) break;
  }
  for (let i = 0; i < cells.length; i++) {
    guess[i] = pressure[cells[i]!]!;
    state[cells[i]!] = pressure[cells[i]!]!;
    if (behind[i]! >= 0) state[behind[i]!] = pressure[behind[i]!]!;
  }
  return iterations <= mostIterations;
}

/** Moves place i by the last small correction, and its flows and the side behind with it. */
function finish(system: System, i: number, move: number): void {
  const { free, flow, pressure, seriesForward } = system;
  const { cells, behind, link, at, atBehind } = free;
  pressure[cells[i]!]! += move;
  correct(system, at, i, move);
  const e = link[i]!;
  if (e < 0) return;
  const fallBefore = flow.byGap[e]!;
  flow.flow[e]! -= fallBefore * move;
  const moveBehind = move * (1 + seriesForward[e]! * fallBefore);
  pressure[behind[i]!]! += moveBehind;
  correct(system, atBehind, i, moveBehind);
  flow.gap[e] = pressure[cells[i]!]! - pressure[behind[i]!]!;
  flow.series[e] = seriesForward[e]!;
  flow.byGap[e] = 1 / seriesForward[e]!;
}
