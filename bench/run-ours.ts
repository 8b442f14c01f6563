/**
 * One case of the benchmark family on our engine: all that the benchmark knows of how the engine is driven.
 *
 * The clock runs around the integration alone (start made consistent, all steps), as for CVODE; like there it counts the
 * time this thread had a processor (for short runs the best time on the wall), so that a busy machine spoils little. A right-hand side is one
 * evaluation of all pressures and flows, as the engine counts them; those with derivatives are among them.
 */
import {
  type Assembly,
  assemble,
  createIntegrator,
  type Integrator,
  integrateTo,
  longestStepFor,
  type MethodChoice,
  methods,
  type Network,
} from "@openlymph/physiology";
import type { BenchCase } from "./network-family.ts";
import type { Run } from "./run.ts";

export interface OurSettings {
  readonly method: MethodChoice;
  readonly tolerance: number;
  readonly repeats: number;
}

/** Processor time of this thread, s. */
export function processorSeconds(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1e6;
}

/** The system brings processor time up to date every few milliseconds only; what is shorter, s, is timed on the wall. */
const tooShort = 0.02;

/** Begins to time; what it returns tells how long it took, s. */
function stopwatch(): () => number {
  const began = processorSeconds();
  const wall = performance.now();
  return () => {
    const onWall = (performance.now() - wall) / 1e3;
    return onWall < tooShort ? onWall : processorSeconds() - began;
  };
}

/** The method people get unless they ask for another, and the one it may wrongly pass over. */
export function methodsFor(item: BenchCase): readonly MethodChoice[] {
  return ["auto", item.kind === "mild" ? "dopri5" : "rodas4"];
}

/** A run about to begin, as `simulate` would begin it. */
export function startOurs(network: Network, { system }: Assembly, method: MethodChoice, tolerance: number): Integrator {
  return createIntegrator(system, {
    method: method === "auto" ? method : methods[method],
    tolerance,
    longestStep: longestStepFor(network.pacing.contraction),
    mostSteps: 1e8,
  });
}

/** Runs a case; the best time of the repeats. @throws FailureError when the engine cannot solve it. */
export function runOurs(item: BenchCase, { method, tolerance, repeats }: OurSettings): Run {
  const { network, from, end } = item;
  const assembly = assemble(network);
  const { system } = assembly;
  const outlet = assembly.paths.findIndex((path) => path.outlet !== undefined);
  let seconds = Number.POSITIVE_INFINITY;
  let found: Run | undefined;
  for (let i = 0; i < repeats; i++) {
    const elapsed = stopwatch();
    const integrator = startOurs(network, assembly, method, tolerance);
    integrateTo(integrator, from);
    const before = integrator.passed[outlet] ?? 0;
    integrateTo(integrator, end);
    seconds = Math.min(seconds, elapsed());
    found = {
      outflow: ((integrator.passed[outlet] ?? 0) - before) / (end - from),
      volumes: integrator.state.slice(0, system.lymphangions),
      steps: integrator.steps,
      refused: integrator.rejected,
      evaluations: integrator.evaluations,
      seconds,
    };
  }
  if (found === undefined) throw new RangeError("repeats must be 1 or more");
  return { ...found, volumes: inFamilyOrder(item, assembly.lymphangions, found.volumes) };
}

/** Volumes in the order of bench/cvode: vessel by vessel, along the flow. */
function inFamilyOrder(
  item: BenchCase,
  lymphangions: readonly { readonly id: string }[],
  volumes: Float64Array,
): Float64Array {
  const place = new Map(lymphangions.map(({ id }, j) => [id, j]));
  const ids = Object.entries(item.network.vessels).flatMap(([vessel, { lymphangions: count }]) =>
    Array.from({ length: count }, (_, j) => `${vessel}.${j + 1}`),
  );
  return Float64Array.from(ids, (id) => volumes[place.get(id) ?? -1] ?? Number.NaN);
}
