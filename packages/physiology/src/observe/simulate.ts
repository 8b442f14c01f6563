/** Runs a network through its cycles and observes the last ones. */
import { checkpoint, type Result, type TaskContext } from "@openlymph/base";
import type { Network } from "../network/network.ts";
import { finishRun } from "./finish-run.ts";
import { advanceRun, beginRun, type RunOptions } from "./run.ts";
import type { Simulation } from "./simulation.ts";

export interface SimulationOptions extends RunOptions {
  readonly context?: TaskContext | undefined;
}

/**
 * Simulates a network from its initial state.
 *
 * @returns means over the observed window with drift and mass balance; `param/out-of-range` for a time or number of cycles
 * that is not positive, `solver/no-convergence` when the equations cannot be solved.
 * @example
 * const network = unwrap(parseNetwork(text, "bertram-2011.yaml"));
 * const { outflow } = unwrap(simulate(network, { cycles: 30 })); // m³/s
 */
export function simulate(network: Network, options: SimulationOptions = {}): Result<Simulation> {
  const { context, ...rest } = options;
  const run = beginRun(network, rest);
  if (!run.ok) return run;
  const advanced = advanceRun(run.value, undefined, context);
  if (!advanced.ok) return advanced;
  const result = finishRun(run.value);
  if (result.ok) checkpoint(context, { task: "simulate", fraction: 1, message: "done" });
  return result;
}
