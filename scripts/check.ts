/** `npm run check`: form, types, the floors of the house and its files. Runs every step, then sums up. */
import path from "node:path";
import { findFileProblems } from "./files.ts";
import { findLayerViolations } from "./layers.ts";
import { programs, root, runNode } from "./process.ts";

interface Step {
  readonly name: string;
  /** Shows what is wrong and gives whether all is well. */
  readonly passes: () => Promise<boolean>;
}

/** Biome colours its words even where nobody sees colours. */
const plain = process.stdout.isTTY && !process.env["NO_COLOR"] ? [] : ["--colors=off"];

const program = async (...args: string[]) => (await runNode(args)).code === 0;

function show(lines: readonly string[]): boolean {
  for (const line of lines) console.log(line);
  return lines.length === 0;
}

const steps: readonly Step[] = [
  { name: "form (biome)", passes: () => program(programs.biome, "ci", ...plain) },
  { name: "types (tsc)", passes: () => program(programs.tsc, "-p", root) },
  {
    name: "packages run everywhere (tsc)",
    passes: () => program(programs.tsc, "-p", path.join(root, "scripts", "isomorphic")),
  },
  {
    name: "imports point down",
    passes: async () =>
      show(findLayerViolations(root).map(({ file, specifier, message }) => `${file}: "${specifier}" ${message}`)),
  },
  { name: "files", passes: async () => show(await findFileProblems(root)) },
];

const failed: string[] = [];
for (const { name, passes } of steps) {
  console.log(`\n> ${name}`);
  if (await passes()) console.log("  all well");
  else failed.push(name);
}
console.log(failed.length === 0 ? "\nThe check passes." : `\nThe check fails: ${failed.join(", ")}.`);
process.exitCode = failed.length === 0 ? 0 : 1;
