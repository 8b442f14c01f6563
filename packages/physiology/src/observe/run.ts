/**
 * A run of a network that can be stopped between any two steps and gone on with: begin, advance, finish.
 *
 * It goes from mark to mark (observation-plan.ts). Stopping it in between changes no step, so a run in parts, or one that was saved
 * and taken up again (run-checkpoint.ts), gives the very bits of one that was never interrupted.
 *
 * | phase   | prescribed pacing               | a vessel that paces itself                                           |
 * | ------- | ------------------------------- | -------------------------------------------------------------------- |
 * | settle  | to one window before the window | to the middle of the run, or to ten periods before its end if that is later |
 * | fine    | steps short enough that no extreme falls between two | the same, watching                              |
 * | watch   | the window                      | from the next onset of the reference; kept at each later one         |
 */
import { attempt, checkpoint, fail, type Result, type TaskContext } from "@openlymph/base";
import { type Assembly, assemble } from "../network/assemble.ts";
import type { Network } from "../network/network.ts";
import { loadsLongestStep, nextLoadBreak } from "../network/outside-pressure.ts";
import { createIntegrator, type Integrator, integrateTo } from "../solve/integrate.ts";
import { methods } from "../solve/tableau.ts";
import { storedVolume } from "./balance.ts";
import { type ObservationPlan, planObservation } from "./observation-plan.ts";
import {
  beginDrawing,
  beginWindow,
  createObserver,
  lookAfterStep,
  type Observer,
  outflowPassed,
  splitCycles,
} from "./observer.ts";
import { periodOfOnsets } from "./period.ts";

export interface RunOptions {
  /** Number of cycles to run; the network's own number when neither this nor `time` is given. */
  readonly cycles?: number | undefined;
  /** Time to run, s; the window ends there. */
  readonly time?: number | undefined;
  /** Also keep the course of the last cycle, for drawing. */
  readonly trace?: boolean | undefined;
}

/** A run in progress. */
export interface SimulationRun {
  readonly network: Network;
  readonly trace: boolean;
  readonly plan: ObservationPlan;
  readonly assembly: Assembly;
  readonly integrator: Integrator;
  readonly observer: Observer;
  /** Phase; time from which steps are fine, s; stored volume at the start, m³. */
  readonly clock: Float64Array;
  readonly look: (h: number) => void;
}

const at = { phase: 0, fineFrom: 1, volume: 2 } as const;
const phases = { settle: 0, fine: 1, watch: 2 } as const;

/** Most periods of a vessel that paces itself in one window; *assumed*. */
const mostPeriods = 10;

/**
 * Makes a run ready to begin, at time 0.
 *
 * @returns `param/out-of-range` for a time or number of cycles that is not positive, and what `createIntegrator` refuses.
 */
export function beginRun(network: Network, options: RunOptions = {}): Result<SimulationRun> {
  const cycles = options.cycles ?? network.solver.cycles;
  if (!(Number.isInteger(cycles) && cycles > 0)) {
    return fail("param/out-of-range", { path: "cycles", value: cycles, expected: "a whole number, 1 or more" });
  }
  const { contraction, rest } = network.pacing;
  const end = options.time ?? cycles * (contraction + rest);
  if (!(end > 0 && Number.isFinite(end))) {
    return fail("param/out-of-range", { path: "time", value: options.time, expected: "> 0 s" });
  }
  return attempt(() => makeRun(network, end, options.trace === true));
}

function makeRun(network: Network, end: number, trace: boolean): SimulationRun {
  const assembly = assemble(network);
  const plan = planObservation(network, end);
  const { contraction } = network.pacing;
  const { method, tolerance, step } = network.solver;
  const integrator = createIntegrator(assembly.system, {
    method: method === "auto" ? method : methods[method],
    tolerance,
    step,
    longestStep: network.solver.longestStep ?? Math.min(contraction / 20, loadsLongestStep(network)),
    mostSteps: 2000 * Math.ceil(end / contraction) * 20 + 1e6,
    nextBreak: nextLoadBreak(network),
  });
  const observer = createObserver(network, assembly, trace, end);
  const clock = Float64Array.of(phases.settle, plan.before, storedVolume(integrator));
  const look = lookAfterStep(network, assembly, integrator, observer);
  return { network, trace, plan, assembly, integrator, observer, clock, look };
}

