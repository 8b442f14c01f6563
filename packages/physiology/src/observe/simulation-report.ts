/** A simulation in the units people read, as a plain object for files, `--json` and screens. */
import { mmHg, type Quantity, quantity, type RunRecord, toUnit } from "@openlymph/base";
import type { LymphangionObservation } from "./cycle-statistics.ts";
import type { NodeObservation, TissueObservation } from "./places.ts";
import { type ReportSolute, soluteReport } from "./report-solutes.ts";
import type { PathObservation, Range, Simulation } from "./simulation.ts";
import type { ValveObservation } from "./valve-statistics.ts";
import type { VesselObservation } from "./wave.ts";

export interface ReportRange extends Range {
  readonly unit: string;
}

export interface ReportPath {
  readonly id: string;
  readonly flow: ReportRange & { readonly mean: number };
}

export interface ReportLymphangion {
  readonly id: string;
  readonly vessel: string;
  readonly diameter: ReportRange;
  readonly pressure: ReportRange;
  readonly ejectionFraction: number;
  readonly endDiastolicDiameter: Quantity;
  readonly endSystolicDiameter: Quantity;
  readonly strokeVolume: Quantity;
  readonly strokeWork: Quantity;
  readonly frequency: Quantity;
  readonly fractionalPumpFlow: Quantity;
  readonly transmural: { readonly mean: number; readonly peak: number; readonly unit: string };
  readonly fastestRise: Quantity;
}

export interface ReportValve extends ReportPath {
  readonly openFraction: number | null;
  readonly openingDrop: Quantity | null;
  readonly closingDrop: Quantity | null;
  readonly backflow: Quantity;
}

export interface ReportVessel extends Omit<VesselObservation, "waveSpeed"> {
  readonly waveSpeed: Quantity | null;
}

export interface ReportTissue {
  readonly id: string;
  readonly volume: Quantity;
  readonly pressure: Quantity;
  readonly filtration: { readonly mean: Quantity };
  readonly drainage: { readonly mean: Quantity };
}

/**
 * Format `openlymph/simulation@1`. Flows in mL/h, diameters in mm, pressures in mmHg, frequencies per minute; means and ranges over
 * the window.
 */
export interface SimulationReport {
  readonly format: "openlymph/simulation@1";
  readonly time: Quantity;
  readonly cycle: Quantity;
  readonly window: {
    readonly start: Quantity;
    readonly end: Quantity;
    readonly cycles: number;
    readonly kind: Simulation["window"]["kind"];
    readonly variation: number | null;
  };
  readonly inflow: { readonly mean: Quantity };
  readonly outflow: { readonly mean: Quantity };
  readonly absorbed: { readonly mean: Quantity };
  readonly filtered: { readonly mean: Quantity };
  readonly pumpPower: Quantity;
  readonly inlets: readonly ReportPath[];
  readonly outlets: readonly ReportPath[];
  readonly nodes: readonly (ReportPath & { readonly swelling: number })[];
  readonly vessels: readonly ReportVessel[];
  readonly lymphangions: readonly ReportLymphangion[];
  readonly valves: readonly ReportValve[];
  readonly tissues: readonly ReportTissue[];
  readonly solutes: readonly ReportSolute[];
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

const drop = (value: number | null) => (value === null ? null : quantity(value, "pressure", "mmHg"));

function valveReport(valve: ValveObservation): ReportValve {
  return {
    ...pathReport(valve),
    openFraction: valve.openFraction,
    openingDrop: drop(valve.openingDrop),
    closingDrop: drop(valve.closingDrop),
    backflow: quantity(valve.backflow, "volume", "uL"),
  };
}

function lymphangionReport(one: LymphangionObservation): ReportLymphangion {
  const { id, vessel, diameter, pressure, transmural } = one;
  const length = (value: number) => toUnit(value, "length", "mm");
  const press = (value: number) => toUnit(value, "pressure", "mmHg");
  return {
    id,
    vessel,
    diameter: { min: length(diameter.min), max: length(diameter.max), unit: "mm" },
    pressure: { min: press(pressure.min), max: press(pressure.max), unit: "mmHg" },
    ejectionFraction: one.ejectionFraction,
    endDiastolicDiameter: quantity(one.endDiastolicDiameter, "length", "mm"),
    endSystolicDiameter: quantity(one.endSystolicDiameter, "length", "mm"),
    strokeVolume: quantity(one.strokeVolume, "volume", "uL"),
    strokeWork: { value: one.strokeWork, unit: "J" },
    frequency: quantity(one.frequency, "frequency", "/min"),
    fractionalPumpFlow: quantity(one.fractionalPumpFlow, "frequency", "/min"),
    transmural: { mean: press(transmural.mean), peak: press(transmural.peak), unit: "mmHg" },
    fastestRise: { value: one.fastestRise / mmHg, unit: "mmHg/s" },
  };
}

function vesselReport({ waveSpeed, ...rest }: VesselObservation): ReportVessel {
  return { ...rest, waveSpeed: waveSpeed === null ? null : quantity(waveSpeed, "velocity", "mm/s") };
}

function tissueReport({ id, volume, pressure, filtration, drainage }: TissueObservation): ReportTissue {
  return {
    id,
    volume: quantity(volume, "volume", "mL"),
    pressure: quantity(pressure, "pressure", "mmHg"),
    filtration: { mean: quantity(filtration, "flow", flowUnit) },
    drainage: { mean: quantity(drainage, "flow", flowUnit) },
  };
}

const nodeReport = (node: NodeObservation) => ({ ...pathReport(node), swelling: node.swelling });

/** The report of a simulation; holds only what JSON can hold. */
export function simulationReport(simulation: Simulation): SimulationReport {
  const mean = (flow: number) => ({ mean: quantity(flow, "flow", flowUnit) });
  const { window } = simulation;
  return {
    format: "openlymph/simulation@1",
    time: quantity(simulation.time, "time", "s"),
    cycle: quantity(simulation.period, "time", "s"),
    window: {
      start: quantity(window.start, "time", "s"),
      end: quantity(window.end, "time", "s"),
      cycles: window.cycles,
      kind: window.kind,
      variation: window.variation,
    },
    inflow: mean(simulation.inflow),
    outflow: mean(simulation.outflow),
    absorbed: mean(simulation.absorbed),
    filtered: mean(simulation.filtered),
    pumpPower: { value: simulation.pumpPower, unit: "W" },
    inlets: simulation.inlets.map(pathReport),
    outlets: simulation.outlets.map(pathReport),
    nodes: simulation.nodes.map(nodeReport),
    vessels: simulation.vessels.map(vesselReport),
    lymphangions: simulation.lymphangions.map(lymphangionReport),
    valves: simulation.valves.map(valveReport),
    tissues: simulation.tissues.map(tissueReport),
    solutes: simulation.solutes.map(soluteReport),
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
