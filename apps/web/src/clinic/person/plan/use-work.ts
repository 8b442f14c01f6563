/** Everything the plan's cards share: the text under work, the plan it says, and what the check finds. */
import { type History, type Plan, planHash, type ScreeningOutcome } from "@openlymph/therapy";
import { useMemo } from "react";
import { usePerson } from "../use-person.ts";
import {
  type CheckedWork,
  checkWork,
  readPlanText,
  useKeptHistory,
  useKeptScreening,
  usePlanDraft,
} from "./use-plan-work.ts";

export interface Work {
  /** What is worked on: what was changed and not saved, else the last version; nothing before a plan was begun. */
  readonly text: string | undefined;
  readonly plan: Plan | undefined;
  readonly failure: string | undefined;
  readonly checked: CheckedWork | undefined;
  readonly history: History | undefined;
  readonly screening: ScreeningOutcome | undefined;
  /** Changed and not saved. */
  readonly touched: boolean;
  /** It is among the versions as it stands. */
  readonly saved: boolean;
  readonly set: (text: string) => void;
  readonly discard: () => void;
}

export function useWork(): Work {
  const { id, record } = usePerson();
  const draft = usePlanDraft(id);
  const history = useKeptHistory();
  const screening = useKeptScreening();
  const text = draft.value ?? record.drafts.at(-1)?.text;
  const { plan, failure } = useMemo(() => readPlanText(text), [text]);
  const checked = useMemo(
    () => (plan === undefined ? undefined : checkWork(plan, history, screening)),
    [plan, history, screening],
  );
  const hash = plan === undefined ? undefined : planHash(plan);
  const saved = record.drafts.some((each) => each.plan === hash);
  const { touched, set, forget: discard } = draft;
  return { text, plan, failure, checked, history, screening, touched, saved, set, discard };
}
