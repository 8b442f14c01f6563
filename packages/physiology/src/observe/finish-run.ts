/** Sums up a finished run. */
import { attempt, fail, type Result, runRecord } from "@openlymph/base";
import { layOut, type PathKind } from "../network/lay-out.ts";
import { balanceOf } from "./balance.ts";
import { takeKept, windowOf } from "./observer.ts";
import { periodOfOnsets } from "./period.ts";
import { observeNodes, observeTissues } from "./places.ts";
import { isFinished, type SimulationRun, volumeAtStart } from "./run.ts";
import type { ObservedWindow, PathObservation, Simulation } from "./simulation.ts";
import { observeSolutes } from "./solute-observation.ts";
import { warningsOf } from "./warnings.ts";
import { observeWaves, unwrapped, type VesselObservation } from "./wave.ts";

/** The window, and the length of one cycle in it, s. */
function observedWindow({ plan, observer }: SimulationRun): { window: ObservedWindow; period: number } {
  const { start, end, kept } = windowOf(observer);
  if (!plan.selfPaced) {
    const { period, cycles } = plan;
    return { period, window: { start, end, cycles, kind: "prescribed", variation: 0 } };
  }
  if (kept === 0) {
    return {
      period: plan.period,
      window: { start, end: plan.end, cycles: 0, kind: "none", variation: null },
    };
  }
  const found = periodOfOnsets(observer.onsets.slice(-kept - 1));
  const variation = found?.variation ?? null;
  return { period: found?.period ?? plan.period, window: { start, end, cycles: kept, kind: "onsets", variation } };
}

/** Change of the mean outflow, as described in simulation.ts; null where there are not two means. */
function driftOf(run: SimulationRun, window: ObservedWindow, outflow: number, moved: number): number | null {
  const { plan, observer } = run;
  const { outflows } = observer;
  if (moved === 0) return null;
  if (!plan.selfPaced) {
    const length = plan.start - plan.before;
    if (length <= 0.999 * (plan.end - plan.start)) return null;
    return Math.abs(outflow - (outflows[1]! - outflows[0]!) / length) / moved;
  }
  const half = Math.floor(window.cycles / 2);
  if (half === 0) return null;
  const last = outflows.length - 1;
  const span = (half * (window.end - window.start)) / window.cycles;
  const [early, late] = [outflows[half]! - outflows[0]!, outflows[last]! - outflows[last - half]!];
  return Math.abs(late - early) / span / moved;
}

function observeVessels({ network, observer, plan }: SimulationRun, period: number): VesselObservation[] {
  const { cells } = layOut(network);
  const { start, end, kept } = windowOf(observer);
  const window = { start, end: kept > 0 ? end : plan.end };
  const onsets: number[][] = cells.map(() => []);
  for (let i = 0; i < observer.events.length; i += 2) onsets[observer.events[i]!]?.push(observer.events[i + 1]!);
  return Object.keys(network.vessels).map((id) => {
    const own = cells.flatMap((cell, j) => (cell.vessel === id ? [j] : []));
    const positions = own.map((j) => cells[j]!.position + cells[j]!.length / 2);
    if (plan.selfPaced) {
      return observeWaves(
        id,
        positions,
        own.map((j) => onsets[j]!),
        window,
      );
    }
    const active = own.every((j) => cells[j]!.wall.activeTension > 0) && plan.end >= period;
    const times = active
      ? unwrapped(
          own.map((j) => observer.cycles.narrowestAt(j)),
          period,
        )
      : [];
    return observeWaves(
      id,
      positions,
      own.map((_, i) => (active ? [times[i]!] : [])),
    );
  });
}

/**
 * What a run found. It must have reached its end; what was kept is put back, so a run is finished once.
 *
 * @returns `usage/invalid` before the end.
 */
export function finishRun(run: SimulationRun): Result<Simulation> {
  if (isFinished(run)) return attempt(() => sumUp(run));
  const { integrator, plan } = run;
  return fail("usage/invalid", { path: "time", value: integrator.time, expected: `a run that reached ${plan.end} s` });
}

function sumUp(run: SimulationRun): Simulation {
  const { network, assembly, observer, integrator, plan } = run;
  takeKept(observer);
  const { window, period } = observedWindow(run);
  const { cycles, valves } = observer;
  const length = window.end - window.start;
  const frequencies = layOut(network).cells.map(({ wall }, j) => {
    if (plan.selfPaced) return cycles.contractions(j) / length;
    return wall.activeTension > 0 ? 1 / plan.period : 0;
  });
  const path = (e: number, id: string): PathObservation => ({ id, mean: valves.mean(e), flow: valves.range(e) });
  const ends = (name: "inlet" | "outlet") =>
    assembly.paths.flatMap((each, e) => (each[name] === undefined ? [] : [path(e, each[name])]));
  const inlets = ends("inlet");
  const outlets = ends("outlet");
  const total = (list: readonly { readonly mean: number }[]) => list.reduce((sum, one) => sum + one.mean, 0);
  const across = (wanted: PathKind) =>
    total(assembly.paths.flatMap(({ id, kind }, e) => (kind === wanted ? [path(e, id)] : [])));
  const { throughput, imbalance } = balanceOf(integrator, volumeAtStart(run));
  const unbalanced = throughput === 0 ? 0 : Math.abs(imbalance) / throughput;
  const outflow = total(outlets);
  const drift = driftOf(run, window, outflow, throughput / plan.end);
  const visited = new Set(assembly.paths.flatMap(({ law }, e) => (observer.visited[e] === 1 ? [law ?? ""] : [])));
  const work = assembly.lymphangions.reduce((sum, _, j) => sum + cycles.work(j), 0);
  return {
    time: plan.end,
    period,
    window,
    inflow: total(inlets),
    outflow,
    absorbed: across("absorption"),
    filtered: across("filtration"),
    pumpPower: work / length,
    inlets,
    outlets,
    vessels: observeVessels(run, period),
    lymphangions: cycles.finish(frequencies),
    valves: assembly.paths.flatMap(({ kind }, e) => (kind === "valve" ? [valves.finish(e, window.cycles)] : [])),
    nodes: observeNodes(network, assembly, valves),
    tissues: observeTissues(network, assembly, integrator, valves),
    solutes: observeSolutes(network, assembly, observer.solutes, plan.end),
    drift,
    massBalance: { volume: imbalance, error: unbalanced },
    steps: { accepted: integrator.steps, rejected: integrator.rejected, forced: integrator.forced },
    warnings: warningsOf(network, assembly, plan, { unbalanced, visited, window, drift }),
    trace: observer.recorder?.finish(),
    record: runRecord("openlymph/simulation@1", { network, time: plan.end }),
  };
}
