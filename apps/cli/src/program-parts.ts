import type { Command } from "commander";

/** Gathers what a repeated option is given. */
export const collect = (value: string, before: readonly string[] = []): readonly string[] => [...before, value];

/** Examples below the help of a command. */
export function examples(lines: readonly string[]): string {
  return `\nExamples:\n${lines.map((line) => `  $ openlymph ${line}`).join("\n")}\n`;
}

/** Options of a command that can ask virtual bodies, as they are written. */
export interface EnsembleFlags {
  readonly ensemble?: string;
  readonly members?: string;
  readonly seed?: string;
  readonly population?: string;
  readonly workers?: string;
  readonly resume?: boolean;
}

export const seedHelp = "seed of the draws (default: 1); the same seed and number give the same body";
export const populationHelp = "which priors to draw from: assumed (default) or calibrated";
export const reportHelp = "also write a page with figures and curves (HTML, one file)";
export const workersHelp = "how many at once (default: all cores); the result does not depend on it";

/** Adds the options of virtual bodies to a command. */
export function addEnsembleOptions(command: Command): Command {
  return command
    .option("--ensemble <n>", "ask n virtual bodies instead of the typical one, and show bands")
    .option("--seed <n>", `with --ensemble: ${seedHelp}`)
    .option("--population <id>", `with --ensemble: ${populationHelp}`)
    .option("--workers <n>", `with --ensemble: ${workersHelp}`);
}
