/** Starts and kills a server of its own process. */
import { type ChildProcess, spawn } from "node:child_process";
import { tmpdir } from "node:os";
import path from "node:path";

export interface ServedPlace {
  readonly folder: string;
  readonly databaseUrl?: string;
  /** 0 takes a free one. */
  readonly port?: number;
}

export interface ChildServer {
  readonly origin: string;
  readonly process: ChildProcess;
  /** Ends it at once, as a crash does. */
  readonly kill: () => Promise<void>;
  /** Ends it in good order. */
  readonly end: () => Promise<void>;
}

/** What Node has compiled once, so that the next server starts sooner. */
const compiled = path.join(tmpdir(), "openlymph-compiled");

/** Does not wait until it listens. @param before a shell command's beginning, such as a limit, that it runs under. */
export function spawnServer({ port = 0, ...place }: ServedPlace, before: readonly string[] = []) {
  const program = path.join(import.meta.dirname, "serve-place.ts");
  const words = [...before, process.execPath, program, JSON.stringify({ ...place, port })];
  const env = { ...process.env, NODE_COMPILE_CACHE: compiled };
  const child = spawn(words[0] ?? "", words.slice(1), { stdio: ["ignore", "pipe", "pipe"], env });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const origin = new Promise<string>((resolve, reject) => {
    let [out, error] = ["", ""];
    child.stdout.on("data", (chunk) => {
      out += chunk;
      const found = /^at (http\S+)\n/m.exec(out)?.[1];
      if (found !== undefined) resolve(found);
    });
    child.stderr.on("data", (chunk) => {
      error += chunk;
    });
    child.once("close", () => reject(new Error(error.trim() || "The server ended before it listened.")));
  });
  const stop = (signal: NodeJS.Signals) => async (): Promise<void> => {
    child.kill(signal);
    await ended;
  };
  return { origin, process: child, kill: stop("SIGKILL"), end: stop("SIGTERM") };
}

export async function startServer(place: ServedPlace, before: readonly string[] = []): Promise<ChildServer> {
  const server = spawnServer(place, before);
  return { ...server, origin: await server.origin };
}
