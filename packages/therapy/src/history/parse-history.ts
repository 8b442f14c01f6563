import { attempt, parseDocumentText, type Result, readAs } from "@openlymph/base";
import { readDay } from "../fields/moment.ts";
import { hasScope, resolveScope } from "../fields/scope.ts";
import { type History, type HistoryCondition, historyFormat } from "./history.ts";
import { historySchema, type WrittenCondition } from "./history-schema.ts";
import { readAssumption } from "./read-assumption.ts";
import { at, placed, type Reading, refuse } from "./read-context.ts";
import { readEvent } from "./read-event.ts";
import { readProcedure } from "./read-procedure.ts";

function readCondition(reading: Reading, written: WrittenCondition, index: number): HistoryCondition {
  const path = ["conditions", index];
  const { condition, stage, note } = written;
  const since = written.since === undefined ? undefined : at(reading, [...path, "since"], readDay(written.since));
  if (since !== undefined && since > reading.asOf) {
    refuse(reading, [...path, "since"], "param/out-of-range", { expected: "a date on or before asOf" });
  }
  const placedSomewhere = hasScope(written) || written.side !== undefined;
  const scope = placedSomewhere ? placed(resolveScope(reading.document, path, written)) : undefined;
  return {
    condition,
    ...(scope === undefined ? {} : { scope }),
    ...(stage === undefined ? {} : { stage }),
    ...(since === undefined ? {} : { since: String(written.since) }),
    ...(note === undefined ? {} : { note }),
  };
}

/**
 * Reads a history file (`openlymph/history@1`).
 *
 * @param file name as the person gave it, for messages.
 * @returns the history in SI units with every part of the body as territory ids and every procedure with its effect; or
 * one failure with file, line, field, value and what is allowed: unknown procedures, limbs and regions (with the closest
 * name), a procedure without side, dates after `asOf`, values out of range or without unit, events without an end.
 */
export function parseHistory(text: string, file: string): Result<History> {
  const parsed = parseDocumentText(text, file);
  if (!parsed.ok) return parsed;
  const document = parsed.value;
  const read = readAs(document, historyFormat, historySchema);
  if (!read.ok) return read;
  const written = read.value;
  return attempt(() => {
    const asOf = at({ document }, ["asOf"], readDay(written.asOf));
    const reading: Reading = { document, asOf };
    const procedures = written.procedures.map((item, index) => readProcedure(reading, item, index));
    return {
      format: historyFormat,
      title: written.title,
      ...(written.about === undefined ? {} : { about: written.about }),
      body: written.body,
      asOf: String(written.asOf),
      procedures,
      conditions: written.conditions.map((item, index) => readCondition(reading, item, index)),
      assume: written.assume.map((item, index) => readAssumption(reading, item, index, procedures)),
      events: written.events.map((item, index) => readEvent(reading, item, index)),
      provenance: written.provenance,
      reviewStatus: written.reviewStatus,
    };
  });
}
