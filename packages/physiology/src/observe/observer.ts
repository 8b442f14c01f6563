/**
 * What watches a run: solutes from its start, onsets where a vessel paces itself, and in its window every lymphangion and path.
 *
 * Where pacing is prescribed the window is begun and its cycles are split at given times. Where a vessel paces itself, it begins anew at
 * the first onset of the reference, and is kept at each later one: what counts in the end is what was kept at the last.
 */
import type { StaticResistance } from "../elements/static-root.ts";
import { hasAnotherRoot } from "../elements/valve-fold.ts";
import { staticLaw } from "../elements/valve-laws.ts";
import type { Assembly } from "../network/assemble.ts";
import type { Network } from "../network/network.ts";
import type { Integrator } from "../solve/integrate.ts";
import { type CycleStatistics, createCycleStatistics } from "./cycle-statistics.ts";
import { createSoluteCourse, type SoluteCourse } from "./solute-course.ts";
import { createTraceRecorder, type TraceRecorder } from "./trace.ts";
import { createValveStatistics, type ValveStatistics } from "./valve-statistics.ts";
import { isFolded } from "./warnings.ts";

/** Places in `Observer.clock`. */
const places = { watching: 0, drawing: 1, start: 2, end: 3, begun: 4, kept: 5 } as const;

export interface Observer {
  readonly cycles: CycleStatistics;
  readonly valves: ValveStatistics;
  readonly solutes: SoluteCourse | undefined;
  readonly recorder: TraceRecorder | undefined;
  /** The lymphangion whose onsets bound the window: the last one before the first outlet. */
  readonly reference: number;
  /** Onsets of the reference since the start, s; empty where pacing is prescribed. */
  readonly onsets: number[];
  /** Onsets of all lymphangions since watching began: number and time, in turn. */
  readonly events: number[];
  /** Outflow passed, m³, at each moment the window was begun or kept. */
  readonly outflows: number[];
  /** Whether the fold of each path's law was visited. */
  readonly visited: Float64Array;
  /** Flags and times. */
  readonly clock: Float64Array;
  /** Everything above as it was kept at the last onset. */
  readonly kept: readonly Float64Array[];
  /** What may be kept, and what goes on whatever is kept. */
  readonly windowMemory: readonly Float64Array[];
  readonly memory: readonly Float64Array[];
  /** Last seen onset of each lymphangion, s. */
  readonly seen: Float64Array;
  /** End of the run, s: no window begins there. */
  readonly runEnd: number;
}

function referenceOf({ system, paths, lymphangions }: Assembly): number {
  for (const [e, { outlet }] of paths.entries()) {
    if (outlet !== undefined && system.from[e]! < lymphangions.length) return system.from[e]!;
  }
  return lymphangions.length - 1;
}

export function createObserver(network: Network, assembly: Assembly, trace: boolean, runEnd: number): Observer {
  const cycles = createCycleStatistics(assembly);
  const valves = createValveStatistics(
    assembly.system.flow,
    assembly.paths,
    (e) => network.valves[assembly.paths[e]?.law ?? ""],
  );
  const solutes = assembly.solutes.length === 0 ? undefined : createSoluteCourse(assembly);
  const clock = new Float64Array(Object.keys(places).length);
  const visited = new Float64Array(assembly.paths.length);
  const seen = assembly.onset?.slice() ?? new Float64Array(0);
  const windowMemory = [...cycles.memory, ...valves.memory];
  const kept = assembly.onset === undefined ? [] : windowMemory.map((array) => array.slice());
  return {
    cycles,
    valves,
    solutes,
    recorder: trace ? createTraceRecorder(assembly) : undefined,
    reference: referenceOf(assembly),
    onsets: [],
    events: [],
    outflows: [],
    visited,
    clock,
    kept,
    seen,
    runEnd,
    windowMemory,
    memory: [...windowMemory, ...kept, ...(solutes?.memory ?? []), visited, clock, seen],
  };
}

/** Net volume out of the network at all outlets since the start, m³. */
export function outflowPassed({ system, paths }: Assembly, { passed }: Integrator): number {
  let sum = 0;
  for (const [e, { outlet }] of paths.entries()) {
    if (outlet !== undefined) sum += system.to[e]! >= system.cells ? passed[e]! : -passed[e]!;
  }
  return sum;
}

/** Begins to watch, or begins anew, with the present state. */
export function beginWindow(observer: Observer, integrator: Integrator): void {
  const { cycles, valves, clock, visited } = observer;
  cycles.begin(integrator.state);
  valves.begin(integrator.state, integrator.passed);
  visited.fill(0);
  clock[places.watching] = 1;
  clock[places.start] = integrator.time;
  clock[places.end] = integrator.time;
}

