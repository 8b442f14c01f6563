import { anatomy, type OperatedSide, procedureEffect } from "@openlymph/anatomy";
import type { BodySide } from "../fields/body-side.ts";
import { readDay } from "../fields/moment.ts";
import type { HistoryProcedure } from "./history.ts";
import type { WrittenProcedure } from "./history-schema.ts";
import { at, type Reading, refuse } from "./read-context.ts";

const operated: Record<BodySide, OperatedSide> = { left: "L", right: "R", both: "both" };
const earliest = -150 * 366 * 86400;

/** One procedure with its effect on the network and its time before `asOf`. */
export function readProcedure(reading: Reading, written: WrittenProcedure, index: number): HistoryProcedure {
  const path = ["procedures", index];
  const time = at(reading, [...path, "date"], readDay(written.date)) - reading.asOf;
  if (time > 0 || time < earliest) {
    refuse(reading, [...path, "date"], "param/out-of-range", { expected: "a date on or before asOf" });
  }
  const { procedure, part, side } = written;
  const effect = procedureEffect(procedure, side === undefined ? undefined : operated[side], part);
  if (!effect.ok) {
    const field = effect.path === "part" ? "part" : "side";
    at(reading, [...path, field], {
      ...effect,
      ...(field === "side" && effect.expected !== "no side" ? { expected: "side: left, right or both" } : {}),
    });
  }
  return {
    procedure,
    name: anatomy.byId.procedures.get(procedure)?.name ?? procedure,
    ...(side === undefined ? {} : { side }),
    part,
    date: String(written.date),
    at: time,
    effect: at(reading, path, effect),
    ...(written.note === undefined ? {} : { note: written.note }),
  };
}
