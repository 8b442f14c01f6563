/** The commands of the whole body over days and months. */
import type { Command } from "commander";
import type { Perform } from "./program.ts";
import { addCourse } from "./program-course.ts";
import {
  addEnsembleOptions,
  collect,
  type EnsembleFlags,
  examples,
  populationHelp,
  reportHelp,
  seedHelp,
  workersHelp,
} from "./program-parts.ts";

interface BodyOptions extends EnsembleFlags {
  readonly for?: string;
  readonly at?: string;
  readonly set?: readonly string[];
  readonly pumpLaw?: string;
  readonly json?: boolean;
  readonly csv?: string;
  readonly figure?: string;
  readonly report?: string;
  readonly inject?: readonly string[];
  readonly tracer?: string;
}

const settingHelp = 'a setting of the model with its unit, such as "nodeDrop=2 mmHg"; repeatable';

function addBodyEnsemble(body: Command, perform: Perform): void {
  body
    .command("ensemble")
    .summary("compute virtual bodies and keep them in a file")
    .description(
      "Computes virtual bodies with a history up to its asOf and keeps them in a file with its run record, so that rehearse --bodies begins from them. One that was stopped goes on with --resume.",
    )
    .argument("<history>", "history file (YAML, openlymph/history@1)")
    .requiredOption("--out <file>", "file to write (JSON, openlymph/bodies@1)")
    .option("--members <n>", "how many bodies (default: 200)")
    .option("--seed <n>", seedHelp)
    .option("--population <id>", populationHelp)
    .option("--workers <n>", workersHelp)
    .option("--set <id=value>", "a setting that all bodies share, with its unit; repeatable", collect, [])
    .option("--resume", "go on from the journal of one that was stopped")
    .option("--json", "print JSON instead of tables")
    .addHelpText("after", examples(["body ensemble arm.yaml --members 200 --seed 1 --out bodies.json"]))
    .action((history: string, options: BodyOptions & { readonly out: string }) =>
      perform(async (surroundings) => {
        const { bodyEnsembleCommand } = await import("./commands/body-ensemble.ts");
        return bodyEnsembleCommand({ history, ...options }, surroundings);
      }),
    );
}

/** `body`: run, ensemble, course, examine, nodes, settings. */
export function addBody(program: Command, perform: Perform): void {
  const body = program.command("body").summary("the whole body over days and months").description("The whole body.");
  addEnsembleOptions(body.command("run"))
    .summary("run the whole body through a history")
    .description(
      "Runs the whole body through a history: excess of each limb, fluid, lymph flow, pressures, protein and detours. Time counts from the first thing that happened in the history, else from its asOf.",
    )
    .argument("<history>", "history file (YAML, openlymph/history@1)")
    .option("--for <time>", "how long, such as 720d or 36h (default: until asOf, else 1 d)")
    .option("--at <times>", "times to show, divided by commas, such as 3d,7d (default: a few, ever wider apart)")
    .option("--set <id=value>", settingHelp, collect, [])
    .option("--pump-law <law>", "fit: logistic curves (default); table: the resolved collector, tabulated")
    .option("--json", "print JSON instead of tables")
    .option("--csv <file>", "also write every number as a table (CSV); with --ensemble one row per body")
    .option("--figure <file>", "also draw it: bodies and curves, with --ensemble the bands (.svg or .png)")
    .option("--report <file>", reportHelp)
    .addHelpText(
      "after",
      examples([
        "body run examples/histories/arm-after-axillary-clearance.yaml --for 720d",
        'body run arm.yaml --for 90d --at 3d,7d,30d --set "nodeDrop=2 mmHg" --set pumpReserve=3',
        "body run arm.yaml --for 720d --figure arm.svg --report arm.html",
        "body run arm.yaml --for 720d --ensemble 200 --figure bands.svg",
      ]),
    )
    .addHelpText("after", "Settings, their defaults and ranges: openlymph body settings\n")
    .action((history: string, options: BodyOptions) =>
      perform(async (surroundings) => {
        const { bodyRunCommand } = await import("./commands/body-run.ts");
        return bodyRunCommand({ history, ...options }, surroundings);
      }),
    );
  addBodyEnsemble(body, perform);
  addCourse(body, perform);
  body
    .command("examine")
    .summary("inject a tracer and see where it goes")
    .description(
      "Injects a tracer into the skin of a typical body with a history and follows it: when it is seen where, what nodes take up, how fast the depot is cleared, detours, tracer in skin elsewhere, and what reaches the blood.",
    )
    .argument("<history>", "history file (YAML, openlymph/history@1)")
    .requiredOption(
      "--inject <territory>",
      "territory to inject, such as handDorsum_L; several divided by commas share the dose (see: openlymph anatomy list territories)",
      collect,
    )
    .option("--at <time>", "when, after the start of the asOf day, such as 8h (default: 0 h)")
    .option("--for <time>", "how long to follow it, such as 24h (default: 2 h)")
    .option("--tracer <id>", "icg, nanocolloid, albumin, igg or fluorescein (default: nanocolloid)")
    .option("--set <id=value>", settingHelp, collect, [])
    .option("--json", "print JSON instead of tables")
    .option("--figure <file>", "also draw it: the body with the tracer, and curves (.svg or .png)")
    .option("--report <file>", reportHelp)
    .addHelpText(
      "after",
      examples([
        "body examine examples/histories/healthy.yaml --inject handDorsum_L --for 2h",
        "body examine examples/histories/arm-after-axillary-clearance.yaml --inject handDorsum_L --tracer icg --for 24h --figure arm.svg",
      ]),
    )
    .action((history: string, options: BodyOptions) =>
      perform(async (surroundings) => {
        const { bodyExamineCommand } = await import("./commands/body-examine.ts");
        return bodyExamineCommand({ history, ...options }, surroundings);
      }),
    );
  body
    .command("nodes")
    .summary("bacteria and node groups that swell")
    .description(
      "Follows the bacteria of infections, and what is left of them, of operations and of wounds, to the node groups: how many are caught and killed, which nodes swell past their threshold, and when they are back below it.",
    )
    .argument("<history>", "history file (YAML, openlymph/history@1)")
    .option("--for <time>", "how long after the first thing that happened, such as 42d (default: 42 d)")
    .option("--json", "print JSON instead of tables")
    .option("--figure <file>", "also draw it: the nodes in the body, and curves (.svg or .png)")
    .option("--report <file>", reportHelp)
    .addHelpText(
      "after",
      examples([
        "body nodes examples/histories/arm-infection.yaml --for 42d",
        "body nodes examples/histories/arm-infection.yaml --figure nodes.svg --report nodes.html",
      ]),
    )
    .action((history: string, options: BodyOptions) =>
      perform(async (surroundings) => {
        const { bodyNodesCommand } = await import("./commands/body-nodes.ts");
        return bodyNodesCommand({ history, ...options }, surroundings);
      }),
    );
  body
    .command("settings")
    .summary("settings of the model that --set changes")
    .description("Lists the settings of the whole-body model with default, range and source.")
    .option("--json", "print JSON instead of a table")
    .action((options: BodyOptions) =>
      perform(async (surroundings) => {
        const { bodySettingsCommand } = await import("./commands/body-settings.ts");
        return bodySettingsCommand(options, surroundings);
      }),
    );
}
