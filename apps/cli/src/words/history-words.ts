import { day, toUnit } from "@openlymph/base";
import { usualBypass } from "@openlymph/rehearsal";
import type { Assumption, EventTime, History, HistoryEvent, HistoryProcedure } from "@openlymph/therapy";
import { fixed, percent, significant, timeWords, withUnit } from "../output/numbers.ts";
import { placeWords } from "./place-words.ts";

/** The day some seconds from the start of another day: `2024-11-22`. */
export function dayAfter(asOf: string, seconds: number): string {
  const time = Date.parse(`${asOf}T00:00:00Z`) + Math.floor(seconds / day) * day * 1000;
  return new Date(time).toISOString().slice(0, 10);
}

/** `axillary dissection levels I-III, left`. */
export function procedureWords({ name, side, part }: HistoryProcedure): string {
  const only = part === "all" ? undefined : `only its ${part}`;
  return [name, side, only].filter(Boolean).join(", ");
}

/** What an event is, without its time. */
export function eventWords(event: HistoryEvent): string {
  switch (event.kind) {
    case "infection":
      return `infection of ${placeWords(event.scope.territories)}`;
    case "posture":
      return event.posture === "upright" ? "upright" : "lying";
    case "sleeve":
      return `compression of ${withUnit(event.pressure, "pressure", "mmHg", 0)} on ${placeWords(event.scope.territories)}`;
    case "meal":
      return "meal";
  }
}

function clock(seconds: number): string {
  const minutes = Math.round(seconds / 60);
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}

/** When an event happens: `every day 08:00 to 22:00`, or a day with a duration. */
export function eventTimeWords({ start, end, repeat }: EventTime, asOf: string): string {
  if (repeat !== undefined) {
    const from = ((start % day) + day) % day;
    return `every day from ${clock(from)} to ${clock(from + end - start)}`;
  }
  const since = start === 0 ? `from ${asOf}` : `from ${dayAfter(asOf, start)}`;
  return `${since}, for ${timeWords(end - start)}`;
}

const factorWords: Readonly<Record<string, string>> = {
  filtration: "filtration ×",
  permeability: "permeability to protein ×",
  reflection: "reflection coefficient ",
  basinConductance: "conductance of the nodes ×",
  hydrostaticShare: "share of the blood column that reaches capillaries ",
  tissueShare: "share of the pressure that reaches the tissue ",
  filtrationShare: "share of that which acts against filtration ",
};

/** The factors of an event; all of them are assumed. */
export function eventFactorWords(event: HistoryEvent): string {
  return Object.entries(event.factors)
    .map(([name, value]: [string, number]) =>
      name === "capillaryPressure"
        ? `capillary pressure +${withUnit(value, "pressure", "mmHg", 1)}`
        : `${factorWords[name] ?? `${name} `}${significant(value, 3)}`,
    )
    .join(", ");
}

/** One thing assumed about a body: what, how much, where. */
export interface AssumedLine {
  readonly what: string;
  readonly value: string;
  readonly where: string;
  readonly note: string;
}

function sinceWords(assumption: Assumption, asOf: string): string {
  if (!("at" in assumption) || assumption.at === undefined) return "";
  return `, from ${dayAfter(asOf, assumption.at)}`;
}

function assumedLine(assumption: Assumption, asOf: string): AssumedLine {
  const note = assumption.note ?? "";
  const where =
    "territories" in assumption ? `${placeWords(assumption.territories)}${sinceWords(assumption, asOf)}` : "";
  switch (assumption.kind) {
    case "pumpStrength":
      return { what: "strength of the collectors, 1 is healthy", value: significant(assumption.value, 3), where, note };
    case "pumpOutput":
      return { what: "what the collectors pump, 1 is healthy", value: significant(assumption.value, 3), where, note };
    case "capillaryPressure": {
      const rise = toUnit(assumption.value, "pressure", "mmHg");
      const value = `${rise > 0 ? "+" : ""}${fixed(rise, 1)} mmHg`;
      return { what: "lasting change of capillary pressure", value, where, note };
    }
    case "startVolume":
      return {
        what: "tissue fluid at the start over the healthy one",
        value: significant(assumption.value, 3),
        where,
        note,
      };
    case "bypass":
      return bypassLine(assumption.value, assumption.nodes.length, note);
    case "venousPressure": {
      const value = withUnit(assumption.value, "pressure", "mmHg", 1);
      return { what: "pressure at the venous angles", value, where: "", note };
    }
  }
}

function bypassLine(value: number, nodes: number, note: string): AssumedLine {
  const where = `${nodes} removed node ${nodes === 1 ? "group" : "groups"}`;
  return { what: "conductance that scar bypass keeps", value: `${percent(value, 1)} %`, where, note };
}

/** Everything the model assumes about this body: what the history says, and the bypass it takes where none is said. */
export function assumedLines(history: History): readonly AssumedLine[] {
  const stated = history.assume.map((assumption) => assumedLine(assumption, history.asOf));
  const known = new Set(history.assume.flatMap((line) => (line.kind === "bypass" ? line.nodes : [])));
  const removed = new Set(history.procedures.flatMap(({ effect }) => Object.keys(effect.removed)));
  const silent = [...removed].filter((node) => !known.has(node)).length;
  if (silent === 0) return stated;
  return [...stated, bypassLine(usualBypass, silent, "the history says nothing; default of the model")];
}

/** What time counts from in a run of the body: the first thing that happened, else `asOf`. */
export function originWords(history: History, origin: number): string {
  const procedure = history.procedures.find(({ at }) => at === origin);
  const date = dayAfter(history.asOf, origin);
  if (procedure !== undefined) return `Time counts from the first procedure: ${procedureWords(procedure)} (${date}).`;
  const event = history.events.find(({ start }) => start === origin);
  if (origin < 0 && event !== undefined) return `Time counts from ${date}, when this begins: ${eventWords(event)}.`;
  if (origin < 0) return `Time counts from ${date}, when the first assumption begins.`;
  return `Nothing happened before ${history.asOf} (asOf): time counts from the start of that day.`;
}
