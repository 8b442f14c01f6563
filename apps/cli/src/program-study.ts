/** The commands that run a model many times: sweep, sensitivity, calibrate. */
import type { Command } from "commander";
import type { Perform } from "./program.ts";
import { workersHelp } from "./program-parts.ts";

interface Options {
  readonly out: string;
  readonly workers?: string;
  readonly resume?: boolean;
  readonly json?: boolean;
}

const studyArgument = "study file (YAML, openlymph/study@1)";

function addSweep(program: Command, perform: Perform): void {
  program
    .command("sweep")
    .summary("a network at many values of its parameters")
    .description(
      "Runs the network of a study at every point of its design and writes a table. Points that fail are rows that say why. A sweep that was stopped goes on with --resume.",
    )
    .argument("<study>", studyArgument)
    .requiredOption("--out <file>", "table to write (.csv or .parquet); its run record lies beside it")
    .option("--workers <n>", workersHelp)
    .option("--resume", "go on from the journal of a sweep that was stopped")
    .option("--json", "print JSON instead of tables")
    .addHelpText("after", "\nExample:\n  $ openlymph sweep examples/studies/collector-load.yaml --out load.csv\n")
    .action((study: string, options: Options) =>
      perform(async (surroundings) => {
        const { sweepCommand } = await import("./study/sweep.ts");
        return sweepCommand({ study, ...options }, surroundings);
      }),
    );
}

function addSensitivity(program: Command, perform: Perform): void {
  program
    .command("sensitivity")
    .summary("which parameters matter, and how much")
    .description(
      "Finds how the outputs of a study depend on its parameters, by every method its file asks for: local derivatives, elementary effects, shares of the variance.",
    )
    .argument("<study>", studyArgument)
    .option("--workers <n>", workersHelp)
    .option("--json", "print JSON instead of tables")
    .addHelpText("after", "\nExample:\n  $ openlymph sensitivity examples/studies/collector-sensitivity.yaml\n")
    .action((study: string, options: Options) =>
      perform(async (surroundings) => {
        const { sensitivityCommand } = await import("./study/sensitivity.ts");
        return sensitivityCommand({ study, ...options }, surroundings);
      }),
    );
}

function addCalibrate(program: Command, perform: Perform): void {
  program
    .command("calibrate")
    .summary("parameters from measured values, with their errors")
    .description(
      "Finds the parameters with which a network meets the targets of a study, with errors, correlation and what the targets cannot tell apart.",
    )
    .argument("<study>", studyArgument)
    .option("--workers <n>", workersHelp)
    .option("--json", "print JSON instead of tables")
    .addHelpText("after", "\nExample:\n  $ openlymph calibrate examples/studies/collector-calibration.yaml\n")
    .action((study: string, options: Options) =>
      perform(async (surroundings) => {
        const { calibrateCommand } = await import("./study/calibrate.ts");
        return calibrateCommand({ study, ...options }, surroundings);
      }),
    );
}

/** Adds the commands for studies to the program. */
export function addStudies(program: Command, perform: Perform): void {
  addSweep(program, perform);
  addSensitivity(program, perform);
  addCalibrate(program, perform);
}
