import type { RunRecord } from "@openlymph/base";
import type { Calibration, Estimate } from "@openlymph/study";
import { fixed, significant } from "../output/numbers.ts";
import { type Block, list, tableBlock, text, title } from "../output/page.ts";
import { numbers, type Table, words } from "../output/table.ts";
import type { Study } from "./read-study.ts";
import { headOf } from "./study-setup.ts";

/** What `openlymph calibrate --json` prints. Numbers in the unit beside them; `null` where there is none. */
export interface CalibrationReport extends Omit<Calibration, "estimates" | "targets"> {
  readonly format: "openlymph/calibration@1";
  readonly title: string;
  readonly estimates: readonly (Omit<Estimate, "interval"> & {
    readonly unit: string;
    readonly interval: readonly number[];
  })[];
  readonly targets: readonly (Calibration["targets"][number] & {
    readonly unit: string;
    readonly source: string | undefined;
  })[];
  readonly record: RunRecord;
}

const reasons: Readonly<Record<Calibration["reason"], string>> = {
  offset: "converged",
  exact: "converged: every target is met exactly",
  iterations: "not converged: the steps were used up",
  "no-progress": "not converged: no step however short made it better",
};

const errorOf = (value: number) => (value === Number.POSITIVE_INFINITY ? "not determined" : significant(value, 2));

function estimatesTable({ estimates }: CalibrationReport): Table {
  return {
    title: "Estimates",
    columns: [words("parameter"), numbers("value"), numbers("standard error"), words("95 %"), words("")],
    rows: estimates.map(
      ({ name, unit, value, standardError, interval: [low = Number.NaN, high = Number.NaN], state }) => [
        headOf(name, unit),
        significant(value, 4),
        errorOf(standardError),
        Number.isFinite(low) && Number.isFinite(high) ? `${significant(low, 3)} to ${significant(high, 3)}` : "–",
        state === "free" ? "" : state,
      ],
    ),
  };
}

function targetsTable({ targets }: CalibrationReport): Table {
  return {
    title: "Targets",
    columns: [
      words("scenario"),
      words("output"),
      numbers("target"),
      numbers("sd"),
      numbers("model"),
      numbers("off by (sd)"),
    ],
    rows: targets.map(({ scenario, output, unit, value, sd, model, residual }) => [
      scenario,
      headOf(output, unit),
      ...[value, sd, model].map((number) => significant(number, 4)),
      fixed(residual, 2),
    ]),
  };
}

function correlationTable({ correlation: { names, matrix } }: CalibrationReport): Table {
  return {
    title: "Correlation of the estimates",
    columns: [words(""), ...names.map((name) => numbers(name))],
    rows: names.map((name, p) => [name, ...names.map((_, q) => fixed(matrix[p]?.[q] ?? Number.NaN, 2))]),
  };
}

/** A calibration for people. */
export function calibrationBlocks(report: CalibrationReport, study: Study): readonly Block[] {
  const { reason, offset, iterations, evaluations, chiSquare, degreesOfFreedom, identifiability, record } = report;
  const bounds = report.estimates
    .filter(({ state }) => state === "at min" || state === "at max")
    .map(
      ({ name, state }) =>
        `${name} lies ${state === "at min" ? "at the lower" : "at the upper"} end of its range: the targets ask for more than it allows.`,
    );
  const none = report.correlation.names.length === 0;
  const stillOff = none ? "" : `; it may still be off by ${significant(offset, 1)} of the statistical error`;
  const notes = [...bounds, ...identifiability.warnings];
  return [
    title(report.title),
    ...(study.content.about === "" ? [] : [text(study.content.about)]),
    tableBlock(estimatesTable(report)),
    tableBlock(targetsTable(report)),
    ...(report.correlation.names.length < 2 ? [] : [tableBlock(correlationTable(report))]),
    ...(notes.length === 0 ? [] : [list(notes)]),
    text(
      `The search ${reasons[reason]}${stillOff}. ` +
        `Sum of squares ${significant(chiSquare, 3)} for ${degreesOfFreedom} degrees of freedom; condition ` +
        `${significant(identifiability.conditionNumber, 3)}; ${iterations} steps, ${evaluations} runs.`,
    ),
    text(`${record.program}; parameters and inputs ${record.parameterHash.slice(0, 16)}.`),
  ];
}
