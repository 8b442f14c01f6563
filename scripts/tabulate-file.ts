/** The data file of the tabulated pump law: from the computed flows to its text. */
import { mLPerHour, mmHg, type RunRecord, runRecord } from "@openlymph/base";
import {
  gridPoints,
  heldOut,
  heldOutPoints,
  type PumpTableData,
  pumpTableAxes,
  pumpTableFormat,
  pumpTableInputs,
  usualSettling,
  type WorkingPoint,
} from "@openlymph/physiology";
import type { SweepRow } from "@openlymph/study";

/** A single point in the units of the file. */
export interface TabulatedPoint {
  readonly fillingMmHg: number;
  readonly strength: number;
  readonly afterloadMmHg: number;
  readonly flowMLPerHour: number;
  /** Change of the mean flow over the last two cycles. */
  readonly drift: number;
}

export interface PumpTableFile extends PumpTableData {
  readonly format: string;
  readonly title: string;
  readonly about: string;
  readonly record: RunRecord;
  /** Points between those of the table, for judging what is read between. */
  readonly heldOut: readonly TabulatedPoint[];
  /** Points that were not periodic after the most cycles. */
  readonly unsettled: readonly TabulatedPoint[];
}

/** Points of the table, then those between. */
export const allPoints: readonly WorkingPoint[] = [...gridPoints(), ...heldOutPoints()];

const rounded = (value: number, digits: number) => Number(value.toFixed(digits));

function tabulated(
  { filling, strength, afterload }: WorkingPoint,
  [flow = Number.NaN, drift = Number.NaN]: readonly number[],
): TabulatedPoint {
  return {
    fillingMmHg: rounded(filling / mmHg, 9),
    strength: rounded(strength, 9),
    afterloadMmHg: rounded(afterload / mmHg, 9),
    flowMLPerHour: rounded(flow / mLPerHour, 6),
    drift: Number(drift.toPrecision(2)),
  };
}

/** The file for one row per point of `allPoints`. */
export function pumpTableFile(rows: readonly SweepRow[]): PumpTableFile {
  const points = rows.map(({ outputs }, n) => tabulated(allPoints[n]!, outputs));
  const { strength, afterloadOverStrengthMmHg: loads } = pumpTableAxes;
  const flowAt = (f: number, s: number, u: number) =>
    points[(f * strength.length + s) * loads.length + u]!.flowMLPerHour;
  return {
    format: pumpTableFormat,
    title: "Pump law of a human limb collector",
    about:
      "Mean flow of ten lymphangions run until periodic, by `npm run tabulate`; flows in mL/h as [filling][strength][afterload over strength].",
    record: runRecord(pumpTableFormat, pumpTableInputs(), heldOut.seed),
    axes: pumpTableAxes,
    flowMLPerHour: pumpTableAxes.fillingMmHg.map((_, f) =>
      strength.map((_, s) => loads.map((_, u) => flowAt(f, s, u))),
    ),
    heldOut: points.slice(gridPoints().length),
    unsettled: points.filter(({ drift }) => !(drift < usualSettling.tolerance)),
  };
}

/** JSON with one row of flows, or one point, a line. */
export function pumpTableText(file: PumpTableFile): string {
  const lines = (items: readonly unknown[]) => items.map((item) => `    ${JSON.stringify(item)}`).join(",\n");
  const list = (items: readonly unknown[]) => (items.length === 0 ? "[]" : `[\n${lines(items)}\n  ]`);
  const texts = Object.entries(file).map(([key, value]) => {
    if (key === "flowMLPerHour")
      return `  "${key}": [\n${file.flowMLPerHour.map((rows) => `  ${list(rows)}`).join(",\n")}\n  ]`;
    return `  "${key}": ${Array.isArray(value) ? list(value) : JSON.stringify(value)}`;
  });
  return `{\n${texts.join(",\n")}\n}\n`;
}
