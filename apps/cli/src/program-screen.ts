import type { Command } from "commander";
import type { Perform } from "./program.ts";
import { examples } from "./program-parts.ts";

interface ScreenOptions {
  readonly ask?: boolean;
  readonly daily?: boolean;
  readonly country?: string;
  readonly clinic?: string;
  readonly on?: string;
  readonly out?: string;
  readonly json?: boolean;
}

interface EvidenceOptions {
  readonly plain?: boolean;
  readonly json?: boolean;
}

/** The commands around the person: screening and evidence. */
export function addScreening(program: Command, perform: Perform): void {
  program
    .command("screen")
    .summary("may this person have drainage, where not, who must be asked")
    .description(
      "Screens answers against the rules: emergency, stop, hold, restrict, modify or go, with the answer, the rule and the sources behind it. The rules are drafts until a named professional has approved them. A screening is no diagnosis.",
    )
    .argument("[answers]", "answers file (YAML, openlymph/screening@1)")
    .option("--ask", "ask the questions on this terminal instead")
    .option("--daily", "only the seven questions before each session at home")
    .option("--country <code>", "whose emergency number is shown, such as UK, US, DE")
    .option(
      "--clinic <file>",
      "numbers, contacts, words and reviews of a clinic (YAML, openlymph/screening-settings@1)",
    )
    .option("--on <date>", "judge for this date instead of today, such as 2026-11-22")
    .option("--out <file>", "with --ask: also write the answers as a file")
    .option("--json", "print JSON instead of a page")
    .addHelpText(
      "after",
      examples([
        "screen examples/screenings/leg-cellulitis.yaml --country UK --on 2026-11-22",
        "screen --ask --out answers.yaml",
      ]),
    )
    .action((answers: string | undefined, options: ScreenOptions) =>
      perform(async (surroundings) => {
        const { screenCommand } = await import("./commands/screen.ts");
        return screenCommand({ answers, ...options }, surroundings);
      }),
    );
  program
    .command("evidence")
    .summary("what is known about drainage for a condition")
    .description("Shows grade, key trials and what is unknown for a condition; without one, lists the conditions.")
    .argument("[condition...]", "id or common word, such as migraine or lymphedema")
    .option("--plain", "in plain words")
    .option("--json", "print JSON instead of a page")
    .addHelpText("after", examples(["evidence migraine", "evidence head and neck --plain"]))
    .action((condition: readonly string[], options: EvidenceOptions) =>
      perform(async (surroundings) => {
        const { evidenceCommand } = await import("./commands/evidence.ts");
        return evidenceCommand(
          { condition: condition.length === 0 ? undefined : condition.join(" "), ...options },
          surroundings,
        );
      }),
    );
}
