/** A PostgreSQL for the tests: found or installed, started empty in a folder of its own, gone afterwards. */
import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { installPackage, mayInstall } from "./debian.ts";

/** How a person gets the database that these tests need. */
export const postgresHint =
  "Install PostgreSQL 15 or newer (Debian and Ubuntu: apt-get install postgresql), or name its programs: POSTGRES_BIN=/path/to/bin.";

/** Folder of `initdb` and `pg_ctl`: `POSTGRES_BIN`, else Debian's newest, else where the PATH has them. */
export function findPostgres(environment: NodeJS.ProcessEnv = process.env): string | undefined {
  const debian = "/usr/lib/postgresql";
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const wished = environment["POSTGRES_BIN"];
  const onPath = (environment["PATH"] ?? "").split(path.delimiter);
  const folders = wished ? [wished] : [...versions.map((version) => path.join(debian, version, "bin")), ...onPath];
  return folders.find((folder) => existsSync(path.join(folder, "initdb")) && existsSync(path.join(folder, "pg_ctl")));
}

/** As `findPostgres`; on Debian, as root, a missing one is installed first. */
export async function ensurePostgres(): Promise<string | undefined> {
  const found = findPostgres();
  if (found !== undefined || !mayInstall() || process.env["POSTGRES_BIN"]) return found;
  return (await installPackage("postgresql", "the tests of the clinic")) ? findPostgres() : undefined;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}

export interface RunningPostgres {
  /** Address of a database of it, as its administrator. */
  readonly url: (database: string) => string;
  readonly stop: () => void;
}

/** Starts a database that listens on this machine alone. PostgreSQL refuses to run as root: it runs as `postgres` then. */
export async function startPostgres(bin: string): Promise<RunningPostgres> {
  const folder = mkdtempSync(path.join(tmpdir(), "openlymph-postgres-"));
  const asRoot = process.getuid?.() === 0;
  const run = (program: string, args: readonly string[]): void => {
    const full = path.join(bin, program);
    const [command, all] = asRoot ? ["runuser", ["-u", "postgres", "--", full, ...args]] : [full, args];
    const { status, stderr, stdout, error } = spawnSync(command, all, { encoding: "utf8", cwd: "/" });
    if (status !== 0) throw new Error(`${program} failed: ${stderr || stdout || error?.message}`);
  };
  if (asRoot) {
    chmodSync(folder, 0o700);
    spawnSync("chown", ["postgres", folder]);
  }
  const data = path.join(folder, "data");
  const port = await freePort();
  run("initdb", ["-D", data, "-U", "openlymph_admin", "-A", "trust", "--no-sync", "-E", "UTF8", "--locale=C.UTF-8"]);
  const settings = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${folder} -c max_connections=60`;
  run("pg_ctl", ["-D", data, "-w", "-l", path.join(folder, "log"), "-o", settings, "start"]);
  return {
    url: (database) => `postgres://openlymph_admin@127.0.0.1:${port}/${database}`,
    stop() {
      run("pg_ctl", ["-D", data, "-m", "immediate", "stop"]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
