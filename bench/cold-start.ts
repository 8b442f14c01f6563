/** From the shell to the table: `openlymph simulate` on a human collector of ten, each time a new process. Bar 0.4 s. */
import path from "node:path";
import { root, runNode } from "../scripts/process.ts";
import { inTime, keepSection, median } from "./results.ts";

const runs = 5;
const command = ["apps/cli/bin/openlymph.js", "simulate", "examples/networks/human-collector.yaml"];
const times: number[] = [];
// The first run fills the cache of compiled code, as anybody's second run finds it; it does not count.
for (let i = 0; i <= runs; i++) {
  const began = performance.now();
  const { code, output } = await runNode([path.join(root, command[0] ?? ""), ...command.slice(1)], { quiet: true });
  if (code !== 0) throw new Error(`${command.join(" ")} ended with ${code}: ${output.trim()}`);
  if (i > 0) times.push((performance.now() - began) / 1e3);
}
const seconds = median(times);
console.log(`${inTime(seconds)} from start to end, median of ${runs} (bar 0.4 s, aim 0.2 s)`);
keepSection("coldStart", { seconds, runs });
