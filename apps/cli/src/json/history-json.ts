import { type Quantity, quantity } from "@openlymph/base";
import { type Assumption, type History, type HistoryEvent, type Plan, reviewStanding } from "@openlymph/therapy";
import { percentage } from "../output/numbers.ts";
import { assumedLines } from "../words/history-words.ts";

const pressures: readonly string[] = ["capillaryPressure", "venousHypertension", "venousPressure"];
const shares: readonly string[] = [
  "bypass",
  "regrowth",
  "obstruction",
  "cutCollectors",
  "hypoplasia",
  "valveIncompetence",
];

function assumptionValue({ kind, value }: Assumption): Quantity {
  if (pressures.includes(kind)) return quantity(value, "pressure", "mmHg");
  return shares.includes(kind) ? percentage(value) : quantity(value, "fraction", "1");
}

function eventJson(event: HistoryEvent) {
  const { kind, start, end, repeat } = event;
  return {
    kind,
    start: quantity(start, "time", "h"),
    end: quantity(end, "time", "h"),
    repeat: repeat === undefined ? null : quantity(repeat, "time", "h"),
    factors: Object.fromEntries(
      Object.entries(event.factors).map(([name, value]: [string, number]) => [
        name,
        name === "capillaryPressure" ? quantity(value, "pressure", "mmHg") : quantity(value, "fraction", "1"),
      ]),
    ),
  };
}

/** What an output says about the history it was made from. */
export function historyJson(history: History) {
  return {
    title: history.title,
    reviewStatus: history.reviewStatus,
    provenance: history.provenance,
    asOf: history.asOf,
    body: { build: history.body.build, height: quantity(history.body.height, "length", "m") },
    procedures: history.procedures.map(({ procedure, name, side, part, date, at }) => ({
      procedure,
      name,
      side: side ?? null,
      part,
      date,
      at: quantity(at, "time", "d"),
    })),
    conditions: history.conditions.map(({ condition, stage, since, scope }) => ({
      condition,
      stage: stage ?? null,
      since: since ?? null,
      territories: scope?.territories ?? [],
    })),
    assumed: history.assume.map((assumption) => ({
      kind: assumption.kind,
      value: assumptionValue(assumption),
      territories: "territories" in assumption ? assumption.territories : [],
      nodes: "nodes" in assumption ? assumption.nodes : [],
      from: "at" in assumption && assumption.at !== undefined ? quantity(assumption.at, "time", "d") : null,
      note: assumption.note ?? null,
    })),
    assumedWords: assumedLines(history).map(({ what, value, where }) =>
      [what, value, where].filter(Boolean).join("; "),
    ),
    events: history.events.map(eventJson),
  };
}

/** What an output says about the plan it was made from. */
export function planJson(plan: Plan) {
  return {
    title: plan.title,
    reviewStatus: reviewStanding(plan).status,
    complete: plan.complete,
    provenance: plan.provenance,
    affectedSide: plan.affectedSide,
  };
}
