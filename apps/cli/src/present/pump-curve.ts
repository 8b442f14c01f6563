import { quantity, type RunRecord, toUnit } from "@openlymph/base";
import type { LinearPumpLaw, Network, PumpPoint, Settling, Stall } from "@openlymph/physiology";
import { fixed, significant } from "../output/numbers.ts";
import { type Block, list, tableBlock, text, title } from "../output/page.ts";
import { numbers, type Table, words } from "../output/table.ts";
import type { TableColumn } from "../output/table-file.ts";

export const pumpFormat = "openlymph/pump-curve@1";

/** A pump function as it was computed, in SI. */
export interface PumpFunction {
  readonly points: readonly PumpPoint[];
  readonly settling: Settling;
  readonly stall: Stall;
  /** Undefined with fewer than three points of forward flow. */
  readonly law: LinearPumpLaw | undefined;
}

const inMmHg = (si: number) => toUnit(si, "pressure", "mmHg");
const inMLPerHour = (si: number) => toUnit(si, "flow", "mL/h");
const inMmHgHoursPerML = (si: number) => toUnit(si, "resistance", "mmHg.h/mL");
const riseWords = (si: number) => `${significant(inMmHg(si), 3)} mmHg`;

function pumpTable({ points }: PumpFunction): Table {
  return {
    title: "Mean outflow against the pressure it has to lift",
    columns: [
      numbers("rise (mmHg)"),
      numbers("mean outflow (mL/h)"),
      numbers("changed by (% per cycle)"),
      numbers("cycles"),
      words("periodic"),
    ],
    rows: points.map(({ rise, flow, drift, cycles, settled }) => [
      significant(inMmHg(rise), 4),
      significant(inMLPerHour(flow), 4),
      drift === null ? "–" : fixed(100 * drift, 4),
      String(cycles),
      settled === false ? "not yet" : "yes",
    ]),
  };
}

function stallWords({ kind, rise, width }: Stall): string {
  if (kind === "above") return `Stall pressure: above ${riseWords(rise)}, where it was no longer looked for.`;
  if (kind === "below") return `Stall pressure: below ${riseWords(rise)}, the lowest rise looked at.`;
  return `Stall pressure (mean outflow zero): ${riseWords(rise)}, closed in to ${significant(inMmHg(width), 2)} mmHg.`;
}

function lawWords(law: LinearPumpLaw | undefined): string {
  if (law === undefined) return "Linear law: needs three points with forward flow.";
  return (
    `Linear law P_in - P_out = -P_p + R_L Q, fitted to the ${law.points} points with forward flow: P_p = ` +
    `${significant(inMmHg(law.pumpPressure), 4)} mmHg, R_L = ${significant(inMmHgHoursPerML(law.resistance), 4)} mmHg h/mL, ` +
    `r2 = ${fixed(law.r2, 4)}.`
  );
}

/** What must be said beside the numbers. */
export function pumpWarnings(network: Network, { points, settling }: PumpFunction): readonly string[] {
  const warnings: string[] = [];
  const open = points.filter(({ settled }) => settled === false);
  if (open.length > 0) {
    const most = Math.max(...open.map(({ drift }) => drift ?? Number.POSITIVE_INFINITY));
    warnings.push(
      `Not yet periodic after ${settling.mostCycles} cycles, at ${open.map(({ rise }) => significant(inMmHg(rise), 4)).join(", ")} ` +
        `mmHg: mean outflow still changed by up to ${significant(100 * most, 2)} % per cycle. Allow more with --most-cycles.`,
    );
  }
  const [inlet, ...others] = Object.entries(network.inlets);
  if (inlet !== undefined && others.length > 0) {
    warnings.push(
      `The rise counts from the pressure of the first inlet, ${inlet[0]} (${riseWords(inlet[1].pressure)}).`,
    );
  }
  return warnings;
}

/** The pump function as columns of a table file. */
export function pumpColumns({ points }: PumpFunction): readonly TableColumn[] {
  const column = (of: (point: PumpPoint) => number) => Float64Array.from(points, of);
  return [
    { name: "rise", unit: "mmHg", values: column(({ rise }) => inMmHg(rise)) },
    { name: "flow", unit: "mL/h", values: column(({ flow }) => inMLPerHour(flow)) },
    { name: "drift", values: column(({ drift }) => drift ?? Number.NaN) },
    { name: "cycles", values: column(({ cycles }) => cycles) },
    { name: "periodic", values: points.map(({ settled }) => (settled === false ? "no" : "yes")) },
  ];
}

/** The pump function as `openlymph/pump-curve@1`. */
export function pumpJson(network: Network, pump: PumpFunction, settings: readonly string[], record: RunRecord): object {
  const { points, settling, stall, law } = pump;
  return {
    format: pumpFormat,
    title: network.title,
    settings,
    settling,
    points: points.map(({ rise, flow, drift, cycles, settled }) => ({
      rise: quantity(rise, "pressure", "mmHg"),
      flow: quantity(flow, "flow", "mL/h"),
      drift,
      cycles,
      periodic: settled !== false,
    })),
    stall: {
      kind: stall.kind,
      rise: quantity(stall.rise, "pressure", "mmHg"),
      width: quantity(stall.width, "pressure", "mmHg"),
    },
    law:
      law === undefined
        ? null
        : {
            pumpPressure: quantity(law.pumpPressure, "pressure", "mmHg"),
            resistance: quantity(law.resistance, "resistance", "mmHg.h/mL"),
            r2: law.r2,
            points: law.points,
          },
    warnings: pumpWarnings(network, pump),
    record,
  };
}

/** The pump function as it is printed. */
export function pumpBlocks(
  network: Network,
  pump: PumpFunction,
  settings: readonly string[],
  { program, parameterHash }: RunRecord,
): readonly Block[] {
  const warnings = pumpWarnings(network, pump);
  const { tolerance, mostCycles } = pump.settling;
  return [
    title(`Pump function: ${network.title}`),
    ...(settings.length === 0 ? [] : [text(`Changed: ${settings.join(", ")}.`)]),
    tableBlock(pumpTable(pump)),
    text(stallWords(pump.stall)),
    text(lawWords(pump.law)),
    text(
      `Each point is run until mean outflow changes by less than ${significant(100 * tolerance, 2)} % of what moves from one ` +
        `cycle to the next, for at most ${mostCycles} cycles.`,
    ),
    ...(warnings.length === 0 ? [] : [list(warnings)]),
    text(`${program}; parameters and inputs ${parameterHash.slice(0, 16)}.`),
  ];
}
