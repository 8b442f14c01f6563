import type { Command } from "commander";
import type { Perform } from "./program.ts";
import { examples } from "./program-parts.ts";
import { addPlanWriting } from "./program-plan-writing.ts";

interface Options {
  readonly history?: string;
  readonly screening?: string;
  readonly repair?: string;
  readonly warnings?: boolean;
  readonly for?: string;
  readonly out?: string;
  readonly json?: boolean;
}

/** The commands about plans of strokes. */
export function addPlan(program: Command, perform: Perform): void {
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
  plan
    .command("check")
    .summary("direction, order, removed nodes and regions left out, by asking the network")
    .description(
      "Checks a plan: each stroke against the way the lymph takes after this history, receiving basins cleared first, trunk before limb, nothing toward removed nodes or over a region left out, pressure, exits, time. Rules warn and explain; the therapist decides. Exit code 1 where there are errors.",
    )
    .argument("<plan>", "plan file (YAML, openlymph/plan@1)")
    .option("--history <file>", "what happened to the body (YAML, openlymph/history@1); no operation when left out")
    .option("--screening <file>", "answers of the screening, for what is left out (YAML, openlymph/screening@1)")
    .option("--repair <file>", "write the plan with the proposed changes of all errors made")
    .option("--warnings", "with --repair: make the changes that warnings propose, too")
    .option("--json", "print JSON instead of a page")
    .addHelpText(
      "after",
      examples([
        "plan check examples/plans/draft-arm.yaml --history examples/histories/arm-after-axillary-clearance.yaml",
        "plan check plan.yaml --history arm.yaml --screening answers.yaml --repair mended.yaml",
      ]),
    )
    .action((file: string, options: Options) =>
      perform(async (surroundings) => {
        const { planCheckCommand } = await import("./commands/plan-check.ts");
        return planCheckCommand({ plan: file, ...options }, surroundings);
      }),
    );
  plan
    .command("propose")
    .summary("a draft plan for a history, with a reason for every step")
    .description(
      "Proposes a draft from the composed sequence of the swollen part: the exits ranked by how often dye showed them, a reason for every step, the choices left to the therapist. It is no plan until a named therapist has released it. Where an infection runs or the screening holds the session nothing is proposed.",
    )
    .argument("<history>", "history file (YAML, openlymph/history@1)")
    .option(
      "--for <part>",
      "arm, leg, legs, head-neck or breast, with or without a side, where several parts are at risk",
    )
    .option("--screening <file>", "answers of the screening, for what is left out (YAML, openlymph/screening@1)")
    .option("--out <file>", "also write the draft as a plan file")
    .option("--json", "print JSON instead of a page")
    .addHelpText(
      "after",
      examples(["plan propose examples/histories/arm-after-axillary-dissection.yaml --out draft.yaml"]),
    )
    .action((history: string, options: Options) =>
      perform(async (surroundings) => {
        const { planProposeCommand } = await import("./commands/plan-propose.ts");
        return planProposeCommand({ history, ...options }, surroundings);
      }),
    );
  addPlanWriting(plan, perform);
}
