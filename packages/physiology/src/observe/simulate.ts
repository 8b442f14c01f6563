/** Runs a network through its cycles and observes the last ones. */
import { attempt, checkpoint, fail, type Result, type RunRecord, runRecord, type TaskContext } from "@openlymph/base";
import { diameterOf } from "../elements/lymphangion.ts";
import { hasAnotherRoot } from "../elements/valve-fold.ts";
import { foldNumber, staticLaw } from "../elements/valve-laws.ts";
import { type Assembly, assemble } from "../network/assemble.ts";
import { type Network, periodOf } from "../network/network.ts";
import { loadsLongestStep, nextLoadBreak } from "../network/outside-pressure.ts";
import { createIntegrator, type Integrator, integrateTo } from "../solve/integrate.ts";
import { methods } from "../solve/tableau.ts";
import { createTraceRecorder, type Trace } from "./trace.ts";

export interface SimulationOptions {
  /** Number of cycles to run; the network's own number when neither this nor `time` is given. */
  readonly cycles?: number | undefined;
  /** Time to run, s; the observed cycle is the last whole one before it. */
  readonly time?: number | undefined;
  /** Also keep the course of the last cycle, for drawing. */
  readonly trace?: boolean | undefined;
  readonly context?: TaskContext | undefined;
}

export interface Range {
  readonly min: number;
  readonly max: number;
}

export interface LymphangionObservation {
  readonly id: string;
  readonly vessel: string;
  /** m. */
  readonly diameter: Range;
  /** Pa. */
  readonly pressure: Range;
  /** (V_max − V_min) / V_max. */
  readonly ejectionFraction: number;
}

export interface PathObservation {
  readonly id: string;
  /** Mean over the last cycle, m³/s. */
  readonly mean: number;
  /** m³/s. */
  readonly flow: Range;
}

/** Everything in SI; means and ranges over the last cycle. */
export interface Simulation {
  /** Time run, s, and length of the observed cycle, s. */
  readonly time: number;
  readonly period: number;
  /** Sum over all inlets and over all outlets, m³/s. */
  readonly inflow: number;
  readonly outflow: number;
  /** Water taken up by the blood in nodes, m³/s. */
  readonly absorbed: number;
  readonly inlets: readonly PathObservation[];
  readonly outlets: readonly PathObservation[];
  readonly lymphangions: readonly LymphangionObservation[];
  readonly valves: readonly PathObservation[];
  readonly nodes: readonly PathObservation[];
  /** Change of mean outflow over the last two cycles, relative to the mean volume moved in and out per time; null below two. */
  readonly drift: number | null;
  /** Stored volume − net inflow over the whole run, m³; and relative to all volume moved through the ends. */
  readonly massBalance: { readonly volume: number; readonly error: number };
  readonly steps: { readonly accepted: number; readonly rejected: number; readonly forced: number };
  readonly warnings: readonly string[];
  readonly trace?: Trace | undefined;
  readonly record: RunRecord;
}

interface Extremes {
  readonly min: Float64Array;
  readonly max: Float64Array;
}

function extremes(count: number): Extremes {
  return {
    min: new Float64Array(count).fill(Number.POSITIVE_INFINITY),
    max: new Float64Array(count).fill(Number.NEGATIVE_INFINITY),
  };
}

function widen(range: Extremes, values: Float64Array): void {
  for (let i = 0; i < range.min.length; i++) {
    const value = values[i]!;
    if (value < range.min[i]!) range.min[i] = value;
    if (value > range.max[i]!) range.max[i] = value;
  }
}

function rangeAt(range: Extremes, i: number): Range {
  return { min: range.min[i] ?? Number.NaN, max: range.max[i] ?? Number.NaN };
}

/** Total volume in cells that store any, m³. */
function storedVolume({ system, state }: Integrator): number {
  let sum = 0;
  for (let k = 0; k < system.cells; k++) sum += system.mass[k] === 0 ? 0 : (state[k] ?? 0);
  return sum;
}

/**
 * Simulates a network from its initial state.
 *
 * @returns means over the last cycle with drift and mass balance; `param/out-of-range` for a time or number of cycles
 * that is not positive, `solver/no-convergence` when the equations cannot be solved.
 * @example
 * const network = unwrap(parseNetwork(text, "bertram-2011.yaml"));
 * const { outflow } = unwrap(simulate(network, { cycles: 30 })); // m³/s
 */