/** Stored volume when the run began, m³. */
export const volumeAtStart = ({ clock }: SimulationRun) => clock[at.volume]!;

export const isFinished = ({ integrator, plan }: SimulationRun) => integrator.time >= plan.end;

/** Does what is due at the present time: shorter steps, the window, the next cycle. */
function enterPhases(run: SimulationRun): void {
  const { plan, integrator, observer, clock, assembly } = run;
  const { time } = integrator;
  if (clock[at.phase] === phases.settle && time >= clock[at.fineFrom]! && !waitsLonger(run)) {
    clock[at.phase] = phases.fine;
    // Steps so short that no extreme falls between two; before the window too, so that the drift compares like with like.
    integrator.longestStep = Math.min(integrator.options.longestStep, run.network.pacing.contraction / 100);
    observer.outflows.push(outflowPassed(assembly, integrator));
  }
  const from = plan.selfPaced ? clock[at.fineFrom]! : plan.start;
  if (clock[at.phase] === phases.fine && time >= from) {
    clock[at.phase] = phases.watch;
    beginWindow(observer, integrator);
    observer.outflows.push(outflowPassed(assembly, integrator));
    if (plan.selfPaced || plan.cycles === 1) beginDrawing(observer, integrator);
    if (!plan.selfPaced) splitCycles(observer, assembly.lymphangions.length);
    return;
  }
  const inside = clock[at.phase] === phases.watch && !plan.selfPaced && time > plan.start && time < plan.end;
  if (!inside || !plan.marks.includes(time)) return;
  splitCycles(observer, assembly.lymphangions.length);
  if (time === plan.marks.at(-2)) beginDrawing(observer, integrator);
}

/** In the middle of the run of a vessel that paces itself: whether ten of its periods begin later, and then when. */
function waitsLonger({ plan, observer, clock, integrator }: SimulationRun): boolean {
  if (!plan.selfPaced || integrator.time > plan.before) return false;
  const found = periodOfOnsets(observer.onsets);
  if (found === undefined) return false;
  const later = plan.end - (mostPeriods + 0.5) * found.period;
  if (later <= integrator.time) return false;
  clock[at.fineFrom] = later;
  return true;
}

/** The first number above `time` in a rising list. */
function firstAfter(marks: readonly number[], time: number): number | undefined {
  let low = 0;
  let high = marks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (marks[middle]! > time) high = middle;
    else low = middle + 1;
  }
  return marks[low];
}

function nextMark({ plan, clock, integrator }: SimulationRun): number {
  const { time } = integrator;
  const mark = firstAfter(plan.marks, time) ?? plan.end;
  const fine = clock[at.fineFrom]!;
  return fine > time && fine < mark ? fine : mark;
}

/**
 * Goes on until the run is finished, or to the first step that reaches `until`, s.
 *
 * @returns `task/cancelled` when the context's signal is aborted, `solver/no-convergence` when the equations cannot be solved.
 */
export function advanceRun(
  run: SimulationRun,
  until = Number.POSITIVE_INFINITY,
  context?: TaskContext,
): Result<SimulationRun> {
  const { integrator, plan } = run;
  return attempt(() => {
    while (!isFinished(run) && integrator.time < until) {
      const fraction = integrator.time / plan.end;
      checkpoint(context, { task: "simulate", fraction, message: "running cycles" });
      enterPhases(run);
      integrateTo(integrator, nextMark(run), run.look, Math.min(until, integrator.time + plan.period));
    }
    return run;
  });
}
