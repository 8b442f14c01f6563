import { type Action, type Answers, actions, type Contraindication, contraindications } from "@openlymph/therapy";

export interface QuestionGroup {
  readonly action: Action;
  readonly rules: readonly Contraindication[];
}

/** The questions by what a yes leads to, the gravest first. */
export const questionGroups: readonly QuestionGroup[] = actions.flatMap((action) => {
  const rules = contraindications.filter((rule) => rule.action === action);
  return rules.length === 0 ? [] : [{ action, rules }];
});

/** Ids of the questions that stand there now: a second question only after a yes to the first. */
export function askedIn(rules: readonly Contraindication[], answers: Answers): readonly string[] {
  return rules.flatMap(({ id, followUp }) =>
    followUp !== undefined && answers[id] === "yes" ? [id, followUp.id] : [id],
  );
}

/** The answers with every question of a group that has none answered with no. */
export function restNo(rules: readonly Contraindication[], answers: Answers): Answers {
  const open = askedIn(rules, answers).filter((id) => answers[id] === undefined);
  return { ...answers, ...Object.fromEntries(open.map((id) => [id, "no" as const])) };
}
