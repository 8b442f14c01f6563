import { fail, ok, type Result } from "@openlymph/base";
import { type History, type Plan, parseHistory, parsePlan } from "@openlymph/therapy";
import { historyTexts, planTexts } from "./examples.ts";
import type { Example, Examples, Named, ToldPlan } from "./named.ts";
import { toldPlan } from "./told-plan.ts";

type Parse<T> = (text: string, file: string) => Result<T>;

function reading<T extends { readonly title: string }>(texts: ReadonlyMap<string, string>, parse: Parse<T>) {
  return {
    read({ file, text = texts.get(file) }: Named): Result<T> {
      if (text === undefined) {
        return fail("file/unreadable", { file, expected: `one of ${[...texts.keys()].join(", ")}` });
      }
      return parse(text, file);
    },
    /** Reads no more of an example than its title: to understand them all takes as long as a rehearsal. */
    titles(): readonly Example[] {
      return [...texts].flatMap(([file, text]) => {
        const title = /^title: *(["']?)(.*)\1$/m.exec(text)?.[2];
        return title === undefined ? [] : [{ file, title }];
      });
    },
  };
}

const histories = reading<History>(historyTexts, parseHistory);
const plans = reading<Plan>(planTexts, parsePlan);

/** A history from its file, or `file/unreadable` for an example that does not exist. */
export const readHistory = histories.read;

/** A plan from its file with the names and strokes in it, or `file/unreadable` for an example that does not exist. */
export function readPlan(file: Named): Result<ToldPlan> {
  const result = plans.read(file);
  if (!result.ok) return result;
  return ok(toldPlan(result.value));
}

const textsOf = { history: historyTexts, plan: planTexts } as const;

/** The text of a file, an example's own where it says none; `example`: whether it reads as the example of its name does now. */
export interface FileText {
  readonly text: string | undefined;
  readonly example: boolean;
}

export function fileText(kind: keyof typeof textsOf, { file, text }: Named): FileText {
  const example = textsOf[kind].get(file);
  return { text: text ?? example, example: example !== undefined && (text === undefined || text === example) };
}

/** The examples with their titles. */
export function readExamples(): Examples {
  return { histories: histories.titles(), plans: plans.titles() };
}
