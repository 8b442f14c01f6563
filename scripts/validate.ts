/**
 * `npm run validate`: runs the published results and the code verification in `validation/` against the models and prints a
 * line for each number. Words choose the files whose path holds them: `npm run validate -- cuff`. `--write` keeps a whole run
 * as `docs/validation.md` with its figures in `docs/validation/`, and the numbers of long studies in `validation/kept/`, also
 * of the files that words choose.
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { drawFigure } from "../validation/draw-figure.ts";
import { publishedOf, resultsTable, validationPage } from "../validation/page.ts";
import { verificationTable } from "../validation/page-verification.ts";
import type { ValidationRecord } from "../validation/publish.ts";
import { programs, root, runNode } from "./process.ts";

const write = process.argv.includes("--write");
const words = process.argv.slice(2).filter((word) => word !== "--write");

function keep(records: readonly ValidationRecord[]): void {
  const page = validationPage(records);
  const figures = path.join(root, "docs/validation");
  mkdirSync(figures, { recursive: true });
  for (const file of readdirSync(figures)) if (file.endsWith(".svg")) rmSync(path.join(figures, file));
  for (const [name, figure] of page.figures) writeFileSync(path.join(figures, name), drawFigure(figure));
  writeFileSync(path.join(root, "docs/validation.md"), page.markdown);
}

const folder = mkdtempSync(path.join(tmpdir(), "openlymph-validation-"));
const file = path.join(folder, "records.jsonl");
writeFileSync(file, "");
try {
  const arguments_ = [programs.vitest, "run", "--project", "validation", ...words];
  const { code } = await runNode(arguments_, {
    env: { VALIDATION_RECORDS: file, ...(write ? { VALIDATION_KEEP: "1" } : {}) },
  });
  const lines = readFileSync(file, "utf8").split("\n").filter(Boolean);
  const records = lines.map((line) => JSON.parse(line) as ValidationRecord);
  console.log(`\n${resultsTable(publishedOf(records))}\n\n${verificationTable(records)}`);
  if (write && code !== 0) console.log("\nNothing was written: a test failed.");
  if (write && words.length > 0) console.log("\nNothing was written: --write keeps whole runs only.");
  if (write && code === 0 && words.length === 0) keep(records);
  process.exitCode = code;
} finally {
  rmSync(folder, { recursive: true });
}
