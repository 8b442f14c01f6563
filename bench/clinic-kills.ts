/**
 * A server of the clinic killed (SIGKILL) at random moments under load, on SQLite and on PostgreSQL.
 *
 *   npm run bench -- clinic-kills                   200 kills on each, 8 phones, seed 1
 *   npm run bench -- clinic-kills sqlite 50 7       50 kills on SQLite, seed 7
 *
 * Bar: 0 acknowledged operations lost or doubled, every chain and trail whole.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { newDatabaseAt } from "../apps/server/src/testing/database.ts";
import { killUnderLoad } from "../apps/server/src/testing/kills.ts";
import { ensurePostgres, postgresHint, startPostgres } from "../scripts/postgres.ts";

const [only, kills = "200", seed = "1"] = process.argv.slice(2);

async function onStore(kind: "sqlite" | "postgres"): Promise<boolean> {
  const folder = mkdtempSync(path.join(tmpdir(), "openlymph-kills-"));
  const bin = kind === "postgres" ? await ensurePostgres() : undefined;
  if (kind === "postgres" && bin === undefined) throw new Error(postgresHint);
  const postgres = bin === undefined ? undefined : await startPostgres(bin);
  try {
    const place = postgres && { databaseUrl: await newDatabaseAt(postgres.url("postgres")) };
    const say = (line: string): void => console.log(`  ${line}`);
    const report = await killUnderLoad(
      { folder, ...place },
      { kills: Number(kills), phones: 8, seed: Number(seed), say },
    );
    const { whileStarting, acknowledged, lost, doubled, written, missing, wrong } = report;
    console.log(
      `${kind}: ${report.kills} kills (${whileStarting} while starting), ${acknowledged} acknowledged operations: ${lost} lost, ${doubled} doubled; of ${written} written ${missing} not there once in the end; doctor: ${wrong.length === 0 ? "all is well" : wrong.join("; ")}`,
    );
    return lost + doubled + missing + wrong.length === 0;
  } finally {
    postgres?.stop();
    rmSync(folder, { recursive: true });
  }
}

const kinds = (["sqlite", "postgres"] as const).filter((kind) => only === undefined || only === kind);
let whole = true;
for (const kind of kinds) whole = (await onStore(kind)) && whole;
process.exitCode = whole ? 0 : 1;
