/** A simulation in the units people read, as a plain object for files, `--json` and screens. */
import { type Quantity, quantity, type RunRecord, toUnit } from "@openlymph/base";
import type { PathObservation, Range, Simulation } from "./simulate.ts";

export interface ReportRange extends Range {
  readonly unit: string;
}

export interface ReportPath {
  readonly id: string;
  readonly flow: ReportRange & { readonly mean: number };
}

/** Format `openlymph/simulation@1`. Flows in mL/h, diameters in mm, pressures in mmHg; means and ranges over the last cycle. */
export interface SimulationReport {
  readonly format: "openlymph/simulation@1";
  readonly time: Quantity;
  readonly cycle: Quantity;
  readonly inflow: { readonly mean: Quantity };
  readonly outflow: { readonly mean: Quantity };
  readonly absorbed: { readonly mean: Quantity };
  readonly inlets: readonly ReportPath[];
  readonly outlets: readonly ReportPath[];
  readonly nodes: readonly ReportPath[];
  readonly lymphangions: readonly {
    readonly id: string;
    readonly vessel: string;
    readonly diameter: ReportRange;
    readonly pressure: ReportRange;
    readonly ejectionFraction: number;
  }[];
  readonly valves: readonly ReportPath[];
  readonly drift: number | null;
  readonly massBalance: { readonly error: number; readonly volume: Quantity };
  readonly steps: Simulation["steps"];
  readonly warnings: readonly string[];
  readonly record: RunRecord;
}

const flowUnit = "mL/h";

function pathReport({ id, mean, flow }: PathObservation): ReportPath {
  const inUnit = (value: number) => toUnit(value, "flow", flowUnit);
  return { id, flow: { mean: inUnit(mean), min: inUnit(flow.min), max: inUnit(flow.max), unit: flowUnit } };
}

/** The report of a simulation; holds only what JSON can hold. */
export function simulationReport(simulation: Simulation): SimulationReport {
  const mean = (flow: number) => ({ mean: quantity(flow, "flow", flowUnit) });
  return {
    format: "openlymph/simulation@1",
    time: quantity(simulation.time, "time", "s"),
    cycle: quantity(simulation.period, "time", "s"),
    inflow: mean(simulation.inflow),
    outflow: mean(simulation.outflow),
    absorbed: mean(simulation.absorbed),
    inlets: simulation.inlets.map(pathReport),
    outlets: simulation.outlets.map(pathReport),
    nodes: simulation.nodes.map(pathReport),
    lymphangions: simulation.lymphangions.map(({ id, vessel, diameter, pressure, ejectionFraction }) => ({
      id,
      vessel,
      diameter: { min: toUnit(diameter.min, "length", "mm"), max: toUnit(diameter.max, "length", "mm"), unit: "mm" },
      pressure: {
        min: toUnit(pressure.min, "pressure", "mmHg"),
        max: toUnit(pressure.max, "pressure", "mmHg"),
        unit: "mmHg",
      },
      ejectionFraction,
    })),
    valves: simulation.valves.map(pathReport),
    drift: simulation.drift,
    massBalance: {
      error: simulation.massBalance.error,
      volume: quantity(simulation.massBalance.volume, "volume", "uL"),
    },
    steps: simulation.steps,
    warnings: simulation.warnings,
    record: simulation.record,
  };
}
