/**
 * `npm start`: builds the web app when its sources changed and serves it, on http://127.0.0.1:4321 unless the
 * environment says otherwise (`PORT`, `HOST`; for the clinic see apps/server/src/environment.ts). `--log` adds one line per
 * request, `--demo` opens a clinic of made-up people in a folder of its own. Ctrl-C ends it.
 */
import path from "node:path";
import {
  type Clinic,
  clinicOptionsFrom,
  createServer,
  fillDemo,
  makeSetupToken,
  openClinic,
  startDailyBackup,
  startJobs,
} from "../apps/server/src/index.ts";
import { FailureError } from "../packages/base/src/index.ts";
import { root } from "./process.ts";
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

const demo = process.argv.includes("--demo");

const say = (line: string): void => console.log(line);

/** The clinic of this server. Where nothing can be saved, the studio and Home run without it. */
async function clinicOrNone(): Promise<Clinic | undefined> {
  try {
    const options = { ...clinicOptionsFrom(process.env, root), say };
    const folder = path.join(options.folder, "demo");
    return await openClinic(demo ? { ...options, folder, backupTo: path.join(folder, "backups") } : options);
  } catch (error) {
    if (!(error instanceof FailureError)) throw error;
    if (error.failure.code !== "store/unavailable" || process.env["DATABASE_URL"]) stop(2, error.message);
    console.error(`${error.message}\nThe studio and Home run; the clinic does not.`);
    return undefined;
  }
}

const clinic = await clinicOrNone();
const app = createServer({
  webRoot,
  log: process.argv.includes("--log") ? "requests" : "errors",
  ...(clinic === undefined ? {} : { clinic }),
});
const warn = (text: string): void => console.error(`clinic: ${text}`);
const jobs = clinic && (await startJobs(clinic, { databaseUrl: process.env["DATABASE_URL"] || undefined, warn }));
const backupTo = process.env["OPENLYMPH_BACKUP"];
const backups =
  clinic !== undefined && backupTo && !demo
    ? startDailyBackup({ ...clinicOptionsFrom(process.env, root), to: path.resolve(backupTo) }, warn)
    : undefined;
const close = async (): Promise<void> => {
  await backups?.stop();
  await jobs?.stop();
  await app.close();
  await clinic?.close();
};
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.once(signal, () => void close().finally(() => process.exit(0)));
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

/** Where the clinic's page is opened: passkeys need a name, so this machine is called localhost there. */
const clinicPage = `${clinic?.origin ?? `http://${host === "127.0.0.1" ? "localhost" : host}:${takenPort}`}/clinic/`;

async function tellClinic(open: Clinic): Promise<void> {
  if (demo) {
    console.log(`\nClinic of made-up people: ${clinicPage}`);
    for (const { role, email, password, codes } of await fillDemo(open)) {
      console.log(
        `  ${role.padEnd(9)}  ${email}   password ${password}   codes, each counts once: ${codes.slice(0, 4).join("  ")}`,
      );
    }
    return;
  }
  const token = await makeSetupToken(open.store, open.now());
  if (token !== undefined) console.log(`\nTo set up a clinic, open this link once: ${clinicPage}#setup=${token}`);
  else console.log(`Clinic: ${clinicPage}`);
}

if (clinic !== undefined) {
  try {
    await tellClinic(clinic);
  } catch (error) {
    if (!(error instanceof FailureError)) throw error;
    await close();
    stop(2, error.message);
  }
}
console.log("Press Ctrl-C to end it.");
