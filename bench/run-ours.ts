/**
 * One case of the benchmark family on our engine: all that the benchmark knows of how the engine is driven.
 *
 * The clock runs around the integration alone (start made consistent, all steps), as for CVODE. A right-hand side is one
 * call of `evaluate`: a linearly implicit method calls it once per stage after the first and once at the new state, which
 * also gives the derivatives; an explicit one the same, so dopri5 takes seven per accepted step.
 */
import { assemble, createIntegrator, integrateTo, type MethodName, methods } from "@openlymph/physiology";
import type { BenchCase } from "./network-family.ts";
import type { Run } from "./run.ts";

export interface OurSettings {
  readonly method: MethodName;
  readonly tolerance: number;
  readonly repeats: number;
}

/** Explicit methods need a volume at every junction today, and are hopeless where the wall is stiff. */
export function methodsFor(item: BenchCase): readonly MethodName[] {
  const explicit = item.kind === "mild" && Object.keys(item.network.junctions).length === 0;
  return explicit ? ["rodas4", "dopri5"] : ["rodas4"];
}

/** Runs a case; the best time of the repeats. @throws FailureError when the engine cannot solve it. */
export function runOurs(item: BenchCase, { method: name, tolerance, repeats }: OurSettings): Run {
  const { network, from, end } = item;
  const assembly = assemble(network);
  const { system } = assembly;
  const method = methods[name];
  const outlet = assembly.paths.findIndex((path) => path.outlet !== undefined);
  let seconds = Number.POSITIVE_INFINITY;
  let found: Run | undefined;
  for (let i = 0; i < repeats; i++) {
    const began = performance.now();
    const integrator = createIntegrator(system, {
      method,
      tolerance,
      longestStep: network.pacing.contraction / 20,
      mostSteps: 1e8,
    });
    integrateTo(integrator, from);
    const before = integrator.passed[outlet] ?? 0;
    integrateTo(integrator, end);
    seconds = Math.min(seconds, (performance.now() - began) / 1e3);
    const tried = integrator.steps + integrator.rejected;
    found = {
      outflow: ((integrator.passed[outlet] ?? 0) - before) / (end - from),
      volumes: integrator.state.slice(0, system.lymphangions),
      steps: integrator.steps,
      refused: integrator.rejected,
      evaluations: tried * (method.weights.length - 1) + integrator.steps,
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
