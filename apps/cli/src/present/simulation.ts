import type { SimulationReport } from "@openlymph/physiology";
import { fixed, significant } from "../output/numbers.ts";
import { numbers, type Table, words } from "../output/table.ts";

const flow = (value: number) => significant(value, 4);

/** Means over the last cycle. */
export function meansTable(report: SimulationReport): Table {
  return {
    title: "Mean flows over the last cycle",
    columns: [words(""), numbers("mL/h")],
    rows: [
      ["in at the inlets", flow(report.inflow.mean.value)],
      ["out at the outlets", flow(report.outflow.mean.value)],
      ...(report.nodes.length === 0 ? [] : [["taken up by the blood in nodes", flow(report.absorbed.mean.value)]]),
    ],
  };
}

/** Ends of the network, when there are several. */
export function endsTable({ inlets, outlets }: SimulationReport): Table {
  const row = (kind: string) => (path: SimulationReport["inlets"][number]) => [
    kind,
    path.id,
    flow(path.flow.mean),
    flow(path.flow.min),
    flow(path.flow.max),
  ];
  return {
    title: "Inlets and outlets",
    columns: [words(""), words("id"), numbers("mean (mL/h)"), numbers("lowest"), numbers("highest")],
    rows: [...inlets.map(row("inlet")), ...outlets.map(row("outlet"))],
  };
}

/** Range of every lymphangion over the last cycle. */
export function lymphangionsTable({ lymphangions }: SimulationReport): Table {
  return {
    title: "Lymphangions over the last cycle",
    columns: [
      words("lymphangion"),
      numbers("narrowest (mm)"),
      numbers("widest (mm)"),
      numbers("pressure, lowest (mmHg)"),
      numbers("highest (mmHg)"),
      numbers("ejected (%)"),
    ],
    rows: lymphangions.map(({ id, diameter, pressure, ejectionFraction }) => [
      id,
      fixed(diameter.min, 4),
      fixed(diameter.max, 4),
      fixed(pressure.min, 2),
      fixed(pressure.max, 2),
      fixed(100 * ejectionFraction, 1),
    ]),
  };
}

/** Peak flows of every valve over the last cycle. */
export function valvesTable({ valves }: SimulationReport): Table {
  return {
    title: "Valves over the last cycle",
    columns: [words("valve"), numbers("mean (mL/h)"), numbers("peak forward (mL/h)"), numbers("peak backward (mL/h)")],
    rows: valves.map(({ id, flow: { mean, min, max } }) => [
      id,
      flow(mean),
      flow(Math.max(0, max)),
      flow(Math.max(0, -min)),
    ]),
  };
}

/** Nodes of the network. */
export function networkNodesTable({ nodes }: SimulationReport): Table {
  return {
    title: "Nodes over the last cycle",
    columns: [words("node"), numbers("mean (mL/h)"), numbers("lowest"), numbers("highest")],
    rows: nodes.map(({ id, flow: { mean, min, max } }) => [id, flow(mean), flow(min), flow(max)]),
  };
}
