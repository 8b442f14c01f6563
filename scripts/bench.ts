/**
 * `npm run bench`: runs the files in `bench/` one after the other, each in a process of its own; each prints its table.
 * Words choose the files whose name holds them: `npm run bench -- network`.
 */
import { globSync } from "node:fs";
import path from "node:path";
import { root, runNode } from "./process.ts";

const words = process.argv.slice(2);
const files = globSync("bench/*.ts", { cwd: root })
  .filter((file) => !file.endsWith(".test.ts") && (words.length === 0 || words.some((word) => file.includes(word))))
  .toSorted();
if (files.length === 0)
  console.error(`There is no file in bench/ ${words.length > 0 ? `for ${words.join(" ")}` : "yet"}.`);

const failed: string[] = [];
for (const file of files) {
  console.log(`\n> ${file}`);
  const { code } = await runNode([path.join(root, file)]);
  if (code !== 0) failed.push(file);
}
if (failed.length > 0) console.error(`\nDid not run to its end: ${failed.join(", ")}`);
process.exitCode = failed.length === 0 && files.length > 0 ? 0 : 1;
