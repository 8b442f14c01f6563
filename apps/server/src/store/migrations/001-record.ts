/** The first store: accounts, people, their operations and the audit trail. Never changed once released; add the next one. */
import { type CreateTableBuilder, type Kysely, sql } from "kysely";
import type { StoreKind } from "../store.ts";

type Columns = Readonly<Record<string, string>>;

/** `text`, `int` and `bytes` are the three types; `?` may be empty, `=x` has a default. */
const tables: Readonly<Record<string, { readonly columns: Columns; readonly key: readonly string[] }>> = {
  meta: { columns: { key: "text", value: "text" }, key: ["key"] },
  clinic: {
    columns: {
      id: "text",
      name: "text",
      contact: "text",
      emergency: "text?",
      created: "int",
      arrival: "int=0",
      audit_number: "int=0",
      audit_hash: "text=none",
    },
    key: ["id"],
  },
  account: {
    columns: {
      id: "text",
      email: "text",
      name: "text",
      password: "text",
      app_secret: "bytes?",
      app_pending: "bytes?",
      app_step: "int=0",
      failures: "int=0",
      blocked_until: "int=0",
      created: "int",
    },
    key: ["id"],
  },
  recovery_code: { columns: { account: "text", hash: "text", used: "int?" }, key: ["account", "hash"] },
  passkey: {
    columns: {
      id: "text",
      account: "text",
      public_key: "bytes",
      counter: "int",
      transports: "text",
      name: "text",
      created: "int",
      used: "int?",
    },
    key: ["id"],
  },
  member: { columns: { clinic: "text", account: "text", role: "text", created: "int" }, key: ["clinic", "account"] },
  session: {
    columns: {
      id: "text",
      token: "text",
      account: "text",
      clinic: "text",
      strength: "text",
      begun: "int",
      seen: "int",
      ended: "int?",
      device: "text",
    },
    key: ["id"],
  },
  challenge: {
    columns: { challenge: "text", purpose: "text", account: "text?", until: "int" },
    key: ["challenge"],
  },
  token: {
    columns: {
      hash: "text",
      purpose: "text",
      clinic: "text?",
      person: "text?",
      grants: "text",
      until: "int",
      used: "int?",
    },
    key: ["hash"],
  },
  person: {
    columns: {
      id: "text",
      clinic: "text",
      key: "bytes?",
      device: "text",
      sequence: "int=0",
      head: "text=none",
      latest: "int=0",
      created: "int",
      merged_into: "text?",
      erased: "int?",
    },
    key: ["id"],
  },
  team: { columns: { clinic: "text", person: "text", account: "text" }, key: ["person", "account"] },
  glass: {
    columns: { clinic: "text", person: "text", account: "text", reason: "text", at: "int", until: "int" },
    key: ["person", "account", "at"],
  },
  device: {
    columns: {
      id: "text",
      clinic: "text",
      person: "text",
      record_person: "text",
      token: "text",
      name: "text",
      joined: "int",
      heard: "int?",
      revoked: "int?",
      sequence: "int=0",
      head: "text=none",
      trouble: "text?",
    },
    key: ["id"],
  },
  operation: {
    columns: {
      clinic: "text",
      arrival: "int",
      person: "text",
      device: "text",
      sequence: "int",
      id: "text",
      kind: "text",
      previous: "text",
      hash: "text",
      sealed: "bytes",
      received: "int",
    },
    key: ["clinic", "arrival"],
  },
  refusal: {
    columns: {
      clinic: "text",
      person: "text",
      device: "text",
      sequence: "int",
      id: "text",
      previous: "text",
      hash: "text",
      refusal: "text",
      why: "text",
      sealed: "bytes",
      received: "int",
    },
    key: ["device", "sequence"],
  },
  audit: {
    columns: {
      clinic: "text",
      number: "int",
      at: "int",
      actor: "text",
      action: "text",
      resource: "text",
      person: "text?",
      outcome: "text",
      detail: "text",
      previous: "text",
      hash: "text",
    },
    key: ["clinic", "number"],
  },
};

const indexes: readonly { readonly on: string; readonly columns: readonly string[]; readonly unique?: true }[] = [
  { on: "account", columns: ["email"], unique: true },
  { on: "passkey", columns: ["account"] },
  { on: "member", columns: ["account"] },
  { on: "session", columns: ["token"], unique: true },
  { on: "session", columns: ["account"] },
  { on: "person", columns: ["clinic"] },
  { on: "team", columns: ["account"] },
  { on: "device", columns: ["token"], unique: true },
  { on: "device", columns: ["person"] },
  { on: "operation", columns: ["person", "id"], unique: true },
  { on: "operation", columns: ["device", "sequence"], unique: true },
  { on: "operation", columns: ["person", "arrival"] },
  { on: "refusal", columns: ["person", "id"] },
  { on: "audit", columns: ["clinic", "person", "number"] },
];

const zeros = "0".repeat(64);

function addColumn<T extends CreateTableBuilder<string, never>>(
  table: T,
  name: string,
  given: string,
  kind: StoreKind,
): T {
  const [, type = "", may, start] = /^(text|int|bytes)(\?)?(?:=(.*))?$/.exec(given) ?? [];
  const types = {
    text: "text",
    int: kind === "sqlite" ? "integer" : "bigint",
    bytes: kind === "sqlite" ? "blob" : "bytea",
  };
  const typeName = sql.raw(types[type as keyof typeof types]);
  return table.addColumn(name as never, typeName as never, (column) => {
    const whole = may === undefined ? column.notNull() : column;
    if (start === undefined) return whole;
    return whole.defaultTo(type === "int" ? Number(start) : zeros);
  }) as unknown as T;
}

/** Tables whose rows belong to one clinic. */
const ofClinic = ["person", "team", "glass", "device", "operation", "refusal", "audit"];
/** Of these, the ones whose rows belong to one person. */
const ofPerson = ["operation", "refusal"];

/**
 * On PostgreSQL the database itself refuses rows of another clinic, whatever the program asks: each transaction names its
 * clinic (and for a phone its person), `*` is the server's own work over all of them. A device is found by its token before
 * anybody knows its clinic. FORCE: also for the role that owns the tables.
 */
async function rowSecurity(db: Kysely<never>): Promise<void> {
  for (const table of ofClinic) {
    const own = "clinic = current_setting('openlymph.clinic', true) or current_setting('openlymph.clinic', true) = '*'";
    const byToken = table === "device" ? " or token = current_setting('openlymph.token', true)" : "";
    const person = ofPerson.includes(table)
      ? " and (coalesce(current_setting('openlymph.people', true), '') = '' or person = any(string_to_array(current_setting('openlymph.people', true), ',')))"
      : "";
    await sql.raw(`alter table ${table} enable row level security`).execute(db);
    await sql.raw(`alter table ${table} force row level security`).execute(db);
    await sql.raw(`create policy own on ${table} using ((${own}${byToken})${person})`).execute(db);
  }
}

export async function up(db: Kysely<never>, kind: StoreKind): Promise<void> {
  for (const [name, { columns, key }] of Object.entries(tables)) {
    let table = db.schema.createTable(name) as CreateTableBuilder<string, never>;
    for (const [column, type] of Object.entries(columns)) table = addColumn(table, column, type, kind);
    await table.addPrimaryKeyConstraint(`${name}_key`, key as never).execute();
  }
  for (const { on, columns, unique } of indexes) {
    const index = db.schema
      .createIndex(`${on}_by_${columns.join("_")}`)
      .on(on)
      .columns(columns as string[]);
    await (unique ? index.unique() : index).execute();
  }
  if (kind === "postgres") await rowSecurity(db);
}