export function simulate(network: Network, options: SimulationOptions = {}): Result<Simulation> {
  const period = periodOf(network.pacing);
  const cycles = options.cycles ?? network.solver.cycles;
  if (!(Number.isInteger(cycles) && cycles > 0)) {
    return fail("param/out-of-range", { path: "cycles", value: cycles, expected: "a whole number, 1 or more" });
  }
  const end = options.time ?? cycles * period;
  if (!(end > 0 && Number.isFinite(end))) {
    return fail("param/out-of-range", { path: "time", value: options.time, expected: "> 0 s" });
  }
  return attempt(() => run(network, options, end, period));
}

function run(network: Network, options: SimulationOptions, end: number, period: number): Simulation {
  const assembly = assemble(network);
  const { system } = assembly;
  const { contraction } = network.pacing;
  const { method } = network.solver;
  const longestStep = network.solver.longestStep ?? Math.min(contraction / 20, loadsLongestStep(network));
  const integrator = createIntegrator(system, {
    method: method === "auto" ? method : methods[method],
    tolerance: network.solver.tolerance,
    step: network.solver.step,
    longestStep,
    mostSteps: 2000 * Math.ceil(end / contraction) * 20 + 1e6,
    nextBreak: nextLoadBreak(network),
  });
  const before = storedVolume(integrator);
  const cut = Math.max(0, end - period);
  const cutBefore = Math.max(0, cut - period);
  const advance = (to: number, onStep?: (h: number) => void): void => {
    while (integrator.time < to) {
      checkpoint(options.context, { task: "simulate", fraction: integrator.time / end, message: "running cycles" });
      integrateTo(integrator, Math.min(to, integrator.time + period), onStep);
    }
  };
  advance(cutBefore);
  // Steps so short that no extreme of the observed cycle falls between two; before it too, so that the drift compares like with like.
  integrator.longestStep = Math.min(longestStep, contraction / 100);
  const passedBefore = Float64Array.from(integrator.passed);
  advance(cut);
  const passedCut = Float64Array.from(integrator.passed);
  const volumes = extremes(system.lymphangions);
  const pressures = extremes(system.lymphangions);
  const flows = extremes(system.flow.count);
  const folded = assembly.paths.map((path) =>
    path.law !== undefined && isFolded(network, path.law) ? staticLaw(network.valves[path.law]!) : undefined,
  );
  const visited = new Set<string>();
  const recorder = options.trace ? createTraceRecorder(assembly) : undefined;
  const look = (): void => {
    widen(volumes, integrator.state);
    widen(pressures, system.pressure);
    widen(flows, system.flow.flow);
    recorder?.add(integrator.time, integrator.state);
    for (const [e, path] of assembly.paths.entries()) {
      if (folded[e] === undefined || visited.has(path.law ?? "")) continue;
      const a = system.from[e] ?? 0;
      const b = system.to[e] ?? 0;
      const drop = (system.pressure[a] ?? 0) - (system.pressure[b] ?? 0);
      const series = (system.seriesBackward[e] ?? 0) + (system.resistance[a] ?? 0) + (system.resistance[b] ?? 0);
      if (hasAnotherRoot(folded[e], drop, series, system.flow.drop[e] ?? 0)) visited.add(path.law ?? "");
    }
  };
  look();
  advance(end, look);
  checkpoint(options.context, { task: "simulate", fraction: 1, message: "done" });

  const window = end - cut;
  const meanOf = (e: number) => ((integrator.passed[e] ?? 0) - (passedCut[e] ?? 0)) / window;
  const earlierMeanOf = (e: number) => ((passedCut[e] ?? 0) - (passedBefore[e] ?? 0)) / (cut - cutBefore);
  const paths = assembly.paths.map((path, e) => ({ ...path, mean: meanOf(e), flow: rangeAt(flows, e), index: e }));
  const total = (list: readonly { readonly mean: number }[]) => list.reduce((sum, path) => sum + path.mean, 0);
  const inlets = paths.filter((path) => path.inlet !== undefined);
  const outlets = paths.filter((path) => path.outlet !== undefined);
  const absorptions = paths.filter((path) => path.kind === "absorption");
  const throughput = [...inlets, ...outlets, ...absorptions].reduce(
    (sum, path) => sum + (integrator.throughput[path.index] ?? 0),
    0,
  );
  const sumPassed = (list: typeof paths) => list.reduce((sum, path) => sum + (integrator.passed[path.index] ?? 0), 0);
  const imbalance =
    storedVolume(integrator) - before - (sumPassed(inlets) - sumPassed(outlets) - sumPassed(absorptions));
  const earlier = outlets.reduce((sum, path) => sum + earlierMeanOf(path.index), 0);
  const outflow = total(outlets);
  const known = cut - cutBefore > 0.999 * window;
  const drift = known && throughput > 0 ? Math.abs(outflow - earlier) / (throughput / end) : null;
  const unbalanced = throughput === 0 ? 0 : Math.abs(imbalance) / throughput;
  return {
    time: end,
    period: window,
    inflow: total(inlets),
    outflow,
    absorbed: total(absorptions),
    inlets: inlets.map(({ inlet, mean, flow }) => ({ id: inlet ?? "", mean, flow })),
    outlets: outlets.map(({ outlet, mean, flow }) => ({ id: outlet ?? "", mean, flow })),
    lymphangions: assembly.lymphangions.map(({ id, vessel, length }, j) => {
      const { min, max } = rangeAt(volumes, j);
      const diameter = { min: diameterOf(min, length), max: diameterOf(max, length) };
      return { id, vessel, diameter, pressure: rangeAt(pressures, j), ejectionFraction: (max - min) / max };
    }),
    valves: paths.filter((path) => path.kind === "valve").map(({ id, mean, flow }) => ({ id, mean, flow })),
    nodes: paths.filter((path) => path.kind === "node").map(({ id, mean, flow }) => ({ id, mean, flow })),
    drift,
    massBalance: { volume: imbalance, error: unbalanced },
    steps: { accepted: integrator.steps, rejected: integrator.rejected, forced: integrator.forced },
    warnings: [...balanceWarnings(unbalanced), ...warningsOf(network, assembly, visited, drift)],
    trace: recorder?.finish(),
    record: runRecord("openlymph/simulation@1", { network, time: end }),
  };
}

