import { type SpawnOptions, spawn } from "node:child_process";
import { constants } from "node:os";
import path from "node:path";

/** Absolute path of the repository. */
export const root: string = path.resolve(import.meta.dirname, "..");

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Collect the output instead of letting it through. */
  readonly quiet?: boolean;
}

export interface RunOutcome {
  /** Exit code; 128 + the signal's number when a signal ended it, 127 when the program is missing. */
  readonly code: number;
  /** Standard output and error together; empty unless `quiet`. */
  readonly output: string;
}

/** Runs a program to its end. Stopping this process stops the program too. */
export function run(command: string, args: readonly string[], options: RunOptions = {}): Promise<RunOutcome> {
  const settings: SpawnOptions = {
    cwd: options.cwd ?? root,
    env: { ...process.env, ...options.env },
    stdio: options.quiet ? ["ignore", "pipe", "pipe"] : ["ignore", "inherit", "inherit"],
  };
  return new Promise((resolve) => {
    const child = spawn(command, args, settings);
    const chunks: Buffer[] = [];
    child.stdout?.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.stderr?.on("data", (chunk: Buffer) => chunks.push(chunk));
    const stop = (signal: NodeJS.Signals) => {
      child.kill(signal);
      process.exit(128 + constants.signals[signal]);
    };
    const signals: NodeJS.Signals[] = ["SIGINT", "SIGTERM", "SIGHUP"];
    for (const signal of signals) process.on(signal, stop);
    const finish = (code: number, extra = "") => {
      for (const signal of signals) process.off(signal, stop);
      resolve({ code, output: Buffer.concat(chunks).toString("utf8") + extra });
    };
    child.on("error", (error) => finish(127, error.message));
    child.on("close", (code, signal) => finish(code ?? 128 + constants.signals[signal ?? "SIGTERM"]));
  });
}

/** Runs a JavaScript or TypeScript program with the Node that runs this one. */
export function runNode(args: readonly string[], options: RunOptions = {}): Promise<RunOutcome> {
  return run(process.execPath, args, options);
}

/** The programs that installed npm packages bring, as files to hand to `runNode`. */
export const programs = {
  biome: path.join(root, "node_modules/@biomejs/biome/bin/biome"),
  tsc: path.join(root, "node_modules/typescript/bin/tsc"),
  vite: path.join(root, "node_modules/vite/bin/vite.js"),
  vitest: path.join(root, "node_modules/vitest/vitest.mjs"),
} as const;
