/**
 * Hours to years of the averaged body: SDIRK2 (γ = 1 − 1/√2, L-stable; Alexander 1977) with an embedded first-order
 * error hγ(f₂ − f₁), stepping exactly onto every sample time and every discontinuity.
 *
 * Volumes and masses are advanced with the stage flows themselves, so that fluid and protein are conserved to rounding
 * whatever the tolerance of Newton's method. The absorbed share of the nodes is lagged by one stage; what is absorbed is
 * booked, so that this too is exact.
 */
import { checkpoint, raise, type TaskContext } from "@openlymph/base";
import {
  addBooked,
  type Booked,
  balanceOf,
  bookStage,
  bookStep,
  gainedPlasma,
  nothingBooked,
  totalOf,
} from "./booking.ts";
import { closeNodeBalance } from "./close-balance.ts";
import { type BodyCondition, healthyCondition } from "./condition.ts";
import type { Flows } from "./flows.ts";
import type { FluidRider } from "./fluid-step.ts";
import { firstStep, nothingPassed } from "./healthy-state.ts";
import type { WholeBody } from "./invert.ts";
import { makeLymphProteinSolver, solveLymphProtein, updateAbsorbedShare } from "./lymph-protein.ts";
import {
  followPlasma,
  makeStageBase,
  makeStageSolver,
  makeUnknowns,
  type StageUnknowns,
  solveStage,
} from "./newton.ts";
import type { Plasma } from "./plasma.ts";
import { longestRemodellingStep, remodel } from "./remodelling.ts";
import type { WholeBodySeries, WholeBodyState } from "./state.ts";

const gamma = 1 - Math.SQRT1_2;
const smallestStep = 1e-3;
/** Residual a stage may end with, over the tolerance of a step: far below what the step itself leaves. */
const newtonShare = 5e-4;
const loosestStage = 1e-5;

export interface IntegrateOptions {
  /** Times of the states to keep, s, rising; the run begins at `start.time` and ends at the last one. */
  readonly sampleTimes: readonly number[];
  /** Writes the condition at a time into the given one, which holds what was written last; default: health. */
  readonly condition?: (time: number, out: BodyCondition) => void;
  /** Times at which the condition jumps, s. */
  readonly breaks?: readonly number[];
  /** Largest local error of a step, as a share of the healthy volume and protein of a compartment. */
  readonly tolerance?: number | undefined;
  /** Longest step, s. */
  readonly longestStep?: number | undefined;
  /** Told of every accepted step and every kept state, in this order. */
  readonly riders?: readonly FluidRider[];
  readonly context?: TaskContext | undefined;
  readonly label?: string;
}

const conduitKinds = ["drain", "edge", "anastomosis", "link"] as const;

/** First guess of a stage: the course of these flows, carried on. */
function carryOn(
  volume: Float64Array,
  mass: Float64Array,
  duration: number,
  { volumeRate, massRate }: Pick<Flows, "volumeRate" | "massRate">,
  guess: StageUnknowns,
): void {
  for (let k = 0; k < volume.length; k++) {
    guess.volume[k] = Math.max(0.5 * volume[k]!, volume[k]! + duration * volumeRate[k]!);
    guess.mass[k] = Math.max(0.5 * mass[k]!, mass[k]! + duration * massRate[k]!);
  }
}

/**
 * Runs the body from `start` through `sampleTimes`.
 *
 * The first kept state is the one at the first sample time; a sample at `start.time` gives the state right after any
 * jump of the condition there, volumes unchanged. Raises `solver/no-convergence` naming the time.
 */
