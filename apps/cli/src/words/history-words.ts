import { day, toUnit } from "@openlymph/base";
import { usualBypass, usualCut } from "@openlymph/rehearsal";
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
    case "walking":
      return "walking";
    case "exercise":
      return `exercise of ${placeWords(event.scope.territories)}`;
    case "heat":
      return `skin ${Math.abs(event.rise)} K ${event.rise < 0 ? "colder" : "warmer"}, ${placeWords(event.scope.territories)}`;
    case "injury":
      return `injury of ${placeWords(event.scope.territories)}`;
  }
}

/** A time of the day: `08:00`. */
export function clock(seconds: number): string {
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
  muscleLymph: "lymph of muscles ×",
  skinLymph: "lymph of skin ×",
  venousPump: "share of that column left while walking ",
  frequency: "frequency of collectors per 10 K ×",
  collectors: "share of collectors torn ",
  regrowth: "share of these that grows together again ",
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

type Value = (value: number) => string;
const asNumber: Value = (value) => significant(value, 3);
const asPercent: Value = (value) => `${percent(value, 1)} %`;
const asPressure: Value = (value) => withUnit(value, "pressure", "mmHg", 1);
const asChange: Value = (value) => {
  const change = toUnit(value, "pressure", "mmHg");
  return `${change > 0 ? "+" : ""}${fixed(change, 1)} mmHg`;
};

const assumedWords: Readonly<Record<Exclude<Assumption["kind"], "bypass">, readonly [what: string, value: Value]>> = {
  pumpStrength: ["strength of the collectors, 1 is healthy", asNumber],
  pumpOutput: ["what the collectors pump, 1 is healthy", asNumber],
  hypoplasia: ["collectors that were never there", asPercent],
  valveIncompetence: ["collectors whose valves do not close", asPercent],
  capillaryPressure: ["lasting change of capillary pressure", asChange],
  venousHypertension: ["lasting rise of venous pressure", asPressure],
  startVolume: ["tissue fluid at the start over the healthy one", asNumber],
  remodelling: ["how fast pumps tire and tissue scars, 1 is as assumed", asNumber],
  regrowth: ["lost conductance that grows back over weeks", asPercent],
  obstruction: ["conductance that is blocked", asPercent],
  cutCollectors: ["share of cut bundles that stays cut", asPercent],
  venousPressure: ["pressure at the venous angles", asPressure],
};

function placeOf(assumption: Assumption): string {
  if ("territories" in assumption) return placeWords(assumption.territories);
  return "nodes" in assumption ? assumption.nodes.join(", ") : "";
}

function assumedLine(assumption: Assumption, asOf: string): AssumedLine {
  const note = assumption.note ?? "";
  if (assumption.kind === "bypass") return bypassLine(assumption.value, assumption.nodes.length, note);
  const [what, value] = assumedWords[assumption.kind];
  const place = placeOf(assumption);
  return { what, value: value(assumption.value), where: `${place}${sinceWords(assumption, asOf)}`, note };
}

function bypassLine(value: number, nodes: number, note: string): AssumedLine {
  const where = `${nodes} removed node ${nodes === 1 ? "group" : "groups"}`;
  return { what: "conductance that scar bypass keeps", value: `${percent(value, 1)} %`, where, note };
}

const silence = "the history says nothing; default of the model";

function cutLine({ assume, procedures }: History): readonly AssumedLine[] {
  const cut = new Set(procedures.flatMap(({ effect }) => effect.cutCollectors)).size;
  if (cut === 0 || assume.some(({ kind }) => kind === "cutCollectors")) return [];
  const [what, value] = assumedWords.cutCollectors;
  return [{ what, value: value(usualCut), where: `${cut} ${cut === 1 ? "bundle" : "bundles"}`, note: silence }];
}

/** What is assumed about every body with this history, the typical one and the virtual ones. */
export function statedLines(history: History): readonly AssumedLine[] {
  return [...history.assume.map((assumption) => assumedLine(assumption, history.asOf)), ...cutLine(history)];
}

/** Everything the model assumes about the typical body: what the history says, and what it takes where nothing is said. */
export function assumedLines(history: History): readonly AssumedLine[] {
  const stated = statedLines(history);
  const known = new Set(history.assume.flatMap((line) => (line.kind === "bypass" ? line.nodes : [])));
  const removed = new Set(history.procedures.flatMap(({ effect }) => Object.keys(effect.removed)));
  const silent = [...removed].filter((node) => !known.has(node)).length;
  if (silent === 0) return stated;
  return [...stated, bypassLine(usualBypass, silent, silence)];
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
