import type { SimulationReport } from "@openlymph/physiology";
import { fixed, significant, timeWords } from "../output/numbers.ts";
import { numbers, type Table, words } from "../output/table.ts";

const flow = (value: number) => significant(value, 4);

/** Mean flows through the ends of the network. */
export function meansTable(report: SimulationReport): Table {
  const { window } = report;
  return {
    title: window.kind === "prescribed" && window.cycles === 1 ? "Mean flows over the last cycle" : "Mean flows",
    columns: [words(""), numbers("mL/h")],
    rows: [
      ...(report.inlets.length === 0 ? [] : [["in at the inlets", flow(report.inflow.mean.value)]]),
      ...(report.tissues.length === 0 ? [] : [["filtered into tissue", flow(report.filtered.mean.value)]]),
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

const dash = "–";

/** How contractions run along every vessel. */
export function vesselsTable({ vessels }: SimulationReport): Table {
  return {
    title: "Contraction waves",
    columns: [words("vessel"), numbers("speed (mm/s)"), words("direction"), numbers("coordinated (%)")],
    rows: vessels.map(({ id, waveSpeed, waveDirection, coordinated }) => [
      id,
      waveSpeed === null ? dash : significant(waveSpeed.value, 3),
      waveDirection ?? (waveSpeed === null ? dash : "either"),
      coordinated === null ? dash : fixed(100 * coordinated, 0),
    ]),
  };
}

/** What every lymphangion does in its cycle. */
export function lymphangionsTable({ lymphangions }: SimulationReport): Table {
  return {
    title: "Lymphangions",
    columns: [
      words("lymphangion"),
      numbers("narrowest (mm)"),
      numbers("widest (mm)"),
      numbers("ejected (%)"),
      numbers("stroke (uL)"),
      numbers("work (uJ)"),
      numbers("pressure, lowest (mmHg)"),
      numbers("highest (mmHg)"),
    ],
    rows: lymphangions.map((one) => [
      one.id,
      fixed(one.endSystolicDiameter.value, 4),
      fixed(one.endDiastolicDiameter.value, 4),
      fixed(100 * one.ejectionFraction, 1),
      significant(one.strokeVolume.value, 3),
      significant(1e6 * one.strokeWork.value, 3),
      fixed(one.pressure.min, 2),
      fixed(one.pressure.max, 2),
    ]),
  };
}

/** Flows of every valve. */
export function valvesTable({ valves }: SimulationReport): Table {
  return {
    title: "Valves",
    columns: [
      words("valve"),
      numbers("mean (mL/h)"),
      numbers("peak forward (mL/h)"),
      numbers("peak backward (mL/h)"),
      numbers("open (% of time)"),
      numbers("back (uL per cycle)"),
    ],
    rows: valves.map(({ id, flow: { mean, min, max }, openFraction, backflow }) => [
      id,
      flow(mean),
      flow(Math.max(0, max)),
      flow(Math.max(0, -min)),
      openFraction === null ? dash : fixed(100 * openFraction, 1),
      significant(backflow.value, 3),
    ]),
  };
}

/** Tissues at the end, with what filters in and drains. */
export function tissuesTable({ tissues }: SimulationReport): Table {
  return {
    title: "Tissues at the end",
    columns: [
      words("tissue"),
      numbers("fluid (mL)"),
      numbers("pressure (mmHg)"),
      numbers("filtered in (mL/h)"),
      numbers("drained (mL/h)"),
    ],
    rows: tissues.map(({ id, volume, pressure, filtration, drainage }) => [
      id,
      significant(volume.value, 4),
      fixed(pressure.value, 2),
      flow(filtration.mean.value),
      flow(drainage.mean.value),
    ]),
  };
}

/** What became of every solute. */
export function solutesTable({ solutes }: SimulationReport): Table {
  const seconds = (time: { readonly value: number } | null | undefined) => (time ? timeWords(time.value) : dash);
  return {
    title: "Solutes since the start",
    columns: [
      words("solute"),
      words("in"),
      numbers("came"),
      numbers("left"),
      numbers("is here"),
      numbers("reached an outlet after"),
      numbers("mean transit"),
      numbers("clearance (%/min)"),
    ],
    rows: solutes.map(({ id, unit, amounts, outlets, meanTransitTime, clearance }) => {
      const arrivals = outlets.flatMap(({ arrival }) => (arrival === null ? [] : [arrival]));
      const first = arrivals.sort((a, b) => a.value - b.value)[0];
      const rate = clearance.find((one) => one.rate !== null)?.rate;
      return [
        id,
        unit,
        significant(amounts.inflow + amounts.injected + Math.max(0, amounts.exchanged), 3),
        significant(amounts.outflow + amounts.absorbed, 3),
        significant(amounts.stored, 3),
        seconds(first),
        seconds(meanTransitTime),
        rate ? significant(rate.value, 3) : dash,
      ];
    }),
  };
}

/** How long the run was, and which part of it the numbers are of. */
export function windowWords({ time, cycle, window }: SimulationReport): string {
  const length = timeWords(time.value);
  if (window.kind === "none")
    return `${length}, without a period. The numbers are of the time from ${timeWords(window.start.value)} on.`;
  if (window.kind === "prescribed") {
    const cycles = `${length}, ${significant(time.value / cycle.value, 4)} cycles of ${timeWords(cycle.value)}.`;
    return window.cycles === 1 ? cycles : `${cycles} The numbers are of the last ${window.cycles}.`;
  }
  const varies = window.variation === null ? "" : `, which varies by ${significant(100 * window.variation, 2)} %`;
  return (
    `${length}. The numbers are of ${window.cycles} contractions from ${timeWords(window.start.value)} to ` +
    `${timeWords(window.end.value)}, with a period of ${timeWords(cycle.value)}${varies}.`
  );
}

/** Nodes of the network. */
export function networkNodesTable({ nodes }: SimulationReport): Table {
  return {
    title: "Nodes",
    columns: [words("node"), numbers("mean (mL/h)"), numbers("lowest"), numbers("highest"), numbers("swollen by (%)")],
    rows: nodes.map(({ id, flow: { mean, min, max }, swelling }) => [
      id,
      flow(mean),
      flow(min),
      flow(max),
      fixed(100 * swelling, 1),
    ]),
  };
}
