/**
 * `openlymph`: reads the command line, hands it to one plain function per command, prints what that returns.
 *
 * Exit codes: 0 done; 1 a check found errors in what it was given; 2 a mistake in the input or in the way the command was
 * used; 70 a mistake in the program.
 */
import { CommanderError } from "commander";
import type { CommandOutput } from "./output/command-output.ts";
import { plain } from "./output/page.ts";
import { progressLine } from "./output/progress.ts";
import { styleFor } from "./output/style.ts";
import { buildProgram, type Perform } from "./program.ts";

export const exitCodes = { done: 0, found: 1, refused: 2, bug: 70 } as const;

function say(line: string): void {
  process.stderr.write(`openlymph: ${plain(line)}\n`);
}

/** Says that the program itself failed, in one line; the stack only with `OPENLYMPH_DEBUG`. */
export function reportBug(error: unknown): number {
  const message = error instanceof Error ? error.message : String(error);
  say(`internal error: ${message}. This is a mistake in the program; please report it with the command and its files.`);
  if (process.env["OPENLYMPH_DEBUG"] && error instanceof Error) process.stderr.write(`${error.stack}\n`);
  return exitCodes.bug;
}

/** Files first: what is printed is true only once they are stored. */
async function deliver({ text, files = [], found = false }: CommandOutput): Promise<number> {
  for (const file of files) {
    const { writeWhole } = await import("./output/write-file.ts");
    const failure = writeWhole(file);
    if (failure !== undefined) {
      const { describeFailure } = await import("@openlymph/base");
      say(describeFailure(failure));
      return exitCodes.refused;
    }
  }
  process.stdout.write(`${text}\n`);
  for (const { path } of files) say(`wrote ${path}`);
  return found ? exitCodes.found : exitCodes.done;
}

/** Runs the command line `argv` (without program and script) and returns the exit code. */
export async function main(argv: readonly string[]): Promise<number> {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(exitCodes.done);
    say(`standard output: a file cannot be written: the system says ${error.code ?? error.message}`);
    process.exit(exitCodes.refused);
  });
  let code: number = exitCodes.done;
  const perform: Perform = async (command) => {
    const progress = progressLine(process.stderr);
    const surroundings = { style: styleFor(process.stdout, process.env), report: progress.report };
    const result = await command(surroundings).finally(progress.clear);
    if (result.ok) {
      code = await deliver(result.value);
      return;
    }
    const { describeFailure } = await import("@openlymph/base");
    say(describeFailure(result));
    code = exitCodes.refused;
  };
  const program = buildProgram(perform);
  try {
    if (argv.length === 0) program.outputHelp();
    else await program.parseAsync(argv, { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.refused;
    return reportBug(error);
  }
}
