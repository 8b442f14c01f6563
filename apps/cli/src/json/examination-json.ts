import { minute, quantity } from "@openlymph/base";
import { besideExamination, type Examination } from "@openlymph/rehearsal";
import type { History } from "@openlymph/therapy";
import { percentage, series } from "../output/numbers.ts";
import { historyMarks } from "../words/review-words.ts";
import { historyJson } from "./history-json.ts";

const shares = (values: readonly number[]) => series(values, "fraction", "%");
const minutes = (time: number | undefined) => (time === undefined ? null : quantity(time, "time", "min"));

/** The format `openlymph/examination@1` of `body examine --json`; described in docs/json.md. */
export function examinationJson(history: History, examination: Examination) {
  const { record, label, tracer, injected, times, findings, body, warnings } = examination;
  const { depot, blood } = findings;
  return {
    format: record.format,
    label,
    warnings,
    marks: historyMarks(history).map(({ word, text }) => `${word}: ${text}`),
    history: historyJson(history),
    tracer,
    injected,
    time: series(times, "time", "min"),
    depot: {
      share: shares(depot.share),
      clearance: { value: 100 * depot.clearance * minute, unit: "%/min" },
    },
    nodes: findings.nodes.map(({ node, name, kind, arrival, uptake, entered }) => ({
      node,
      name,
      kind,
      arrival: minutes(arrival),
      uptake: shares(uptake),
      entered: percentage(entered),
    })),
    bundles: findings.bundles.map(({ from, to, length, transit, arrival, carried }) => ({
      from,
      to,
      length: quantity(length, "length", "cm"),
      transit: minutes(transit),
      arrival: minutes(arrival),
      carried: percentage(carried),
    })),
    detours: findings.detours.map(({ anastomosis, name, from, to, arrival, carried }) => ({
      anastomosis,
      name,
      from,
      to,
      arrival: minutes(arrival),
      carried: percentage(carried),
    })),
    beside: besideExamination(examination).map(
      ({ id, quantity: what, people, published, source, basis, standing, here }) => ({
        id,
        quantity: what,
        people,
        published,
        source,
        basis,
        standing,
        here: here ?? null,
      }),
    ),
    backflow: {
      share: shares(findings.backflowShare),
      territories: findings.backflow.map(({ territory, name, arrival, share }) => ({
        territory,
        name,
        arrival: minutes(arrival),
        share: shares(share),
      })),
    },
    blood: {
      share: shares(blood.share),
      byLymph: percentage(blood.byLymph),
      byNodes: percentage(blood.byNodes),
      byCapillaries: percentage(blood.byCapillaries),
    },
    balance: { soluteError: findings.error, fluidError: body.balance.fluidError },
    record,
  };
}
