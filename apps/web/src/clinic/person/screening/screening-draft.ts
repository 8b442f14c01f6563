import type { Written } from "@openlymph/record";
import type { Screening } from "@openlymph/therapy";
import { useMemo } from "react";
import { type Draft, useDraft } from "../../drafts.ts";
import { beginScreening } from "./edit-screening.ts";

export type ScreeningDraft = Draft<Screening>;

/** A screening that was begun and not yet kept. */
export function useScreeningDraft(person: string, last: Written<"screening/kept"> | undefined): ScreeningDraft {
  const begun = useMemo(() => beginScreening(last?.text, Date.now() / 1000), [last?.text]);
  return useDraft<Screening>(`screening ${person}`, begun);
}
