/** A network in the middle of a run, for results that are read at moments of it and not over whole periods at its end. */
import {
  type Assembly,
  assemble,
  createIntegrator,
  type Integrator,
  integrateTo,
  methods,
  type Network,
} from "@openlymph/physiology";
import { loadsLongestStep, nextLoadBreak } from "../packages/physiology/src/network/outside-pressure.ts";

export interface Course {
  readonly assembly: Assembly;
  readonly integrator: Integrator;
}

/** Begins at time 0, with the network's own solver. */
export function beginCourse(network: Network): Course {
  const { method, tolerance, step, longestStep } = network.solver;
  const assembly = assemble(network);
  const integrator = createIntegrator(assembly.system, {
    method: method === "auto" ? method : methods[method],
    tolerance,
    step,
    longestStep: longestStep ?? Math.min(network.pacing.contraction / 20, loadsLongestStep(network)),
    mostSteps: 1e8,
    nextBreak: nextLoadBreak(network),
  });
  return { assembly, integrator };
}

/** Goes on to that time, s, exactly. */
export function goOn({ integrator }: Course, time: number): void {
  if (time > integrator.time) integrateTo(integrator, time);
}

/** Volume, m³, that has left through all outlets since the start. */
export function volumeOut({ assembly: { system, paths }, integrator: { passed } }: Course): number {
  return paths.reduce((sum, { outlet }, e) => {
    if (outlet === undefined) return sum;
    return sum + (system.to[e]! >= system.cells ? passed[e]! : -passed[e]!);
  }, 0);
}

/** Number of a path by its name, such as `collector.valve.3`. */
export function pathNumber({ assembly }: Course, id: string): number {
  return assembly.paths.findIndex((path) => path.id === id);
}
