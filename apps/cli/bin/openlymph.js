#!/usr/bin/env node
// Plain JavaScript, so that it starts on any Node: the program itself is TypeScript, which Node runs from 22.18 on.
import { spawnSync } from "node:child_process";
import { existsSync, realpathSync } from "node:fs";
import * as nodeModule from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";

const [major, minor] = process.versions.node.split(".").map(Number);

if (major > 22 || (major === 22 && minor >= 18)) {
  nodeModule.enableCompileCache?.();
  const { main } = await import("../src/main.ts");
  process.exitCode = await main(process.argv.slice(2));
} else {
  const self = realpathSync(fileURLToPath(import.meta.url));
  const node = pinnedNode(path.dirname(self));
  if (node === undefined) {
    process.stderr.write(`openlymph needs Node 22.18 or later; this is ${process.versions.node}.\n`);
    process.exitCode = 1;
  } else {
    const { status, signal } = spawnSync(node, [self, ...process.argv.slice(2)], { stdio: "inherit" });
    if (signal !== null) process.kill(process.pid, signal);
    process.exitCode = status ?? 1;
  }
}

/** The Node that the workspace pins as the npm package `node`, looked for in this folder and every one above it. */
function pinnedNode(folder) {
  const name = process.platform === "win32" ? "node.exe" : "node";
  const candidate = path.join(folder, "node_modules", "node", "bin", name);
  if (existsSync(candidate)) return candidate;
  const parent = path.dirname(folder);
  return parent === folder ? undefined : pinnedNode(parent);
}
