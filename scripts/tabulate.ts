/**
 * `npm run tabulate`: computes the pump law of the averaged body from the resolved collector, on all cores, and writes
 * packages/physiology/data/pump-table.json with its run record and the figure docs/pump-law.svg.
 *
 *   npm run tabulate               all points; what an interrupted run has done is kept in .cache/tabulate and gone on from
 *   npm run tabulate -- --check    computes a sample of the points anew and compares; fails where the table is out of date
 *   npm run tabulate -- --figure   only draws the figure anew
 *
 * `--workers 2`: as many threads instead of one per core. The table takes about ten minutes on two idle cores, a check seconds.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { contentHash, describeFailure, mLPerHour, ok, type Result } from "@openlymph/base";
import { pumpTableInputs, type WorkingPoint } from "@openlymph/physiology";
import { runSweep, type SweepOptions, type SweepRow } from "@openlymph/study";
import { progressLine } from "../apps/cli/src/output/progress.ts";
import { openJournal } from "../apps/cli/src/study/journal.ts";
import { readWorkers } from "../apps/cli/src/study/pool.ts";
import { drawFigure } from "../validation/draw-figure.ts";
import { root } from "./process.ts";
import { pumpLawFigure } from "./tabulate-figure.ts";
import { allPoints, type PumpTableFile, pumpTableFile, pumpTableText } from "./tabulate-file.ts";
import { openTabulatePool } from "./tabulate-pool.ts";

const table = path.join(root, "packages/physiology/data/pump-table.json");
const figure = path.join(root, "docs/pump-law.svg");
const unfinished = path.join(root, ".cache/tabulate/pump-table.json");
/** Every how manieth point is checked, and the largest difference, as a share of the flow at rest. */
const sampleStep = 83;
const accepted = 1e-4;

const { values: options } = parseArgs({
  options: { check: { type: "boolean" }, figure: { type: "boolean" }, workers: { type: "string" } },
});

const stored = (): PumpTableFile => JSON.parse(readFileSync(table, "utf8")) as PumpTableFile;

async function compute(
  points: readonly WorkingPoint[],
  workers: number,
  sweep: SweepOptions,
): Promise<Result<readonly SweepRow[]>> {
  const pool = openTabulatePool(workers);
  const line = progressLine(process.stderr);
  const at = (index: number) => {
    const { filling, strength, afterload } = points[index]!;
    return [filling, strength, afterload];
  };
  try {
    const context = { report: line.report };
    const rows = await runSweep({ count: points.length, at }, pool.run, { concurrency: workers, context, ...sweep });
    if (!rows.ok) return rows;
    return rows.value.find(({ failure }) => failure !== undefined)?.failure ?? rows;
  } finally {
    line.clear();
    await pool.close();
  }
}

function draw(): void {
  writeFileSync(figure, drawFigure(pumpLawFigure(stored())));
  console.log(`Wrote ${path.relative(root, figure)}.`);
}

async function tabulate(workers: number): Promise<Result<number>> {
  mkdirSync(path.dirname(unfinished), { recursive: true });
  const journal = openJournal(unfinished, contentHash(pumpTableInputs()), 2, true);
  if (!journal.ok) return journal;
  const { done, add, remove } = journal.value;
  const before = done.filter(({ failure }) => failure === undefined).map((row) => ({ ...row, point: [] }));
  const left = allPoints.length - before.length;
  console.log(`${left} of ${allPoints.length} points to compute on ${workers} threads.`);
  const rows = await compute(allPoints, workers, { task: "tabulate", done: before, onRow: add });
  if (!rows.ok) return rows;
  const file = pumpTableFile(rows.value);
  mkdirSync(path.dirname(table), { recursive: true });
  writeFileSync(table, pumpTableText(file));
  remove();
  console.log(`Wrote ${path.relative(root, table)}; ${file.unsettled.length} points were not periodic at the end.`);
  draw();
  return ok(0);
}

/** Differences found in a sample, told one by one; the exit code. */
async function check(workers: number): Promise<Result<number>> {
  const file = stored();
  if (file.record.parameterHash !== contentHash(pumpTableInputs())) {
    console.error(
      "The table was computed from another collector, grid or settling: npm run tabulate computes it anew.",
    );
    return ok(1);
  }
  const flows = [...file.flowMLPerHour.flat(2), ...file.heldOut.map(({ flowMLPerHour }) => flowMLPerHour)];
  const sample = allPoints.flatMap((point, n) => (n % sampleStep === 0 ? [{ point, n }] : []));
  const rows = await compute(
    sample.map(({ point }) => point),
    workers,
    { task: "check" },
  );
  if (!rows.ok) return rows;
  const most = Math.max(...flows);
  const differences = rows.value.map(
    ({ outputs }, at) => Math.abs(outputs[0]! / mLPerHour - flows[sample[at]!.n]!) / most,
  );
  const largest = Math.max(...differences);
  console.log(
    `${sample.length} of ${allPoints.length} points computed anew; largest difference ${largest.toPrecision(2)} of the largest flow.`,
  );
  return ok(largest <= accepted ? 0 : 1);
}

async function main(): Promise<Result<number>> {
  if (options.figure) {
    draw();
    return ok(0);
  }
  const workers = readWorkers(options.workers);
  if (!workers.ok) return workers;
  return options.check ? check(workers.value) : tabulate(workers.value);
}

const outcome = await main();
if (!outcome.ok) console.error(describeFailure(outcome));
process.exitCode = outcome.ok ? outcome.value : 1;
