import { fail, ok, type Result } from "@openlymph/base";
import { type History, type Plan, parseHistory, parsePlan, regionsById, strokesById } from "@openlymph/therapy";
import { historyTexts, planTexts } from "./examples.ts";
import type { Example, Examples, Named, ToldPlan } from "./named.ts";
import { tellStroke } from "./told-stroke.ts";

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

function namesIn({ steps }: Plan): Record<string, string> {
  const regions = steps.flatMap(({ region, toward }) => [region, toward]);
  return Object.fromEntries([
    ...regions.map((id) => [id, regionsById.get(id)?.label ?? id]),
    ...steps.map(({ stroke }) => [stroke, strokesById.get(stroke)?.name ?? stroke]),
  ]);
}

function strokesIn({ steps }: Plan): ToldPlan["strokes"] {
  const found = [...new Set(steps.map(({ stroke }) => stroke))].flatMap((id) => strokesById.get(id) ?? []);
  return Object.fromEntries(found.map((stroke) => [stroke.id, tellStroke(stroke)]));
}

/** A plan from its file with the names and strokes in it, or `file/unreadable` for an example that does not exist. */
export function readPlan(file: Named): Result<ToldPlan> {
  const result = plans.read(file);
  if (!result.ok) return result;
  const plan = result.value;
  return ok({ title: plan.title, plan, names: namesIn(plan), strokes: strokesIn(plan) });
}

/** The examples with their titles. */
export function readExamples(): Examples {
  return { histories: histories.titles(), plans: plans.titles() };
}