/** From here on the course is kept for drawing. */
export function beginDrawing({ recorder, clock }: Observer, integrator: Integrator): void {
  if (recorder === undefined) return;
  clock[places.drawing] = 1;
  recorder.clear();
  recorder.add(integrator.time, integrator.state);
}

/** All cycles begin anew here. */
export function splitCycles({ cycles }: Observer, lymphangions: number): void {
  for (let j = 0; j < lymphangions; j++) cycles.split(j);
}

export const isWatching = ({ clock }: Observer) => clock[places.watching] === 1;

/** Whether the reference has begun a window of its own. */
export const hasBegun = ({ clock }: Observer) => clock[places.begun] === 1;

/** Times of the window, s, and how often it was kept. */
export function windowOf({ clock }: Observer): { start: number; end: number; kept: number } {
  return { start: clock[places.start]!, end: clock[places.end]!, kept: clock[places.kept]! };
}

/** An onset of the reference: the window begins, or is kept as it is now. */
function atReference(observer: Observer, assembly: Assembly, integrator: Integrator): void {
  const { clock, windowMemory, kept, recorder, outflows, runEnd } = observer;
  if (!hasBegun(observer) && integrator.time >= runEnd) return;
  if (!hasBegun(observer)) {
    beginWindow(observer, integrator);
    beginDrawing(observer, integrator);
    clock[places.begun] = 1;
    outflows.length = 0;
  } else {
    for (const [i, array] of windowMemory.entries()) kept[i]!.set(array);
    clock[places.end] = integrator.time;
    clock[places.kept]!++;
    recorder?.cut();
  }
  outflows.push(outflowPassed(assembly, integrator));
}

function lookAtOnsets(observer: Observer, assembly: Assembly, integrator: Integrator, onset: Float64Array): void {
  const { seen, reference, onsets, events, cycles } = observer;
  const watching = isWatching(observer);
  if (onset[reference] !== seen[reference]) {
    onsets.push(onset[reference]!);
    if (watching) atReference(observer, assembly, integrator);
  }
  for (let j = 0; j < onset.length; j++) {
    if (onset[j] === seen[j]) continue;
    seen[j] = onset[j]!;
    if (!watching) continue;
    cycles.split(j);
    events.push(j, onset[j]!);
  }
}

/** The static law of every path whose law is folded; `undefined` elsewhere. */
function foldedLaws(network: Network, { paths }: Assembly): readonly (StaticResistance | undefined)[] {
  return paths.map(({ law }) =>
    law !== undefined && isFolded(network, law) ? staticLaw(network.valves[law]!) : undefined,
  );
}

function lookAtFolds(folded: readonly (StaticResistance | undefined)[], visited: Float64Array, all: Integrator): void {
  const { system } = all;
  for (let e = 0; e < folded.length; e++) {
    const law = folded[e];
    if (law === undefined || visited[e] === 1) continue;
    const a = system.from[e]!;
    const b = system.to[e]!;
    const drop = system.pressure[a]! - system.pressure[b]!;
    const series = system.seriesBackward[e]! + system.resistance[a]! + system.resistance[b]!;
    if (hasAnotherRoot(law, drop, series, system.flow.drop[e]!)) visited[e] = 1;
  }
}

/** What is to be called after every step of `h` s. */
export function lookAfterStep(
  network: Network,
  assembly: Assembly,
  integrator: Integrator,
  observer: Observer,
): (h: number) => void {
  const folds = foldedLaws(network, assembly);
  const folded = folds.some((law) => law !== undefined);
  const { cycles, valves, solutes, recorder, clock, visited } = observer;
  return (h) => {
    solutes?.look(integrator.time, h);
    if (clock[places.watching] === 1) {
      cycles.look(integrator.state, integrator.time, h);
      valves.look(integrator.state, integrator.passed, h);
      if (folded) lookAtFolds(folds, visited, integrator);
      if (assembly.onset === undefined) clock[places.end] = integrator.time;
    }
    if (recorder !== undefined && clock[places.drawing] === 1) recorder.add(integrator.time, integrator.state);
    if (assembly.onset !== undefined) lookAtOnsets(observer, assembly, integrator, assembly.onset);
  };
}

/** Puts back what was kept at the last onset of the reference, if any was. */
export function takeKept({ windowMemory, kept, clock }: Observer): void {
  if (clock[places.kept] === 0) return;
  for (const [i, array] of windowMemory.entries()) array.set(kept[i]!);
}
