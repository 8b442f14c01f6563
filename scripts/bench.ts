/**
 * `npm run bench`: runs the benchmarks in `bench/` one after the other, each in a process of its own; each prints its table.
 * A word chooses one, further words its cases: `npm run bench -- resolved chain-10 human`. `--write` keeps a whole run, or
 * one that has a date of its own, as `bench/results.json` and `docs/performance.md`.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus, loadavg, tmpdir, totalmem } from "node:os";
import path from "node:path";
import { performancePage } from "../bench/page.ts";
import type { Results } from "../bench/results.ts";
import { programs, root, run, runNode } from "./process.ts";

/** Those of a whole run, with the name of what they leave; the others are run by name only. */
const benchmarks = {
  "whole-body": "wholeBody",
  "cold-start": "coldStart",
  memory: "memory",
  "every-lymphangion": "everyLymphangion",
  resolved: "resolved",
  studio: "studio",
  home: undefined,
  "clinic-sync": undefined,
  "clinic-kills": undefined,
  fuzz: undefined,
  "make-reference": undefined,
} as const;

/** Sections that say themselves when they were measured, and may be kept alone. */
const dated: ReadonlySet<string> = new Set(["studio"]);

const write = process.argv.includes("--write");
const [chosen, ...words] = process.argv.slice(2).filter((word) => word !== "--write");
const names = Object.keys(benchmarks) as (keyof typeof benchmarks)[];
const wanted = names.filter((name) => (chosen === undefined ? benchmarks[name] !== undefined : name === chosen));
if (wanted.length === 0) console.error(`There is no benchmark "${chosen}": ${names.join(", ")}.`);

const loadBefore = loadavg()[0] ?? 0;
const folder = mkdtempSync(path.join(tmpdir(), "openlymph-bench-"));
const failed: string[] = [];
try {
  for (const name of wanted) {
    console.log(`\n> ${name}`);
    const { code } = await runNode([path.join(root, "bench", `${name}.ts`), ...words], {
      env: { BENCH_RESULTS: folder },
    });
    if (code !== 0) failed.push(name);
  }
  if (failed.length > 0) console.error(`\nDid not run to its end: ${failed.join(", ")}`);
  if (write && chosen !== undefined && !dated.has(chosen)) {
    console.error(
      `\nNothing written: only a whole run is kept, or one that has a date of its own (${[...dated].join(", ")}).`,
    );
  } else if (write && failed.length === 0) await keep();
} finally {
  rmSync(folder, { recursive: true });
}
process.exitCode = failed.length === 0 && wanted.length > 0 ? 0 : 1;

async function keep(): Promise<void> {
  const sections = Object.values(benchmarks).flatMap((name) => {
    const file = path.join(folder, `${name}.json`);
    return name !== undefined && existsSync(file) ? [[name, JSON.parse(readFileSync(file, "utf8")) as unknown]] : [];
  });
  const file = path.join(root, "bench", "results.json");
  const before = chosen === undefined ? await here() : (JSON.parse(readFileSync(file, "utf8")) as Results);
  const results = { ...before, ...Object.fromEntries(sections) } as Results;
  writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`);
  await runNode([programs.biome, "format", "--write", file], { quiet: true });
  writeFileSync(path.join(root, "docs", "performance.md"), performancePage(results));
  console.log("\nWritten: bench/results.json, docs/performance.md.");
}

async function here(): Promise<Pick<Results, "date" | "machine" | "node" | "load">> {
  const memory = `${Math.round(totalmem() / 2 ** 30)} GB`;
  const compiler = await run("cc", ["-dumpfullversion"], { quiet: true });
  const built = compiler.code === 0 ? `, gcc ${compiler.output.trim()}` : "";
  return {
    date: new Date().toISOString(),
    machine: `${cpus()[0]?.model.trim() ?? "an unknown processor"} (${availableParallelism()} cores), ${memory}${built}`,
    node: process.versions.node,
    load: Number(loadBefore.toFixed(1)),
  };
}
