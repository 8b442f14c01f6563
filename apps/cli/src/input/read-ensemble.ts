import { fail, ok, type Result } from "@openlymph/base";
import type { AveragedParameters } from "@openlymph/physiology";
import { type DrawSetup, populations, usualPopulation } from "@openlymph/rehearsal";
import { readWorkers } from "../study/pool.ts";
import { readCount } from "./read-count.ts";

/** Options of every command that asks virtual bodies, as they are written. */
export interface EnsembleOptions {
  readonly seed?: string | undefined;
  readonly population?: string | undefined;
  readonly workers?: string | undefined;
}

export interface ChosenEnsemble {
  readonly members: number;
  readonly draw: DrawSetup;
  readonly workers: number;
}

const usualMembers = 200;
const mostMembers = 10_000;
const largestSeed = 2 ** 31 - 1;

/**
 * Which virtual bodies are asked, and on how many threads.
 *
 * @param option the one that says how many bodies, such as `--ensemble`; without one 200.
 * @param parameters settings that every body shares, SI.
 */
export function readEnsemble(
  option: string,
  written: string | undefined,
  options: EnsembleOptions,
  parameters: Partial<AveragedParameters> = {},
): Result<ChosenEnsemble> {
  const members = readCount(option, written, [2, mostMembers]);
  if (!members.ok) return members;
  const seed = readCount("--seed", options.seed, [0, largestSeed]);
  if (!seed.ok) return seed;
  const workers = readWorkers(options.workers);
  if (!workers.ok) return workers;
  const { population = usualPopulation } = options;
  const known = populations.map(({ id }) => id);
  if (!known.includes(population)) {
    const expected = `one of ${known.join(", ")}`;
    return fail("reference/unknown", { path: "--population", value: population, expected });
  }
  return ok({
    members: members.value ?? usualMembers,
    draw: { seed: seed.value ?? 1, population, parameters },
    workers: workers.value,
  });
}

/** Refuses an option that only means something together with another one that is not given. */
export function findLonelyOption(
  partner: string,
  options: Readonly<Record<string, unknown>>,
): Result<never> | undefined {
  const [lonely] = Object.entries(options).filter(([, value]) => value !== undefined);
  if (lonely === undefined) return undefined;
  return fail("usage/invalid", { path: lonely[0], expected: `only together with ${partner}` });
}
