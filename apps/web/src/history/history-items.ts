import type { History, HistoryList } from "@openlymph/therapy";
import { tellAssumption, tellCondition, tellEvent, tellProcedure } from "./tell-history.ts";

/** One thing of a history in words, and where it stands in the file. */
export interface HistoryItem {
  readonly kind: "past" | "now" | "assumed";
  readonly text: string;
  readonly date?: string;
  readonly list: HistoryList;
  readonly index: number;
}

/** All that a history tells, what happened first. */
export function itemsOf({ procedures, conditions, events, assume }: History): readonly HistoryItem[] {
  return [
    ...procedures.map((each, index): HistoryItem => {
      return { kind: "past", text: tellProcedure(each), date: each.date, list: "procedures", index };
    }),
    ...conditions.map((each, index): HistoryItem => {
      return { kind: "now", text: tellCondition(each), list: "conditions", index };
    }),
    ...events.map((each, index): HistoryItem => ({ kind: "now", text: tellEvent(each), list: "events", index })),
    ...assume.map((each, index): HistoryItem => {
      return { kind: "assumed", text: tellAssumption(each), list: "assume", index };
    }),
  ];
}
