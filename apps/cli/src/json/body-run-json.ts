import { limbs, limbTerritories } from "@openlymph/anatomy";
import { quantity } from "@openlymph/base";
import {
  type BodyRun,
  excessFluid,
  limbExcessShare,
  lymphFlow,
  slowChange,
  teachingModelLabel,
  tissueMeans,
} from "@openlymph/rehearsal";
import type { History } from "@openlymph/therapy";
import { series } from "../output/numbers.ts";
import { originWords } from "../words/history-words.ts";
import { historyMarks } from "../words/review-words.ts";
import { historyJson } from "./history-json.ts";

function limbsJson({ index, healthy, series: { states } }: BodyRun) {
  return limbs.map((limb) => {
    const territories = limbTerritories(limb);
    const rest = lymphFlow(index, healthy, territories);
    const flows = states.map((state) => lymphFlow(index, state, territories));
    const means = states.map((state) => tissueMeans(index, state, territories));
    const excess = states.map((state) => excessFluid(index, healthy, state, territories));
    const shares = states.map((state) => limbExcessShare(index, healthy, state, limb));
    const slow = states.map((state) => slowChange(index, healthy, state, territories));
    return {
      limb,
      excess: series(excess, "volume", "mL"),
      excessShare: series(shares, "fraction", "%"),
      lymphFlow: series(flows, "flow", "mL/h"),
      lymphFlowShare: series(
        flows.map((flow) => flow / rest),
        "fraction",
        "%",
      ),
      tissuePressure: series(
        means.map(({ pressure }) => pressure),
        "pressure",
        "mmHg",
      ),
      protein: series(
        means.map(({ protein }) => protein),
        "concentration",
        "g/L",
      ),
      newTissue: series(
        slow.map(({ newTissue }) => newTissue),
        "volume",
        "mL",
      ),
      pumpHealth: series(
        slow.map(({ pumpHealth }) => pumpHealth),
        "fraction",
        "%",
      ),
    };
  });
}

/** The plasma as the one record of its kind, so that it stands in the table of all numbers too. */
function plasmaJson({ series: { states } }: BodyRun) {
  return {
    blood: "plasma",
    volume: series(
      states.map(({ plasmaVolume }) => plasmaVolume),
      "volume",
      "L",
    ),
    protein: series(
      states.map(({ plasmaProtein, plasmaVolume }) => plasmaProtein / plasmaVolume),
      "concentration",
      "g/L",
    ),
  };
}

function territoriesJson({ index, healthy, series: { states } }: BodyRun) {
  return index.territories.map((territory, k) => {
    const rest = lymphFlow(index, healthy, [territory]);
    const flows = states.map((state) => lymphFlow(index, state, [territory]));
    const volumes = states.map((state) => state.volume[k] ?? Number.NaN);
    return {
      territory,
      healthyFluid: quantity(healthy.volume[k] ?? Number.NaN, "volume", "mL"),
      fluid: series(volumes, "volume", "mL"),
      lymphFlow: series(flows, "flow", "mL/h"),
      lymphFlowShare: series(
        flows.map((flow) => flow / rest),
        "fraction",
        "%",
      ),
      tissuePressure: series(
        states.map((state) => state.tissuePressure[k] ?? Number.NaN),
        "pressure",
        "mmHg",
      ),
      protein: series(
        states.map((state, at) => (state.proteinMass[k] ?? Number.NaN) / (volumes[at] ?? Number.NaN)),
        "concentration",
        "g/L",
      ),
    };
  });
}

function nodesJson({ index, healthy, series: { states } }: BodyRun) {
  return index.nodes.map((node, n) => ({
    node,
    healthyPressure: quantity(healthy.pressure[n] ?? Number.NaN, "pressure", "mmHg"),
    pressure: series(
      states.map((state) => state.pressure[n] ?? Number.NaN),
      "pressure",
      "mmHg",
    ),
    inflow: series(
      states.map((state) => state.inflow[n] ?? Number.NaN),
      "flow",
      "mL/h",
    ),
  }));
}

/** The format `openlymph/body-run@1` of `body run --json`; described in docs/json.md. */
export function bodyRunJson(history: History, run: BodyRun) {
  const { record, origin, index } = run;
  const { states, balance } = run.series;
  return {
    format: record.format,
    label: teachingModelLabel,
    warnings: run.warnings,
    marks: historyMarks(history).map(({ word, text }) => `${word}: ${text}`),
    history: historyJson(history),
    origin: { fromAsOf: quantity(origin, "time", "d"), words: originWords(history, origin) },
    time: series(
      states.map(({ time }) => time),
      "time",
      "d",
    ),
    limbs: limbsJson(run),
    territories: territoriesJson(run),
    nodes: nodesJson(run),
    plasma: plasmaJson(run),
    routes: index.anastomoses.map(({ id, name, a, b }, n) => ({
      anastomosis: id,
      name,
      a,
      b,
      flow: series(
        states.map((state) => state.anastomosisFlow[n] ?? Number.NaN),
        "flow",
        "mL/h",
      ),
    })),
    balance: {
      fluidError: quantity(balance.fluidError, "fraction", "1"),
      proteinError: quantity(balance.proteinError, "fraction", "1"),
    },
    record,
  };
}

/** Every number of a run as rows of `time, kind, id, quantity, value, unit`: one table that a data program can pivot. */
export function* bodyRunRows(history: History, run: BodyRun): Generator<readonly (string | number)[], void, undefined> {
  const { time, limbs: byLimb, territories, nodes, plasma, routes } = bodyRunJson(history, run);
  const groups: readonly (readonly [string, string, readonly object[]])[] = [
    ["limb", "limb", byLimb],
    ["territory", "territory", territories],
    ["node", "node", nodes],
    ["plasma", "blood", [plasma]],
    ["route", "anastomosis", routes],
  ];
  for (const [at, when] of time.values.entries()) {
    for (const [kind, key, records] of groups) {
      for (const record of records) {
        const fields = record as Readonly<Record<string, unknown>>;
        for (const [name, field] of Object.entries(fields)) {
          if (typeof field !== "object" || field === null || !("values" in field) || !("unit" in field)) continue;
          const value = (field.values as readonly number[])[at] ?? Number.NaN;
          yield [when, kind, String(fields[key]), name, value, String(field.unit)];
        }
      }
    }
  }
}
