/**
 * Places without volume: junctions and lymph nodes, whose pressure is the one at which all flows sum to zero.
 *
 *   junction   F(p) = Σ_in Q(p) − Σ_out Q(p) = 0
 *   node       afferent side a, efferent side b, joined by R:   q = F_a(p_a),   p_b = p_a − R q,   F_b(p_b) + q = 0
 *
 * Either is one equation in one pressure whose left side falls with it wherever every valve law has one answer: as p_a
 * rises, q falls and p_b rises. So that every method sees a system of ordinary equations, the pressure is found at every
 * stage: Newton's method with the derivative of each path's own flow, kept in the bracket of the pressures around; the
 * middle of the bracket wherever Newton leaves it or does not halve the imbalance. The first step takes the flows from the
 * tangents of the last balance, and needs no valve to be solved. All places that have not found theirs are iterated
 * together, at most 60 times.
 */
import type { PathGroup } from "../elements/flow-paths.ts";
import type { System } from "./system.ts";

/** Paths at one side of each place: those of place i are paths[start[i]] to paths[start[i + 1] − 1]; sign +1 into it. */
export interface PathsAt {
  readonly start: Int32Array;
  readonly paths: Int32Array;
  readonly sign: Int8Array;
  /** Five numbers for each: its Q, P, ∂Q/∂P, R_s and ∂Q/∂R_s at the last balance. */
  readonly tangent: Float64Array;
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
  /** 1 for a place that has found its pressure; 0 for a path at such a place, by path. */
  readonly settled: Uint8Array;
  readonly asked: Uint8Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** Net flow into the place and its fall with the pressure, and the same of the side behind. */
  readonly net: Float64Array;
  readonly fall: Float64Array;
  readonly size: Float64Array;
  /** Imbalance one round earlier. */
  readonly excessBefore: Float64Array;
  /** Pressure found last, Pa: the next search starts there. */
  readonly guess: Float64Array;
}

const mostIterations = 60;

/** Imbalance, as a share of what flows, of which one linear correction leaves some 1e-12: less than valves are solved to. */
const nearlyBalanced = 1e-6;

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

/** What the paths at one side of place i are given at the present pressures. */
function press(system: System, { start, paths }: PathsAt, i: number): void {
  const { flow, pressure, resistance, seriesForward, seriesBackward, from, to, head } = system;
  for (let n = start[i]!; n < start[i + 1]!; n++) {
    const e = paths[n]!;
    const a = from[e]!;
    const b = to[e]!;
    const drop = pressure[a]! - pressure[b]! + head[e]!;
    flow.gap[e] = drop;
    flow.series[e] = (drop >= 0 ? seriesForward[e]! : seriesBackward[e]!) + resistance[a]! + resistance[b]!;
  }
}

/** Flows on the tangents of the last balance. */
function followTangents({ flow }: System, { paths, tangent }: PathsAt): void {
  for (let n = 0; n < paths.length; n++) {
    const e = paths[n]!;
    const t = 5 * n;
    const byGap = tangent[t + 2]!;
    const change = byGap * (flow.gap[e]! - tangent[t + 1]!) + tangent[t + 4]! * (flow.series[e]! - tangent[t + 3]!);
    flow.flow[e] = tangent[t]! + change;
    flow.byGap[e] = byGap;
  }
}

/** Keeps the tangents found. Whatever the law, the drop beside R_s follows from Q alone, and ∂Q/∂R_s = −Q ∂Q/∂P. */
function keepTangents({ flow }: System, { paths, tangent }: PathsAt): void {
  for (let n = 0; n < paths.length; n++) {
    const e = paths[n]!;
    const t = 5 * n;
    const q = flow.flow[e]!;
    const byGap = flow.byGap[e]!;
    const bySeries = -q * byGap;
    flow.bySeries[e] = bySeries;
    tangent[t] = q;
    tangent[t + 1] = flow.gap[e]!;
    tangent[t + 2] = byGap;
    tangent[t + 3] = flow.series[e]!;
    tangent[t + 4] = bySeries;
  }
}

/** Flows through the paths at one side of the places that have not settled; their net flow, fall and size added up. */
function sumFlows(system: System, state: Float64Array, side: PathsAt, onTangents: boolean): void {
  const { free, flow } = system;
  const { cells, settled, asked, net, fall, size } = free;
  const { start, paths, sign, groups } = side;
  for (let i = 0; i < cells.length; i++) if (settled[i] === 0) press(system, side, i);
  if (onTangents) followTangents(system, side);
  else {
    for (let g = 0; g < groups.length; g++) {
      const group = groups[g]!;
      group.evaluate(flow, state, group.slopes === undefined, asked);
      group.slopes?.(flow);
    }
  }
  for (let i = 0; i < cells.length; i++) {
    // A junction has no side behind: what was added up before it stays.
    if (settled[i] === 1 || start[i] === start[i + 1]) continue;
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
    const gapMove = -side.sign[n]! * move;
    flow.flow[e]! += flow.byGap[e]! * gapMove;
    flow.gap[e]! += gapMove;
  }
}