/** Share of the throughput that may go unaccounted for before the run is doubted. */
const balanceLimit = 1e-9;

function balanceWarnings(unbalanced: number): string[] {
  if (unbalanced <= balanceLimit) return [];
  const share = `${(100 * unbalanced).toPrecision(2)} %`;
  return [
    `${share} of what moved is not accounted for: sizes or times lie outside what this solver can follow. Do not use the flows.`,
  ];
}

function isFolded(network: Network, id: string): boolean {
  const law = network.valves[id];
  return law !== undefined && foldNumber(law) > 1;
}

function warningsOf(
  network: Network,
  assembly: Assembly,
  visited: ReadonlySet<string>,
  drift: number | null,
): string[] {
  const warnings: string[] = [];
  for (const id of new Set(assembly.paths.map((path) => path.law))) {
    if (id === undefined || !isFolded(network, id)) continue;
    const seen = visited.has(id) ? "was visited" : "was not visited";
    warnings.push(
      `Valve law "${id}" can have several answers for one pressure drop (fold: allow). The most closed one was taken; ` +
        `in the last cycle the fold ${seen}.`,
    );
  }
  if (drift === null) {
    warnings.push("The run is shorter than two cycles: the drift is not known, and means may hold the start.");
  } else if (drift > 0.01) {
    warnings.push(`Mean outflow still changes by ${(100 * drift).toPrecision(2)} % per cycle: run more cycles.`);
  }
  const { massage } = network.external;
  const strokes = massage === undefined ? 1 : periodOf(network.pacing) / massage.period;
  if (massage !== undefined && massage.amplitude > 0 && Math.abs(strokes - Math.round(strokes)) > 1e-9) {
    warnings.push(
      "A cycle does not hold a whole number of strokes: means over one cycle depend on which one is taken.",
    );
  }
  return warnings;
}
