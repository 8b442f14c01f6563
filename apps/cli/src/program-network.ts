/** The commands that run one network: simulate and pump-curve. */
import type { Command } from "commander";
import type { Perform } from "./program.ts";
import { collect, examples } from "./program-parts.ts";

interface Options {
  readonly set?: readonly string[];
  readonly cycles?: string;
  readonly for?: string;
  readonly json?: boolean;
  readonly csv?: string;
  readonly out?: string;
  readonly figure?: string;
  readonly loop?: readonly string[];
  readonly checkpoint?: string;
  readonly every?: string;
  readonly resume?: string;
  readonly until?: string;
  readonly from?: string;
  readonly to?: string;
  readonly points?: string;
  readonly mostCycles?: string;
}

function addSimulate(program: Command, perform: Perform): void {
  program
    .command("simulate")
    .summary("a network of lymphangions, valve by valve")
    .description("Runs a network of lymphangions, valves and nodes from its file and reports its last cycle.")
    .argument("<network>", "network file (YAML, openlymph/network@1)")
    .option(
      "--set <path=value>",
      'a parameter with its unit, such as "outlet.pressure=12 mmHg"; repeatable',
      collect,
      [],
    )
    .option("--cycles <n>", "how many cycles (default: as the file says)")
    .option("--for <time>", "how long instead, such as 90s or 10min")
    .option("--checkpoint <file>", "save the run on its way, and on Ctrl-C, so that it can go on")
    .option("--every <time>", "how often to save it, in time of the run (default: 10min)")
    .option("--resume <file>", "go on from a checkpoint, to the bit as if never stopped")
    .option("--until <time>", "stop at this time of the run, save it and go on another day")
    .option("--json", "print JSON instead of tables")
    .option("--csv <file>", "also write the course of the last cycle (CSV)")
    .option("--out <file>", "the same as a table (.csv or .parquet), with its run record beside it")
    .option("--figure <file>", "also draw it: diameters, pressures and flows (.svg or .png)")
    .option(
      "--loop <lymphangion=file>",
      "also draw the pressure-diameter loop of a lymphangion (.svg or .png); repeatable",
      collect,
      [],
    )
    .addHelpText(
      "after",
      examples([
        "simulate examples/networks/bertram-2011.yaml",
        'simulate examples/networks/bertram-2011.yaml --set "pacing.lag=135 deg" --json',
        "simulate examples/networks/human-collector.yaml --figure run.svg --loop collector.5=loop.png",
      ]),
    )
    .action((network: string, options: Options) =>
      perform(async (surroundings) => {
        const { simulateCommand } = await import("./commands/simulate.ts");
        return simulateCommand({ network, ...options }, surroundings);
      }),
    );
}

function addPumpCurve(program: Command, perform: Perform): void {
  program
    .command("pump-curve")
    .summary("mean flow of a network against the pressure it has to lift")
    .description(
      "Runs a network against rising outlet pressures, each until it is periodic, and finds its stall pressure and the linear law P_in - P_out = -P_p + R_L Q.",
    )
    .argument("<network>", "network file (YAML, openlymph/network@1)")
    .option("--from <pressure>", "lowest rise, outlet minus inlet (default: 0 mmHg)")
    .option("--to <pressure>", "highest rise (default: 60 mmHg)")
    .option("--points <n>", "how many rises, evenly apart (default: 13)")
    .option("--most-cycles <n>", "most cycles to run for one point (default: 96)")
    .option("--set <path=value>", "a parameter with its unit, as for simulate; repeatable", collect, [])
    .option("--json", "print JSON instead of a table")
    .option("--out <file>", "also write the points as a table (.csv or .parquet), with its run record beside it")
    .option("--figure <file>", "also draw the curve (.svg or .png)")
    .addHelpText(
      "after",
      examples([
        "pump-curve examples/networks/human-collector.yaml --figure curve.svg",
        'pump-curve examples/networks/bertram-2011.yaml --to "0.6 mmHg" --points 7 --out curve.parquet',
      ]),
    )
    .action((network: string, options: Options) =>
      perform(async (surroundings) => {
        const { pumpCurveCommand } = await import("./commands/pump-curve.ts");
        return pumpCurveCommand({ network, ...options }, surroundings);
      }),
    );
}

/** Adds the commands of networks. */
export function addNetworks(program: Command, perform: Perform): void {
  addSimulate(program, perform);
  addPumpCurve(program, perform);
}
