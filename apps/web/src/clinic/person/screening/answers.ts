import type { Answers } from "@openlymph/therapy";
import { type Draft, useDraft } from "../../drafts.ts";

export type AnswersDraft = Draft<Answers>;

/** Answers that were given and not yet kept. */
export const useAnswers = (person: string): AnswersDraft => useDraft<Answers>(`screening ${person}`, {});
