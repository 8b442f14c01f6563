/** Solutes in the units people read. */
import { type Quantity, quantity } from "@openlymph/base";
import type { Arrival, SoluteObservation } from "./solute-observation.ts";

export interface ReportArrival {
  readonly id: string;
  readonly arrival: Quantity | null;
}

export interface ReportSolute {
  readonly id: string;
  /** Unit of amounts: kg, or cfu where cells are counted. */
  readonly unit: "kg" | "cfu";
  /** With sign where it has one. */
  readonly amounts: SoluteObservation["amounts"];
  readonly imbalance: number;
  readonly vessels: readonly (ReportArrival & { readonly frontSpeed: Quantity | null })[];
  readonly outlets: readonly ReportArrival[];
  readonly nodes: readonly (ReportArrival & { readonly concentration: Quantity; readonly held: number })[];
  readonly tissues: readonly { readonly id: string; readonly concentration: Quantity; readonly amount: number }[];
  readonly meanTransitTime: Quantity | null;
  readonly recovered: number | null;
  readonly clearance: readonly { readonly at: string; readonly rate: Quantity | null }[];
}

const seconds = (time: number | null): Quantity | null => (time === null ? null : quantity(time, "time", "s"));
const arrival = ({ id, time }: Arrival): ReportArrival => ({ id, arrival: seconds(time) });

/** A rate constant, 1/s, in % per minute. */
const perMinute = (rate: number): Quantity => ({ value: rate * 6000, unit: "%/min" });

export function soluteReport(solute: SoluteObservation): ReportSolute {
  const { counted } = solute;
  const density = (value: number) =>
    counted ? quantity(value, "countConcentration", "cfu/mL") : quantity(value, "concentration", "kg/m3");
  return {
    id: solute.id,
    unit: counted ? "cfu" : "kg",
    amounts: solute.amounts,
    imbalance: solute.imbalance,
    vessels: solute.vessels.map(({ frontSpeed, ...one }) => ({
      ...arrival(one),
      frontSpeed: frontSpeed === null ? null : quantity(frontSpeed, "velocity", "mm/s"),
    })),
    outlets: solute.outlets.map(arrival),
    nodes: solute.nodes.map(({ concentration, held, ...one }) => ({
      ...arrival(one),
      concentration: density(concentration),
      held,
    })),
    tissues: solute.tissues.map(({ id, concentration, amount }) => ({
      id,
      concentration: density(concentration),
      amount,
    })),
    meanTransitTime: seconds(solute.meanTransitTime),
    recovered: solute.recovered,
    clearance: solute.clearance.map(({ at, rate }) => ({ at, rate: rate === null ? null : perMinute(rate) })),
  };
}
