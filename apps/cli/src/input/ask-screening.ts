import { fail, ok, type Result } from "@openlymph/base";
import {
  type Answer,
  actions,
  contraindicationLibrary,
  contraindications,
  type Question,
  type ScreeningOutcome,
  screeningOf,
} from "@openlymph/therapy";
import type { Terminal } from "./terminal.ts";

/** What was answered, in the order of asking. */
export type Asked = Readonly<Record<string, Answer>>;

const typed: Readonly<Record<string, Answer>> = {
  y: "yes",
  yes: "yes",
  n: "no",
  no: "no",
  u: "unknown",
  unknown: "unknown",
  "?": "unknown",
};

interface Asking extends Question {
  readonly followUp?: Question | undefined;
}

function questionsOf(daily: boolean): readonly Asking[] {
  if (daily) return contraindicationLibrary.dailyCheck.items;
  return [...contraindications].sort((a, b) => actions.indexOf(a.action) - actions.indexOf(b.action));
}

async function askOne(terminal: Terminal, { question }: Question, place: string): Promise<Answer | undefined> {
  for (;;) {
    const line = await terminal.ask(`${place} ${question} [yes/no/unknown] `);
    if (line === undefined) return undefined;
    const answer = typed[line.trim().toLowerCase()];
    if (answer !== undefined) return answer;
    terminal.say("Type yes, no or unknown. No question can be skipped.");
  }
}

/**
 * Asks the questions of a screening one by one, the gravest first, and ends at once when the answers so far are an
 * emergency.
 *
 * @param judge what the answers so far come to.
 * @returns the answers, or `usage/invalid` when the input ended before the last question.
 */
export async function askScreening(
  terminal: Terminal,
  daily: boolean,
  judge: (screening: ReturnType<typeof screeningOf>) => Result<ScreeningOutcome>,
): Promise<Result<Asked>> {
  const asked: Record<string, Answer> = {};
  const questions = questionsOf(daily);
  for (const [index, asking] of questions.entries()) {
    const place = `(${index + 1}/${questions.length})`;
    for (const question of [asking, asking.followUp]) {
      if (question === undefined || (question !== asking && asked[asking.id] !== "yes")) continue;
      const answer = await askOne(terminal, question, place);
      if (answer === undefined) {
        return fail("usage/invalid", {
          path: "screen --ask",
          value: `the end of the input at question ${index + 1} of ${questions.length}`,
          expected: "an answer to every question",
        });
      }
      asked[question.id] = answer;
      const outcome = judge(screeningOf(asked));
      if (!outcome.ok) return outcome;
      if (outcome.value.decision === "emergency") return ok(asked);
    }
  }
  return ok(asked);
}
