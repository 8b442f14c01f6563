import type { History } from "@openlymph/therapy";
import { type Table, words } from "../output/table.ts";
import {
  type AssumedLine,
  assumedLines,
  eventFactorWords,
  eventTimeWords,
  eventWords,
  procedureWords,
} from "../words/history-words.ts";
import { placeWords } from "../words/place-words.ts";

/** What happened to the body: procedures, conditions and events in the order of the file. */
export function happenedTable(history: History): Table {
  const procedures = history.procedures.map((procedure) => ["procedure", procedureWords(procedure), procedure.date]);
  const conditions = history.conditions.map(({ condition, scope, stage, since }) => [
    "condition",
    [condition, stage === undefined ? "" : `stage ${stage}`, scope === undefined ? "" : placeWords(scope.territories)]
      .filter(Boolean)
      .join(", "),
    since === undefined ? "" : `since ${since}`,
  ]);
  const events = history.events.map((event) => ["event", eventWords(event), eventTimeWords(event, history.asOf)]);
  return {
    title: "What happened",
    about: `As of ${history.asOf}. Conditions are told by the history, not computed.`,
    columns: [words(""), words("what"), words("when")],
    rows: [...procedures, ...conditions, ...events],
  };
}

/** What only the model needs and nobody measured. */
export function assumedTable(history: History, assumed: readonly AssumedLine[] = assumedLines(history)): Table {
  const lines = assumed.map(({ what, value, where, note }) => [what, value, where, note]);
  const events = history.events.map((event) => [`factors of: ${eventWords(event)}`, eventFactorWords(event), "", ""]);
  const rows = [...lines, ...events];
  const noted = rows.some((row) => row[3] !== "");
  return {
    title: "Assumed in this history (nobody measured it)",
    columns: [words("what"), words("value"), words("where"), ...(noted ? [words("note")] : [])],
    rows: rows.map((row) => (noted ? row : row.slice(0, 3))),
  };
}
