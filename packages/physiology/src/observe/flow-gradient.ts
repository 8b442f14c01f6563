/**
 * Exact sensitivities of the mean flow: how the flow into and out of a network in its last cycle answers to parameters.
 *
 *   ∂⟨Q⟩/∂p = (1/T) ∫ δQ dt over the last cycle, by the trapezoidal rule over the steps of the run
 *
 * δQ comes from the tangent of the run (solve/tangent.ts), so the answer is that of the equations at this point, not of
 * two runs a distance apart. Held to central differences of whole runs within 1 % by a test.
 *
 * Limit: a valve with hysteresis that opens and closes many times in a cycle (it chatters) amplifies any nudge at every
 * turn; then the tangent grows and says nothing about the mean. Whoever uses it compares it with differences, as
 * `openlymph sensitivity` does.
 */
import { attempt, fail, type Result, raise } from "@openlymph/base";
import { assemble } from "../network/assemble.ts";
import { type Network, periodOf } from "../network/network.ts";
import { loadsLongestStep, nextLoadBreak } from "../network/outside-pressure.ts";
import { createIntegrator, integrateTo } from "../solve/integrate.ts";
import { methods } from "../solve/tableau.ts";
import { beginTangent, createTangent, followStep } from "../solve/tangent.ts";

/** A parameter as two networks around the one in question, alike in shape. */
export interface NudgedNetwork {
  readonly more: Network;
  readonly less: Network;
  /** Difference of the parameter between the two, in its unit. */
  readonly difference: number;
}

/** Mean flows, m³/s, and their derivatives, m³/s per unit of each parameter. */
export interface FlowGradient {
  readonly inflow: number;
  readonly outflow: number;
  readonly inflowBy: readonly number[];
  readonly outflowBy: readonly number[];
}

/** Error of a step for such a run; the tangent is only as good as the states it follows. */
const tolerance = 1e-8;

/**
 * Mean flows over the last of `cycles` cycles with their derivatives by each parameter.
 *
 * @returns `field/invalid` for a network that paces itself or has slow processes, or a parameter that changes the period;
 * `solver/no-convergence` when the equations cannot be solved.
 */
export function flowGradient(
  network: Network,
  parameters: readonly NudgedNetwork[],
  cycles = network.solver.cycles,
): Result<FlowGradient> {
  const period = periodOf(network.pacing);
  for (const { more, less } of parameters) {
    if (periodOf(more.pacing) !== period || periodOf(less.pacing) !== period) {
      return fail("field/invalid", {
        path: "pacing",
        expected: "a parameter that leaves the period of contraction as it is",
        hint: "Sensitivity to the frequency is found by differences of whole runs.",
      });
    }
  }
  return attempt(() => run(network, parameters, period, cycles));
}

function run(network: Network, parameters: readonly NudgedNetwork[], period: number, cycles: number): FlowGradient {
  const { system } = assemble(network);
  if (system.slow.length > 0) {
    raise("field/invalid", {
      path: "pacing",
      expected: "prescribed pacing, without shear, protein or swelling",
      hint: "Sensitivities of a network that paces itself are found by differences of whole runs.",
    });
  }
  const { contraction } = network.pacing;
  const integrator = createIntegrator(system, {
    method: methods.rodas4,
    tolerance: Math.min(tolerance, network.solver.tolerance),
    longestStep: network.solver.longestStep ?? Math.min(contraction / 100, loadsLongestStep(network)),
    mostSteps: 1e8,
    nextBreak: nextLoadBreak(network),
  });
  const tangents = parameters.map(({ more, less, difference }) =>
    createTangent(system, { more: assemble(more).system, less: assemble(less).system, difference }),
  );
  for (const tangent of tangents) beginTangent(tangent, system, integrator.state);
  const inlets = Array.from(system.ends).filter((e) => system.from[e]! >= system.cells);
  const outlets = Array.from(system.ends).filter((e) => system.to[e]! >= system.cells);
  const total = (list: readonly number[], flows: Float64Array) => list.reduce((sum, e) => sum + flows[e]!, 0);
  const inflowBy = new Float64Array(parameters.length);
  const outflowBy = new Float64Array(parameters.length);
  let observing = false;
  const follow = (h: number) => {
    for (const [i, tangent] of tangents.entries()) {
      const before = [total(inlets, tangent.flow), total(outlets, tangent.flow)] as const;
      if (!followStep(tangent, system, integrator.work, integrator.state, integrator.time, h)) {
        raise("solver/no-convergence", { path: "solver", expected: "a step whose matrix can be factored" });
      }
      if (!observing) continue;
      inflowBy[i]! += 0.5 * h * (before[0] + total(inlets, tangent.flow));
      outflowBy[i]! += 0.5 * h * (before[1] + total(outlets, tangent.flow));
    }
  };
  integrateTo(integrator, (cycles - 1) * period, follow);
  const passed = Float64Array.from(integrator.passed);
  observing = true;
  integrateTo(integrator, cycles * period, follow);
  const mean = (list: readonly number[]) => (total(list, integrator.passed) - total(list, passed)) / period;
  return {
    inflow: mean(inlets),
    outflow: mean(outlets),
    inflowBy: Array.from(inflowBy, (value) => value / period),
    outflowBy: Array.from(outflowBy, (value) => value / period),
  };
}
