/** The commands, their options and their help. Each loads its own code only when it is called. */
import type { Result } from "@openlymph/base";
import { Command } from "commander";
import manifest from "../package.json" with { type: "json" };
import type { CommandOutput, Surroundings } from "./output/command-output.ts";
import { addBody } from "./program-body.ts";
import { addMeasuring } from "./program-measure.ts";
import { addNetworks } from "./program-network.ts";
import { addEnsembleOptions, type EnsembleFlags, examples, reportHelp } from "./program-parts.ts";
import { addPlan } from "./program-plan.ts";
import { addScreening } from "./program-screen.ts";
import { addStrokes } from "./program-strokes.ts";
import { addStudies } from "./program-study.ts";

/** Runs a command and prints what it returns. */
export type Perform = (command: (surroundings: Surroundings) => Promise<Result<CommandOutput>>) => Promise<void>;

interface Options extends EnsembleFlags {
  readonly hours?: string;
  readonly compare?: string;
  readonly bodies?: string;
  readonly figure?: string;
  readonly history?: string;
  readonly json?: boolean;
  readonly report?: string;
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
    .option("--report <file>", reportHelp)
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
  addMeasuring(program, perform);
  addRehearse(program, perform);
  addBody(program, perform);
  addNetworks(program, perform);
  addAnatomy(program, perform);
  addPlan(program, perform);
  addStrokes(program, perform);
  addStudies(program, perform);
  explainMistakes(program, "openlymph");
  return program;
}
