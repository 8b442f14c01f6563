import { describeFailure, fail, ok, type Result } from "@openlymph/base";
import { type Design, outputColumn, pointsOf, runSweep, type SweepRow, summarise } from "@openlymph/study";
import { type CommandOutput, jsonText, type Surroundings } from "../output/command-output.ts";
import { pageText } from "../output/page.ts";
import { runRecordPath } from "../output/run-record-file.ts";
import { checkTableTarget, type TableColumn, writeTable } from "../output/table-file.ts";
import { inWrittenUnit } from "./any-quantity.ts";
import { journalPath, openJournal } from "./journal.ts";
import { openPool, readWorkers } from "./pool.ts";
import { type SweepReport, sweepBlocks } from "./present-sweep.ts";
import { readStudy, type Study } from "./read-study.ts";
import {
  columnUnit,
  missingPart,
  outputsWithDrift,
  outputUnit,
  parameterValues,
  setupOf,
  studyRecord,
} from "./study-setup.ts";

export interface SweepInput {
  readonly study: string;
  readonly out: string;
  readonly workers?: string | undefined;
  readonly resume?: boolean | undefined;
  readonly json?: boolean | undefined;
}

function designOf(study: Study): Result<Design> {
  const { design } = study.content;
  if (design === undefined) return missingPart(study, "design", "grid, latin-hypercube or sobol");
  if (design.kind !== "grid") return ok(design);
  const lacking = study.parameters.find(({ axis, steps }) => axis.scale !== "list" && steps === undefined);
  if (lacking !== undefined) {
    return missingPart(study, `parameters.${lacking.path}.steps`, "how many positions of the grid, such as 5");
  }
  return ok({ kind: "grid", counts: study.parameters.map(({ steps }) => steps ?? 1) });
}

function columnsOf(study: Study, outputs: readonly string[], rows: readonly SweepRow[]): TableColumn[] {
  const points = rows.map(({ point }) => parameterValues(study.parameters, point));
  return [
    { name: "index", values: Float64Array.from(rows, ({ index }) => index) },
    ...study.parameters.map(({ path, unit }, j) => ({
      name: path,
      unit: columnUnit(unit),
      values: Float64Array.from(points, (point) => point[j] ?? Number.NaN),
    })),
    ...outputs.map((name, o) => {
      const written = outputUnit(name);
      const values = outputColumn(rows, o).map((value) => inWrittenUnit(value, written));
      return { name, unit: columnUnit(written.unit), values };
    }),
    { name: "failure", values: rows.map(({ failure }) => (failure === undefined ? "" : describeFailure(failure))) },
  ];
}

function reportOf(
  study: Study,
  outputs: readonly string[],
  rows: readonly SweepRow[],
  out: string,
  record: SweepReport["record"],
): SweepReport {
  const failures = rows.flatMap(({ index, failure }) =>
    failure === undefined ? [] : [{ index, message: describeFailure(failure) }],
  );
  const drifts = outputColumn(rows, outputs.indexOf("drift"));
  return {
    format: "openlymph/sweep@1",
    title: study.content.title,
    points: rows.length,
    failed: failures.length,
    unsettled: drifts.filter((drift) => drift > 0.01).length,
    outputs: outputs.map((name, o) => {
      const written = outputUnit(name);
      const { mean, sd, min, max, quantiles, count } = summarise(
        outputColumn(rows, o).map((value) => inWrittenUnit(value, written)),
      );
      return { name, unit: written.unit, count, mean, sd, min, max, quantiles };
    }),
    failures: failures.slice(0, 20),
    files: [out, runRecordPath(out)],
    record,
  };
}

/** Runs the model of a study at every point of its design and writes a table; goes on from a journal when asked. */
export async function sweepCommand(input: SweepInput, surroundings: Surroundings): Promise<Result<CommandOutput>> {
  const workers = readWorkers(input.workers);
  if (!workers.ok) return workers;
  const read = readStudy(input.study);
  if (!read.ok) return read;
  const study = read.value;
  const target = checkTableTarget(input.out, [input.study, study.networkFile]);
  if (target !== undefined) return target;
  if (study.outputs.length === 0) return missingPart(study, "outputs", "what to read from each run, such as outflow");
  const design = designOf(study);
  if (!design.ok) return design;
  const points = pointsOf(
    study.parameters.map(({ axis }) => axis),
    design.value,
  );
  if (!points.ok) return fail(points.code, { ...points, file: study.file });
  const outputs = outputsWithDrift(study);
  const seed = design.value.kind === "grid" ? 0 : design.value.seed;
  const record = studyRecord("openlymph/sweep@1", study, { design: design.value, outputs }, seed);
  const journal = openJournal(input.out, record.parameterHash, outputs.length, input.resume === true);
  if (!journal.ok) return journal;
  const { done, add, remove } = journal.value;
  const pool = openPool(workers.value);
  try {
    const swept = await runSweep(points.value, pool.modelOf(setupOf(study, outputs)).evaluate, {
      concurrency: pool.workers,
      done: done.map((row) => ({ ...row, point: points.value.at(row.index) })),
      onRow: add,
      context: { report: surroundings.report },
    });
    if (!swept.ok) return fail(swept.code, { ...swept, file: journalPath(input.out) });
    const failure = await writeTable(input.out, columnsOf(study, outputs, swept.value), record);
    if (failure !== undefined) return failure;
    remove();
    const report = reportOf(study, outputs, swept.value, input.out, record);
    const text = input.json ? jsonText(report) : pageText(sweepBlocks(report, study), surroundings.style);
    return ok({ text });
  } finally {
    await pool.close();
  }
}
