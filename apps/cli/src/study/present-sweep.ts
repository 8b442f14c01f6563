import type { RunRecord } from "@openlymph/base";
import type { Summary } from "@openlymph/study";
import { significant } from "../output/numbers.ts";
import { type Block, list, tableBlock, text, title } from "../output/page.ts";
import { numbers, type Table, words } from "../output/table.ts";
import type { Study } from "./read-study.ts";
import { headOf } from "./study-setup.ts";

/** What `openlymph sweep --json` prints. Numbers in the unit that stands beside them. */
export interface SweepReport {
  readonly format: "openlymph/sweep@1";
  readonly title: string;
  readonly points: number;
  readonly failed: number;
  /** Points whose outflow still changed by more than 1 % per cycle. */
  readonly unsettled: number;
  readonly outputs: readonly (Omit<Summary, "missing"> & { readonly name: string; readonly unit: string })[];
  /** The first twenty. */
  readonly failures: readonly { readonly index: number; readonly message: string }[];
  readonly files: readonly string[];
  readonly record: RunRecord;
}

function outputsTable({ outputs }: SweepReport): Table {
  return {
    title: "Over all points",
    columns: [
      words("output"),
      numbers("lowest"),
      numbers("5 %"),
      numbers("median"),
      numbers("95 %"),
      numbers("highest"),
    ],
    rows: outputs.map(({ name, unit, min, max, quantiles }) => [
      headOf(name, unit),
      ...[min, quantiles[0]?.value, quantiles[2]?.value, quantiles[4]?.value, max].map((value) =>
        significant(value ?? Number.NaN, 4),
      ),
    ]),
  };
}

/** A sweep for people. */
export function sweepBlocks(report: SweepReport, study: Study): readonly Block[] {
  const { points, failed, unsettled, files, record } = report;
  const ways = study.parameters.map(({ path }) => path).join(", ");
  const notes = [
    ...(failed === 0
      ? []
      : [
          `${failed} of ${points} points could not be computed; the column "failure" says why. The first: ${report.failures[0]?.message}`,
        ]),
    ...(unsettled === 0
      ? []
      : [`At ${unsettled} of ${points} points the outflow still changes by more than 1 % per cycle: run more cycles.`]),
  ];
  return [
    title(report.title),
    ...(study.content.about === "" ? [] : [text(study.content.about)]),
    text(`${points} points of ${ways}.`),
    tableBlock(outputsTable(report)),
    ...(notes.length === 0 ? [] : [list(notes)]),
    text(`Wrote ${files.join(" and ")}.`),
    text(`${record.program}; parameters and inputs ${record.parameterHash.slice(0, 16)}.`),
  ];
}
