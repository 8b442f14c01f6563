/**
 * `npm run validate`: runs the published and reference results in `validation/` against the models and prints a row for
 * each. Words choose the files whose path holds them: `npm run validate -- pressure`. `--write` keeps the rows of a whole
 * run as `docs/validation.md`.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { programs, root, runNode } from "./process.ts";

const write = process.argv.includes("--write");
const words = process.argv.slice(2).filter((word) => word !== "--write");

const head = `# Validation

What sources and reference runs say, beside what our models give. Written by \`npm run validate -- --write\`; every row is held
by a test of the same name in \`validation/\`. "Not reproduced" means that we know of the difference and have no reason to hide
it.

`;
const title = "| quantity | expected | ours | tolerance | source |\n|---|---|---|---|---|\n";

const folder = mkdtempSync(path.join(tmpdir(), "openlymph-validation-"));
const rows = path.join(folder, "rows.md");
writeFileSync(rows, "");
try {
  const arguments_ = [programs.vitest, "run", "--project", "validation", ...words];
  const { code } = await runNode(arguments_, { env: { VALIDATION_ROWS: rows } });
  const found = readFileSync(rows, "utf8").split("\n").filter(Boolean).toSorted();
  const table = `${title}${found.join("\n")}\n`;
  console.log(`\n${table}`);
  if (write && code === 0 && words.length === 0)
    writeFileSync(path.join(root, "docs/validation.md"), `${head}${table}`);
  process.exitCode = code;
} finally {
  rmSync(folder, { recursive: true });
}
