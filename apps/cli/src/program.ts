/** The commands, their options and their help. Each loads its own code only when it is called. */
import type { Result } from "@openlymph/base";
import { Command } from "commander";
import manifest from "../package.json" with { type: "json" };
import type { CommandOutput, Surroundings } from "./output/command-output.ts";
import { addCourse } from "./program-course.ts";
import { addNetworks } from "./program-network.ts";
import {
  addEnsembleOptions,
  collect,
  type EnsembleFlags,
  examples,
  populationHelp,
  seedHelp,
  workersHelp,
} from "./program-parts.ts";
import { addScreening } from "./program-screen.ts";
import { addStudies } from "./program-study.ts";

/** Runs a command and prints what it returns. */
export type Perform = (command: (surroundings: Surroundings) => Promise<Result<CommandOutput>>) => Promise<void>;

interface Options extends EnsembleFlags {
  readonly hours?: string;
  readonly compare?: string;
  readonly bodies?: string;
  readonly figure?: string;
  readonly for?: string;
  readonly at?: string;
  readonly set?: readonly string[];
  readonly history?: string;
  readonly json?: boolean;
  readonly csv?: string;
  readonly report?: string;
  readonly inject?: readonly string[];
  readonly tracer?: string;
}

function addRehearse(program: Command, perform: Perform): void {
  addEnsembleOptions(program.command("rehearse"))
    .summary("a history and a plan through the whole body")
    .description(
      "Rehearses a plan on a typical body with a history, beside the same body without the session. A teaching model: it shows what lymph vessels alone carry in this model, not what happens to a person.",
    )
    .argument("<history>", "history file (YAML, openlymph/history@1)")
    .argument("<plan>", "plan file (YAML, openlymph/plan@1)")
    .option("--hours <n>", "hours to follow after the session began (default: 24)")
    .option("--compare <plan2>", "with --ensemble: a second plan, compared with the first body by body")
    .option("--bodies <file>", "with --ensemble: begin from the bodies that body ensemble wrote")
    .option("--figure <file>", "with --ensemble: draw bands and comparison (.svg or .png)")
    .option("--json", "print JSON instead of tables")
    .option("--report <file>", "also write a page with figures and curves (HTML, one file)")
    .addHelpText(
      "after",
      examples([
        "rehearse examples/histories/arm-after-axillary-clearance.yaml examples/plans/lnni-arm.yaml",
        "rehearse arm.yaml plan.yaml --hours 48 --report rehearsal.html",
        "rehearse arm.yaml plan.yaml --compare plan2.yaml --ensemble 200 --figure bands.svg",
      ]),
    )
    .action((history: string, plan: string, options: Options) =>
      perform(async (surroundings) => {
        const { rehearseCommand } = await import("./commands/rehearse.ts");
        return rehearseCommand({ history, plan, ...options }, surroundings);
      }),
    );
}

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
    .action((history: string, options: Options & { readonly out: string }) =>
      perform(async (surroundings) => {
        const { bodyEnsembleCommand } = await import("./commands/body-ensemble.ts");
        return bodyEnsembleCommand({ history, ...options }, surroundings);
      }),
    );
}

