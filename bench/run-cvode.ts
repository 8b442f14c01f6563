/** The program in bench/cvode: built when a C compiler and SUNDIALS are there, run as a process of its own. */
import { mkdirSync } from "node:fs";
import path from "node:path";
import { root, run } from "../scripts/process.ts";
import type { BenchCase } from "./network-family.ts";
import type { Run } from "./run.ts";

export type CvodeMethod = "bdf" | "adams";

/** The program ready to run, or why there is none and what to do about it. */
export type Cvode = { readonly program: string } | { readonly missing: string };

const flags = ["-std=gnu11", "-O3", "-march=native", "-fno-math-errno", "-I/usr/include/suitesparse"];
const sundials = [
  "cvode",
  "nvecserial",
  "sunmatrixband",
  "sunmatrixsparse",
  "sunlinsolband",
  "sunlinsolklu",
  "sunnonlinsolfixedpoint",
].map((name) => `-lsundials_${name}`);

/** What the program is built with, for the page. */
export const howBuilt = `cc ${flags.slice(0, 4).join(" ")}`;

export async function buildCvode(): Promise<Cvode> {
  const folder = path.join(root, ".cache", "bench");
  const program = path.join(folder, "network");
  mkdirSync(folder, { recursive: true });
  const compiler = await run("cc", ["--version"], { quiet: true });
  if (compiler.code !== 0) return { missing: "no C compiler; on Debian: apt-get install gcc libc6-dev" };
  const source = path.join(root, "bench", "cvode", "network.c");
  const { code, output } = await run("cc", [...flags, "-o", program, source, ...sundials, "-lklu", "-lm"], {
    quiet: true,
  });
  if (code === 0) return { program };
  if (/(?:cvode|klu|nvector|sunmatrix|sunlinsol)\S*: No such file|cannot find -l/.test(output)) {
    return { missing: "no SUNDIALS 6; on Debian: apt-get install libsundials-dev libsuitesparse-dev" };
  }
  return { missing: `bench/cvode does not compile here: ${output.split("\n")[0] ?? ""}` };
}

export interface CvodeSettings {
  readonly method: CvodeMethod;
  readonly tolerance: number;
  readonly repeats: number;
}

interface Printed extends Omit<Run, "volumes" | "refused"> {
  readonly volumes: readonly number[];
  readonly errorTestFailures: number;
  readonly nonlinearFailures: number;
}

/** One case at one tolerance; the best time of the repeats. @throws Error with CVODE's words when it fails. */
export async function runCvode(program: string, item: BenchCase, settings: CvodeSettings): Promise<Run> {
  const { method, tolerance, repeats } = settings;
  const { code, output } = await run(program, [...item.words, method, String(tolerance), String(repeats)], {
    quiet: true,
  });
  if (code !== 0) throw new Error(`CVODE ${method} on ${item.id} at ${tolerance}: ${output.trim()}`);
  const { outflow, volumes, steps, evaluations, seconds, ...rest } = JSON.parse(output) as Printed;
  const refused = rest.errorTestFailures + rest.nonlinearFailures;
  return { outflow, volumes: Float64Array.from(volumes), steps, refused, evaluations, seconds };
}
