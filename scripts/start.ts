/**
 * `npm start`: builds the web app when its sources changed and serves it, on http://127.0.0.1:4321 unless the
 * environment says otherwise (`PORT`, `HOST`). `--log` adds one line per request. Ctrl-C ends it.
 */
import { createServer } from "../apps/server/src/index.ts";
import { ensureWebBuilt, webRoot } from "./web-build.ts";

/** Exit codes: 1 when the web app cannot be built, 2 when the address cannot be used. */
function stop(code: 1 | 2, text: string): never {
  console.error(text);
  process.exit(code);
}

function portFrom(text: string | undefined): number {
  if (text === undefined || text === "") return 4321;
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  return stop(2, `PORT is "${text}"; it must be a whole number from 0 to 65535 (0 takes any free port).`);
}

function explain(error: NodeJS.ErrnoException, host: string, port: number): string {
  const otherPort = `Choose another one, for example: PORT=${port < 1024 ? 4321 : port + 1} npm start`;
  const noAddress = `HOST is "${host}", which is not an address of this machine. Without HOST it is 127.0.0.1.`;
  const reasons: Record<string, string> = {
    EADDRINUSE: `Port ${port} on ${host} is taken by another program; is OpenLymph running already?\n${otherPort}`,
    EACCES: `This account may not use port ${port}; ports below 1024 are usually reserved.\n${otherPort}`,
    EADDRNOTAVAIL: noAddress,
    ENOTFOUND: noAddress,
  };
  return reasons[error.code ?? ""] ?? error.message;
}

const port = portFrom(process.env["PORT"]);
const host = process.env["HOST"] || "127.0.0.1";

const failure = await ensureWebBuilt();
if (failure !== undefined) stop(1, failure);

const app = createServer({ webRoot, log: process.argv.includes("--log") ? "requests" : "errors" });
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.once(signal, () => void app.close().finally(() => process.exit(0)));
}
try {
  await app.listen({ host, port });
} catch (error) {
  stop(2, explain(error as NodeJS.ErrnoException, host, port));
}
const address = app.server.address();
const takenPort = typeof address === "object" && address !== null ? address.port : port;
console.log(`OpenLymph is running at http://${host.includes(":") ? `[${host}]` : host}:${takenPort}`);
if (!["127.0.0.1", "::1", "localhost"].includes(host)) {
  console.log("Other machines can reach it too. HOST=127.0.0.1 keeps it to this one.");
}
console.log("Press Ctrl-C to end it.");