function addBody(program: Command, perform: Perform): void {
  const body = program.command("body").summary("the whole body over days and months").description("The whole body.");
  addEnsembleOptions(body.command("run"))
    .summary("run the whole body through a history")
    .description(
      "Runs the whole body through a history: excess of each limb, fluid, lymph flow, pressures, protein and detours. Time counts from the first thing that happened in the history, else from its asOf.",
    )
    .argument("<history>", "history file (YAML, openlymph/history@1)")
    .option("--for <time>", "how long, such as 720d or 36h (default: until asOf, else 1 d)")
    .option("--at <times>", "times to show, divided by commas, such as 3d,7d (default: a few, ever wider apart)")
    .option(
      "--set <id=value>",
      'a setting of the model with its unit, such as "nodeDrop=2 mmHg"; repeatable',
      collect,
      [],
    )
    .option("--pump-law <law>", "fit: logistic curves (default); table: the resolved collector, tabulated")
    .option("--json", "print JSON instead of tables")
    .option("--csv <file>", "also write every number as a table (CSV); with --ensemble one row per body")
    .option("--figure <file>", "with --ensemble: draw the bands (.svg or .png)")
    .addHelpText(
      "after",
      examples([
        "body run examples/histories/arm-after-axillary-clearance.yaml --for 720d",
        'body run arm.yaml --for 90d --at 3d,7d,30d --set "nodeDrop=2 mmHg" --set pumpReserve=3',
        "body run arm.yaml --for 720d --ensemble 200 --figure bands.svg",
      ]),
    )
    .addHelpText("after", "Settings, their defaults and ranges: openlymph body settings\n")
    .action((history: string, options: Options) =>
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
    .option(
      "--set <id=value>",
      'a setting of the model with its unit, such as "nodeDrop=2 mmHg"; repeatable',
      collect,
      [],
    )
    .option("--json", "print JSON instead of tables")
    .option("--figure <file>", "also draw it: the body with the tracer, and curves (.svg or .png)")
    .addHelpText(
      "after",
      examples([
        "body examine examples/histories/healthy.yaml --inject handDorsum_L --for 2h",
        "body examine examples/histories/arm-after-axillary-clearance.yaml --inject handDorsum_L --tracer icg --for 24h --figure arm.svg",
      ]),
    )
    .action((history: string, options: Options) =>
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
    .addHelpText("after", examples(["body nodes examples/histories/arm-infection.yaml --for 42d"]))
    .action((history: string, options: Options) =>
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
    .action((options: Options) =>
      perform(async (surroundings) => {
        const { bodySettingsCommand } = await import("./commands/body-settings.ts");
        return bodySettingsCommand(options, surroundings);
      }),
    );
}

function addAnatomy(program: Command, perform: Perform): void {
  const anatomy = program.command("anatomy").summary("the lymphatic network itself").description("The network itself.");
  anatomy
    .command("route")
    .summary("the way of a territory's lymph to the blood")
    .description("Shows the ways of a territory's lymph to the venous angles, in health or after a history.")
    .argument("<territory>", "id of a territory, such as forearmVolar_L (see: openlymph anatomy list territories)")
    .option("--history <file>", "what happened to the body (YAML, openlymph/history@1)")
    .option("--json", "print JSON instead of tables")
    .addHelpText(
      "after",
      examples([
        "anatomy route forearmVolar_L",
        "anatomy route forearmVolar_L --history examples/histories/arm-after-axillary-clearance.yaml",
      ]),
    )
    .action((territory: string, options: Options) =>
      perform(async (surroundings) => {
        const { anatomyRouteCommand } = await import("./commands/anatomy-route.ts");
        return anatomyRouteCommand({ territory, ...options }, surroundings);
      }),
    );
  anatomy
    .command("list")
    .summary("territories, nodes or procedures with their ids")
    .description("Lists what the anatomy knows, with the ids that files and commands use.")
    .argument("<what>", "territories, nodes or procedures")
    .option("--json", "print JSON instead of a table")
    .addHelpText("after", examples(["anatomy list procedures"]))
    .action((what: string, options: Options) =>
      perform(async (surroundings) => {
        const { anatomyListCommand } = await import("./commands/anatomy-list.ts");
        return anatomyListCommand({ what, ...options }, surroundings);
      }),
    );
}

function addPlan(program: Command, perform: Perform): void {
  const plan = program.command("plan").summary("a plan of strokes").description("Plans of strokes.");
  plan
    .command("show")
    .summary("steps, directions and time of a plan")
    .description("Shows a plan: its steps with direction and reason, its time, and how far it was read or reviewed.")
    .argument("<plan>", "plan file (YAML, openlymph/plan@1)")
    .option("--json", "print JSON instead of tables")
    .addHelpText("after", examples(["plan show examples/plans/draft-arm.yaml"]))
    .action((file: string, options: Options) =>
      perform(async (surroundings) => {
        const { planShowCommand } = await import("./commands/plan-show.ts");
        return planShowCommand({ plan: file, ...options }, surroundings);
      }),
    );
}

/** A mistake of usage as one line that ends with where to read more, for a command and those below it. */
function explainMistakes(command: Command, path: string): void {
  const oneLine = (text: string) =>
    text
      .replace(/^error: /, "")
      .replaceAll(/\s*\n\s*/g, " ")
      .trim();
  command.configureOutput({
    outputError: (text, write) => write(`openlymph: ${oneLine(text)}. See: ${path} --help\n`),
  });
  for (const below of command.commands) explainMistakes(below, `${path} ${below.name()}`);
}

/** The whole command line. It prints its own mistakes as one line and throws a `CommanderError` for them. */
export function buildProgram(perform: Perform): Command {
  const program = new Command("openlymph");
  program
    .exitOverride()
    .showSuggestionAfterError()
    .description("A working model of the human lymphatic system, on the command line.")
    .version(manifest.version, "-V, --version", "print the version")
    .helpOption("-h, --help", "show help")
    .helpCommand("help [command]", "show help for a command")
    .addHelpText(
      "after",
      `${examples([
        "simulate examples/networks/bertram-2011.yaml",
        "body run examples/histories/arm-after-axillary-clearance.yaml --for 720d",
        "rehearse examples/histories/arm-after-axillary-clearance.yaml examples/plans/lnni-arm.yaml",
      ])}\nWhat it computes is a teaching model: a typical body, not a person. openlymph COMMAND --help says more.\n`,
    );
  addScreening(program, perform);
  addRehearse(program, perform);
  addBody(program, perform);
  addNetworks(program, perform);
  addAnatomy(program, perform);
  addPlan(program, perform);
  addStudies(program, perform);
  explainMistakes(program, "openlymph");
  return program;
}