export function integrateBody(body: WholeBody, start: WholeBodyState, options: IntegrateOptions): WholeBodySeries {
  const {
    sampleTimes,
    condition: describe,
    tolerance = 2e-3,
    longestStep = 10 * 86400,
    riders = [],
    context,
    label = "body",
  } = options;
  const end = sampleTimes.at(-1) ?? start.time;
  const breaks = [...(options.breaks ?? [])].filter((t) => t >= start.time && t < end).sort((a, b) => a - b);
  const solver = makeStageSolver(body, Math.min(loosestStage, newtonShare * tolerance));
  const proteinSolver = makeLymphProteinSolver(body);
  const condition = healthyCondition(body);
  const count = body.compartmentCount;
  const { flows } = solver;

  const volume = start.volume.slice();
  const mass = start.proteinMass.slice();
  const unknowns = makeUnknowns(body);
  unknowns.pressure.set(start.pressure);
  const absorbed = start.absorbedShare.slice();
  const protein = start.junctionProtein.slice();
  const base = makeStageBase(body);
  const plasma: Plasma = { volume: start.plasmaVolume, protein: start.plasmaProtein };
  const { remodelled } = flows;
  remodelled.pumpHealth.set(start.pumpHealth);
  remodelled.scarring.set(start.scarring);
  flows.junctionProtein.set(start.junctionProtein);
  const firstRate = { volume: new Float64Array(count), mass: new Float64Array(count) };
  const passed = nothingPassed(body);
  const firstFlow = nothingPassed(body);
  const moved = nothingPassed(body);
  const filtered = new Float64Array(count);
  const firstFiltration = new Float64Array(count);
  const volumeBefore = new Float64Array(count);
  const pressureBefore = unknowns.pressure.slice();
  const absorbedBefore = absorbed.slice();

  const booked = nothingBooked();
  const mean = nothingBooked();
  const pending: readonly [Booked, Booked] = [nothingBooked(), nothingBooked()];
  const startFluid = totalOf(volume);
  const startProtein = totalOf(mass);

  let iterations = 0;
  const stage = (time: number, step: number, slot: 0 | 1): boolean => {
    describe?.(time, condition);
    const used = solveStage(solver, condition, unknowns, base, step, absorbed, slot === 1);
    if (used < 0) return false;
    iterations += used;
    closeNodeBalance(body, absorbed, flows);
    solveLymphProtein(proteinSolver, flows, protein);
    followPlasma(solver, unknowns, base, step);
    bookStage(body, flows, protein, absorbed, unknowns.plasma, pending[slot]);
    return true;
  };
  const refreshNodes = () => updateAbsorbedShare(body, condition.removed, flows, protein, absorbed);

  let proposed = start.nextStep;
  /** Whether the flows at hand are those before the next step: not after a jump, nor where a run may be taken up again. */
  let goesOn = false;
  const snapshot = (time: number): WholeBodyState => ({
    time,
    volume: volume.slice(),
    proteinMass: mass.slice(),
    tissuePressure: flows.elastic.slice(),
    filtration: flows.filtration.slice(),
    plasmaVolume: plasma.volume,
    plasmaProtein: plasma.protein,
    pumpHealth: remodelled.pumpHealth.slice(),
    scarring: remodelled.scarring.slice(),
    drainFlow: flows.drain.slice(),
    pressure: unknowns.pressure.slice(),
    inflow: flows.inflow.slice(),
    absorbedShare: absorbed.slice(),
    junctionProtein: protein.slice(),
    edgeFlow: flows.edge.slice(),
    anastomosisFlow: flows.anastomosis.slice(),
    linkFlow: flows.link.slice(),
    passed: {
      drain: passed.drain.slice(),
      edge: passed.edge.slice(),
      anastomosis: passed.anastomosis.slice(),
      link: passed.link.slice(),
    },
    nextStep: proposed,
  });
  /** Pressures and flows that belong to the present volumes (no time passes). */
  const settle = (time: number): void => {
    for (let pass = 0; pass < 3; pass++) {
      base.volume.set(volume);
      base.mass.set(mass);
      Object.assign(base.plasma, plasma);
      unknowns.volume.set(volume);
      unknowns.mass.set(mass);
      if (!stage(time, 0, 0))
        raise("solver/no-convergence", { path: label, value: `${time} s`, expected: "a steady flow" });
      refreshNodes();
    }
  };

  const states: WholeBodyState[] = [];
  let time = start.time;
  let steps = 0;
  let nextBreak = 0;
  if ((sampleTimes[0] ?? end) <= start.time) settle(time);
  for (const sample of sampleTimes) {
    while (sample - time > smallestStep / 2) {
      while (nextBreak < breaks.length && breaks[nextBreak]! <= time + smallestStep / 2) {
        nextBreak++;
        goesOn = false;
        proposed = Math.min(proposed, firstStep);
      }
      const target = Math.min(sample, breaks[nextBreak] ?? Number.POSITIVE_INFINITY);
      const left = target - time;
      describe?.(time, condition);
      let step = Math.min(proposed, longestStep, left, longestRemodellingStep(body, condition));
      if (step < left && step > 0.6 * left) step = left / 2;
      pressureBefore.set(unknowns.pressure);
      absorbedBefore.set(absorbed);
      base.volume.set(volume);
      base.mass.set(mass);
      Object.assign(base.plasma, plasma);
      unknowns.volume.set(volume);
      unknowns.mass.set(mass);
      if (goesOn) carryOn(volume, mass, gamma * step, flows, unknowns);
      let error = Number.POSITIVE_INFINITY;
      if (stage(time + gamma * step, gamma * step, 0)) {
        firstRate.volume.set(flows.volumeRate);
        firstRate.mass.set(flows.massRate);
        for (const kind of conduitKinds) firstFlow[kind].set(flows[kind]);
        firstFiltration.set(flows.filtration);
        refreshNodes();
        for (let k = 0; k < count; k++) {
          base.volume[k] = volume[k]! + (1 - gamma) * step * firstRate.volume[k]!;
          base.mass[k] = mass[k]! + (1 - gamma) * step * firstRate.mass[k]!;
        }
        carryOn(volume, mass, step, flows, unknowns);
        const gained = gainedPlasma(pending[0]);
        base.plasma.volume = plasma.volume + (1 - gamma) * step * gained.volume;
        base.plasma.protein = plasma.protein + (1 - gamma) * step * gained.protein;
        // The second stage starts from the first one's course, carried on.
        for (let n = 0; n < body.unknownCount; n++) {
          const course = unknowns.pressure[n]! - pressureBefore[n]!;
          unknowns.pressure[n] = unknowns.pressure[n]! + (course * (1 - gamma)) / gamma;
        }
        // Just inside the end of the step: a condition that jumps there has not jumped yet.
        if (stage(time + step * (1 - 1e-9), gamma * step, 1)) {
          error = 0;
          for (let k = 0; k < count; k++) {
            const byVolume = (gamma * step * Math.abs(flows.volumeRate[k]! - firstRate.volume[k]!)) / body.volume[k]!;
            const byMass =
              (gamma * step * Math.abs(flows.massRate[k]! - firstRate.mass[k]!)) / solver.scales.restMass[k]!;
            error = Math.max(error, byVolume, byMass);
          }
        }
      }
      if (!(error <= tolerance)) {
        unknowns.pressure.set(pressureBefore);
        absorbed.set(absorbedBefore);
        goesOn = false;
        proposed = Number.isFinite(error) ? step * Math.max(0.2, 0.9 * Math.sqrt(tolerance / error)) : step / 4;
        if (proposed < smallestStep) {
          raise("solver/no-convergence", {
            path: label,
            value: `${time} s`,
            expected: "a step of at least 1 ms",
            hint: "The body changes too abruptly here, or tissue is pressed empty; check the values around this time.",
          });
        }
        continue;
      }
      volumeBefore.set(volume);
      for (let k = 0; k < count; k++) {
        volume[k] = volume[k]! + step * ((1 - gamma) * firstRate.volume[k]! + gamma * flows.volumeRate[k]!);
        mass[k] = mass[k]! + step * ((1 - gamma) * firstRate.mass[k]! + gamma * flows.massRate[k]!);
      }
      bookStep(pending, gamma, step, mean);
      addBooked(mean, booked);
      const gained = gainedPlasma(mean);
      plasma.volume += gained.volume;
      plasma.protein += gained.protein;
      for (const kind of conduitKinds) {
        const sum = passed[kind];
        for (let e = 0; e < sum.length; e++) {
          moved[kind][e] = step * ((1 - gamma) * firstFlow[kind][e]! + gamma * flows[kind][e]!);
          sum[e] = sum[e]! + moved[kind][e]!;
        }
      }
      if (riders.length > 0) {
        for (let k = 0; k < count; k++) {
          filtered[k] = step * ((1 - gamma) * firstFiltration[k]! + gamma * flows.filtration[k]!);
        }
        for (const rider of riders)
          rider.carry({ time, duration: step, condition, volumeBefore, volume, filtered, ...moved });
      }
      refreshNodes();
      remodel(body, condition, flows, volume, unknowns.pressure, step, remodelled);
      time = target - (time + step) < smallestStep / 2 ? target : time + step;
      steps++;
      goesOn = true;
      const growth = Math.min(3, Math.max(0.3, 0.9 * Math.sqrt(tolerance / Math.max(error, 1e-300))));
      proposed = step < 0.99 * proposed && growth > 1 ? Math.max(proposed, step * growth) : step * growth;
      checkpoint(context, {
        task: label,
        fraction: (time - start.time) / (end - start.time),
        message: `${steps} steps`,
      });
    }
    states.push(snapshot(sample));
    goesOn = false;
    for (const rider of riders) rider.keep(sample);
  }

  const stored: Plasma = { volume: totalOf(volume) - startFluid, protein: totalOf(mass) - startProtein };
  return { states, steps, newtonIterations: iterations, balance: balanceOf(booked, stored) };
}
