import type { Command } from "commander";
import type { Perform } from "./program.ts";
import { examples } from "./program-parts.ts";

interface Options {
  readonly svg?: string;
  readonly still?: string;
  readonly json?: boolean;
}

/** The command about single strokes. */
export function addStrokes(program: Command, perform: Perform): void {
  program
    .command("strokes")
    .summary("how each stroke is done, in words, numbers and pictures")
    .description(
      "Shows how a stroke is done: steps, pressure, times, what to feel for and to avoid, who may do it, where sources disagree. Without a stroke, lists them. All are drafts until a named professional has approved them.",
    )
    .argument("[stroke...]", "id or name, such as pump or vodder_pump")
    .option("--svg <file>", "also write the moving picture (.svg)")
    .option("--still <file>", "also write three moments for paper (.svg or .png)")
    .option("--json", "print JSON instead of a page")
    .addHelpText("after", examples(["strokes", "strokes stationary circle", "strokes pump --still pump.png"]))
    .action((stroke: readonly string[], options: Options) =>
      perform(async (surroundings) => {
        const { strokesCommand } = await import("./commands/strokes.ts");
        const named = stroke.length === 0 ? undefined : stroke.join(" ");
        return strokesCommand({ stroke: named, ...options }, surroundings);
      }),
    );
}
