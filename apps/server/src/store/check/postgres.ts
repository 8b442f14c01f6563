/** What a PostgreSQL must be for what this program promises: rows kept apart by the database itself, commits that last. */
import { sql } from "kysely";
import type { Work } from "../store.ts";
import { type Finding, well, wrong } from "./finding.ts";

/** Tables whose rows belong to one clinic. */
const apart = ["person", "team", "glass", "device", "operation", "refusal", "audit"] as const;

async function checkRole(trx: Work): Promise<Finding> {
  const { rows } = await sql<{ name: string; above: boolean }>`
    select rolname as name, rolsuper or rolbypassrls as above from pg_roles where rolname = current_user`.execute(trx);
  const { name = "", above = true } = rows[0] ?? {};
  if (!above) return well("role", `${name} is bound by row security`);
  return wrong("role", `${name} reads past row security`, "use a role made with: create role NAME login");
}

async function checkRowSecurity(trx: Work): Promise<readonly Finding[]> {
  const { rows } = await sql<{ name: string; on: boolean; policies: number }>`
    select c.relname as name, c.relrowsecurity and c.relforcerowsecurity as on,
      (select count(*)::int from pg_policy p where p.polrelid = c.oid) as policies
    from pg_class c where c.oid in (select to_regclass(each) from unnest(${sql.val([...apart])}::text[]) each)`.execute(
    trx,
  );
  const off = apart.filter((table) => !rows.some(({ name, on, policies }) => name === table && on && policies > 0));
  if (off.length === 0) return [well("rows", `row security is on for ${apart.join(", ")}`)];
  const todo = (table: string) => `alter table ${table} enable row level security, force row level security`;
  return off.map((table) => wrong("rows", `row security is off for ${table}`, todo(table)));
}

/** Each may be off on a machine for tests alone. */
const lasting = ["fsync", "full_page_writes", "synchronous_commit"] as const;

async function checkSettings(trx: Work): Promise<readonly Finding[]> {
  const { rows } = await sql<{ name: string; setting: string }>`
    select name, setting from pg_settings where name = any(${sql.val([...lasting])}::text[])`.execute(trx);
  const off = rows.filter(({ setting }) => setting === "off");
  if (off.length === 0) return [well("durability", `${lasting.join(", ")} are on`)];
  return off.map(({ name }) =>
    wrong("durability", `${name} is off: what was saved may be lost`, `alter system set ${name} = on`),
  );
}

const oldest = 15;

async function checkVersion(trx: Work): Promise<Finding> {
  const { rows } = await sql<{ version: string }>`select current_setting('server_version') as version`.execute(trx);
  const version = rows[0]?.version ?? "0";
  if (Number.parseInt(version, 10) >= oldest) return well("database", `PostgreSQL ${version}`);
  return wrong("database", `PostgreSQL ${version}`, `use ${oldest} or newer`);
}

export async function checkPostgres(trx: Work): Promise<readonly Finding[]> {
  return [
    await checkVersion(trx),
    await checkRole(trx),
    ...(await checkRowSecurity(trx)),
    ...(await checkSettings(trx)),
  ];
}
