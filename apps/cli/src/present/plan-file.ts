import type { Plan } from "@openlymph/therapy";
import { serializePlan } from "@openlymph/therapy";
import type { CommandOutput } from "../output/command-output.ts";
import { mark, pageText, text, title } from "../output/page.ts";
import type { Style } from "../output/style.ts";
import { planMarks } from "../words/review-words.ts";
import { durationWords } from "./plan.ts";

/** A plan as a file: printed, or written to `out` with a few words about it and about what was done. */
export function planFileOutput(plan: Plan, out: string | undefined, done: string, style: Style): CommandOutput {
  const file = serializePlan(plan);
  if (out === undefined) return { text: file.trimEnd() };
  const blocks = [
    title(plan.title),
    ...planMarks(plan).map(({ word, text: words }) => mark(word, words)),
    text(done),
    text(`${plan.steps.length} steps. ${durationWords(plan)}`),
  ];
  return { text: pageText(blocks, style), files: [{ path: out, content: [file] }] };
}
