/** The commands about how a plan is written. */
import type { Command } from "commander";
import type { Perform } from "./program.ts";
import { examples } from "./program-parts.ts";

const planArgument = "plan file (YAML, openlymph/plan@1)";
const outHelp = "write the plan there instead of printing it";

interface PlanOptions {
  readonly by?: string;
  readonly json?: boolean;
  readonly out?: string;
  readonly side?: string;
}

interface VersionOptions {
  readonly author: string;
  readonly role: string;
  readonly reason: string;
  readonly status?: string;
  readonly on?: string;
  readonly out?: string;
}

function addReading(plan: Command, perform: Perform): void {
  plan
    .command("lint")
    .summary("what can be found in the writing of a plan")
    .description(
      "Looks over how a plan is written, whoever it is for: gaps, repeats, numbers outside what a stroke is taught with, strokes out of place, an exit nobody chose. Exit code 1 when an error was found. Whether a plan fits a body is another question.",
    )
    .argument("<plan>", planArgument)
    .option("--by <hands>", "who carries it out: self-care (default) or therapist")
    .option("--json", "print JSON instead of a page")
    .addHelpText("after", examples(["plan lint examples/plans/draft-leg.yaml", "plan lint plan.yaml --by therapist"]))
    .action((file: string, options: PlanOptions) =>
      perform(async (surroundings) => {
        const { planLintCommand } = await import("./commands/plan-lint.ts");
        return planLintCommand({ plan: file, ...options }, surroundings);
      }),
    );
  plan
    .command("diff")
    .summary("what changed from one plan to another")
    .description(
      "Tells in words what changed from one plan to another: fields, and steps added, taken out, moved, changed.",
    )
    .argument("<was>", `the earlier ${planArgument}`)
    .argument("<now>", `the later ${planArgument}`)
    .option("--json", "print JSON instead of a page")
    .addHelpText("after", examples(["plan diff examples/plans/draft-leg.yaml examples/plans/draft-both-legs.yaml"]))
    .action((was: string, now: string, options: PlanOptions) =>
      perform(async (surroundings) => {
        const { planDiffCommand } = await import("./commands/plan-diff.ts");
        return planDiffCommand({ was, now, ...options }, surroundings);
      }),
    );
}

function addWriting(plan: Command, perform: Perform): void {
  plan
    .command("new")
    .summary("a plan to begin from")
    .description("Prints a plan made from a template, as a file; without a template, lists them. Every one is a draft.")
    .argument("[template]", "id of a template")
    .option("--side <side>", "the affected side: left (default), right or both, as the template allows")
    .option("--out <file>", outHelp)
    .addHelpText("after", examples(["plan new", "plan new draft_arm_unilateral --side right --out plan.yaml"]))
    .action((template: string | undefined, options: PlanOptions) =>
      perform(async (surroundings) => {
        const { planNewCommand } = await import("./commands/plan-new.ts");
        return planNewCommand({ template, ...options }, surroundings);
      }),
    );
  plan
    .command("mirror")
    .summary("the same plan for the other side")
    .description(
      "Prints the plan with left and right exchanged, in sides and in words, as a file. Mirroring twice gives the plan again.",
    )
    .argument("<plan>", planArgument)
    .option("--out <file>", outHelp)
    .addHelpText("after", examples(["plan mirror examples/plans/stm-leg.yaml --out right-leg.yaml"]))
    .action((file: string, options: PlanOptions) =>
      perform(async (surroundings) => {
        const { planMirrorCommand } = await import("./commands/plan-mirror.ts");
        return planMirrorCommand({ plan: file, ...options }, surroundings);
      }),
    );
  plan
    .command("version")
    .summary("sign a plan as it is now")
    .description(
      "Prints the plan with one more version: who stands behind what it says now, since when and why, with a hash of it. Only a therapist or a doctor can call it reviewed or approved; a later change makes it a draft again.",
    )
    .argument("<plan>", planArgument)
    .requiredOption("--author <name>", "who made it what it is")
    .requiredOption("--role <role>", "therapist, assistant, doctor, patient or program")
    .requiredOption("--reason <text>", "what was changed and why")
    .option("--status <status>", "draft (default), reviewed or approved")
    .option("--on <date>", "the day, such as 2026-11-22 (default: today)")
    .option("--out <file>", outHelp)
    .addHelpText(
      "after",
      examples([
        'plan version plan.yaml --author "A. Example" --role therapist --reason "fewer circles" --out plan-2.yaml',
      ]),
    )
    .action((file: string, options: VersionOptions) =>
      perform(async (surroundings) => {
        const { planVersionCommand } = await import("./commands/plan-version.ts");
        return planVersionCommand({ plan: file, ...options }, surroundings);
      }),
    );
}

/** Below `plan`: lint, diff, new, mirror, version. */
export function addPlanWriting(plan: Command, perform: Perform): void {
  addReading(plan, perform);
  addWriting(plan, perform);
}
