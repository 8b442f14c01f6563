import { type Screening, screeningFormat } from "./screening.ts";

/** Answers as a file that `parseScreening` reads back; places, clearances and infections are written by people. */
export function serializeAnswers({ answers, answeredAt }: Pick<Screening, "answers" | "answeredAt">): string {
  const date = answeredAt === undefined ? [] : [`date: ${new Date(answeredAt * 1000).toISOString().slice(0, 16)}`];
  const lines = Object.entries(answers).map(([id, answer]) => `  ${id}: ${answer}`);
  const head = lines.length === 0 ? "answers: {}" : "answers:";
  return `${[`format: ${screeningFormat}`, ...date, head, ...lines].join("\n")}\n`;
}
