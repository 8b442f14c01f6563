import { contraindicationLibrary, contraindications } from "../library/contraindication.ts";
import type { Answers } from "./screening.ts";

/** What the answers say is there: rules with the answers that say so, and daily signs. */
export interface Facts {
  /** By rule: which answer to which question. */
  readonly because: ReadonlyMap<string, readonly string[]>;
  /** Ids of the second questions answered with yes. */
  readonly followUps: ReadonlySet<string>;
  readonly dailySigns: ReadonlySet<string>;
}

/** Which questions are asked: all that were answered, or the seven daily ones. */
export type Part = "all" | "daily";

/** Reads what the answers say; a daily sign counts for every rule it points to. */
export function factsOf(answers: Answers, part: Part = "all"): Facts {
  const because = new Map<string, string[]>();
  const followUps = new Set<string>();
  const add = (rule: string, words: string) => because.set(rule, [...(because.get(rule) ?? []), words]);
  for (const { id, question, followUp } of part === "daily" ? [] : contraindications) {
    if (answers[id] === "yes") add(id, `yes to "${question}"`);
    if (followUp === undefined || answers[followUp.id] !== "yes") continue;
    followUps.add(followUp.id);
    add(id, `yes to "${followUp.question}"`);
  }
  const yes = contraindicationLibrary.dailyCheck.items.filter(({ id }) => answers[id] === "yes");
  for (const { id, question, yes: rules } of yes) {
    for (const rule of rules) add(rule, `yes to daily question ${id} "${question}"`);
  }
  return { because, followUps, dailySigns: new Set(yes.map(({ id }) => id)) };
}