/** Flows at both sides of all places, those behind a node at the pressure that what enters it leaves there. */
function sumAll(system: System, state: Float64Array, onTangents: boolean): void {
  const { free, flow, pressure, seriesForward } = system;
  const { cells, behind, link, at, atBehind, settled, net, fall } = free;
  sumFlows(system, state, at, onTangents);
  for (let i = 0; i < cells.length; i++) {
    const e = link[i]!;
    if (e < 0 || settled[i] === 1) continue;
    flow.flow[e] = net[i]!;
    flow.byGap[e] = fall[i]!;
    pressure[behind[i]!] = pressure[cells[i]!]! - seriesForward[e]! * net[i]!;
  }
  if (atBehind.paths.length > 0) sumFlows(system, state, atBehind, onTangents);
}

/** What flows in and does not flow out at place i, or behind the node there. */
function excessAt({ free, flow }: System, i: number): number {
  const e = free.link[i]!;
  return e < 0 ? free.net[i]! : free.net[i]! + flow.flow[e]!;
}

/** Newton's move of the pressure at place i. */
function newtonMove(system: System, i: number): number {
  const { free, flow, seriesForward } = system;
  const e = free.link[i]!;
  const fallBefore = e < 0 ? 0 : flow.byGap[e]!;
  const slope = e < 0 ? free.fall[i]! : free.fall[i]! * (1 + seriesForward[e]! * fallBefore) + fallBefore;
  return excessAt(system, i) / slope;
}

/** Moves the pressure of place i toward its balance, or settles it. @returns whether it has settled. */
function improve(system: System, i: number): boolean {
  const { free, flow, pressure } = system;
  const { cells, link, low, high, size, excessBefore } = free;
  const k = cells[i]!;
  const e = link[i]!;
  const excess = excessAt(system, i);
  const move = newtonMove(system, i);
  const all = size[i]! + (e < 0 ? 0 : Math.abs(flow.flow[e]!));
  const p = pressure[k]!;
  if (excess > 0) low[i] = p;
  else high[i] = p;
  const width = high[i]! - low[i]!;
  if (Math.abs(excess) <= nearlyBalanced * all || width <= 1e-14 * (Math.abs(low[i]!) + Math.abs(high[i]!))) {
    // The move itself, not a difference of pressures: behind a node that is all but shut the least one counts.
    const room = e < 0 ? Math.max(width, 1e-9 * (Math.abs(p) + 1)) : Number.POSITIVE_INFINITY;
    finish(system, i, Math.abs(move) <= room ? move : 0);
    settle(free, i);
    return true;
  }
  const dawdles = Math.abs(excess) > 0.5 * excessBefore[i]!;
  excessBefore[i] = Math.abs(excess);
  const next = p + move;
  pressure[k] = !dawdles && next > low[i]! && next < high[i]! ? next : 0.5 * (low[i]! + high[i]!);
  return false;
}

/** Place i has found its pressure: nothing there is evaluated again. */
function settle({ settled, asked, at, atBehind }: FreePlaces, i: number): void {
  settled[i] = 1;
  for (let n = at.start[i]!; n < at.start[i + 1]!; n++) asked[at.paths[n]!] = 0;
  for (let n = atBehind.start[i]!; n < atBehind.start[i + 1]!; n++) asked[atBehind.paths[n]!] = 0;
}

/**
 * Finds the pressures (written into `state`) and flows at places without volume; `evaluatePressures` and the groups
 * apart have been evaluated. @returns false when no balance was found.
 */
export function balanceFreePlaces(system: System, state: Float64Array): boolean {
  const { free, pressure } = system;
  const { cells, behind, at, atBehind, settled, asked, low, high, guess, excessBefore } = free;
  settled.fill(0);
  asked.fill(1);
  low.fill(Number.POSITIVE_INFINITY);
  high.fill(Number.NEGATIVE_INFINITY);
  excessBefore.fill(Number.POSITIVE_INFINITY);
  bracket(system, at);
  bracket(system, atBehind);
  for (let i = 0; i < cells.length; i++) pressure[cells[i]!] = Math.min(Math.max(guess[i]!, low[i]!), high[i]!);
  sumAll(system, state, true);
  for (let i = 0; i < cells.length; i++) {
    const first = pressure[cells[i]!]! + newtonMove(system, i);
    if (first > low[i]! && first < high[i]!) pressure[cells[i]!] = first;
  }
  for (iterations = 1; iterations <= mostIterations; iterations++) {
    sumAll(system, state, false);
    let waiting = 0;
    for (let i = 0; i < cells.length; i++) if (settled[i] === 0 && !improve(system, i)) waiting++;
    if (waiting === 0) break;
  }
  keepTangents(system, at);
  keepTangents(system, atBehind);
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
