/** The real command line as a child process, for tests. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../../../..");
const program = path.join(root, "apps/cli/bin/openlymph.js");

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs `openlymph` in the root of the repository; paths such as `examples/...` work as a reader would type them. */
export function openlymph(...args: readonly string[]): Ran {
  const done = spawnSync(process.execPath, [program, ...args], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 1 << 28,
    env: { ...process.env, NODE_OPTIONS: "", NO_COLOR: "" },
  });
  return { code: done.status, out: done.stdout, err: done.stderr };
}

/** A folder of its own for what a test writes. */
export function freshFolder(): string {
  return mkdtempSync(path.join(tmpdir(), "openlymph-cli-"));
}

/** Writes a file into a fresh folder and gives its path. */
export function fileOf(content: string | Uint8Array, name = "input.yaml"): string {
  const file = path.join(freshFolder(), name);
  writeFileSync(file, content);
  return file;
}

/** The shape of a JSON value: keys in order and types; of a list the shapes of its items, each once. */
export function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) {
    const shapes = new Map(value.map((item) => [JSON.stringify(shapeOf(item)), shapeOf(item)]));
    return [...shapes.values()];
  }
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, shapeOf(item)]));
  }
  return value === null ? "null" : typeof value;
}
