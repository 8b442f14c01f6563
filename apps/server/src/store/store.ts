/**
 * The store, whichever database it is in. Everything is read and written inside `within`, which names for whom: on
 * PostgreSQL the database itself then refuses rows of anybody else.
 */
import path from "node:path";
import { type Kysely, sql, type Transaction } from "kysely";
import { copyBeforeStep } from "./copy-before-step.ts";
import { grouped } from "./group.ts";
import { checkKey, openMasterKey, probeOf, readMasterKey } from "./master-key.ts";
import { migrate, newestStep, stepOf } from "./migrate.ts";
import { openPostgres } from "./postgres.ts";
import type { MasterKey } from "./seal.ts";
import { readSnapshot } from "./snapshot.ts";
import { openSqlite } from "./sqlite.ts";
import type { Tables } from "./tables.ts";

export type StoreKind = "sqlite" | "postgres";
export type Work = Transaction<Tables>;

/** For whom a transaction works. */
export type Scope =
  /** Before anybody is known: accounts, sessions, links. */
  | { readonly for: "nobody" }
  /** The server's own work over all clinics. */
  | { readonly for: "server" }
  | { readonly for: "clinic"; readonly clinic: string }
  /** One person, under all ids that turned out to be theirs. */
  | { readonly for: "person"; readonly clinic: string; readonly people: readonly string[] }
  /** A phone that shows its token, before anybody knows whose it is. */
  | { readonly for: "token"; readonly token: string };

export interface Store {
  readonly kind: StoreKind;
  readonly key: MasterKey;
  /** One transaction. Durable when it resolves; nothing of it is there when it rejects. */
  readonly within: <T>(scope: Scope, work: (trx: Work) => Promise<T>) => Promise<T>;
  /** The rest of a transaction works for somebody else: for whom its beginning found out. */
  readonly rescope: (trx: Work, scope: Scope) => Promise<void>;
  /** Reads the whole store as it stands at one moment, beside everything that writes. */
  readonly snapshot: <T>(work: (trx: Work) => Promise<T>) => Promise<T>;
  readonly close: () => Promise<void>;
  /** Past `within`; for keeping house (store/) and tests alone. */
  readonly db: Kysely<Tables>;
}

export interface StoreOptions {
  /** Folder of the SQLite file and of the key. */
  readonly folder: string;
  /** `postgres://...`; SQLite where it is absent. */
  readonly databaseUrl?: string;
  /** 64 hex digits, in the place of the key's file. */
  readonly masterKey?: string;
  /** Folder of the backups; `backups` in the data's folder where it is absent. */
  readonly backupTo?: string;
}

/** On PostgreSQL: for whom the rest of a transaction works. */
export async function nameScope(trx: Work, scope: Scope): Promise<void> {
  const everything = scope.for === "server" ? "*" : "";
  const clinic = "clinic" in scope ? scope.clinic : everything;
  const people = scope.for === "person" ? scope.people.join(",") : "";
  const token = scope.for === "token" ? scope.token : "";
  await sql`select set_config('openlymph.clinic', ${clinic}, true), set_config('openlymph.people', ${people}, true),
    set_config('openlymph.token', ${token}, true)`.execute(trx);
}

/** What is told to whoever starts the program, in one line. */
export type Say = (line: string) => void;

/**
 * Before an SQLite store of an older program takes its next step: its key is the right one, and a copy of it is kept. On
 * PostgreSQL the copy is the operator's own.
 */
async function prepareStep(db: Kysely<Tables>, options: StoreOptions, say: Say): Promise<void> {
  const step = await stepOf(db);
  if (step === undefined || step >= newestStep) return;
  const probe = await probeOf(db);
  if (probe === undefined) return;
  const { folder, masterKey, backupTo = path.join(folder, "backups") } = options;
  checkKey(readMasterKey(folder, masterKey), probe);
  const file = copyBeforeStep({ folder, to: backupTo, step: newestStep, now: Date.now() });
  say(`The data comes to a newer version (${newestStep}). As it was before, it is kept in ${file}`);
}

/**
 * Opens a store, brings it to the newest version, and finds that its key is the right one.
 *
 * @throws FailureError `store/in-use`, `store/unavailable`, `store/full`, `store/damaged`; nothing was changed then.
 */
export async function openStore(options: StoreOptions, say: Say = () => undefined): Promise<Store> {
  const { folder, databaseUrl } = options;
  const kind: StoreKind = databaseUrl === undefined ? "sqlite" : "postgres";
  const { db, close } = databaseUrl === undefined ? openSqlite(folder) : await openPostgres(databaseUrl);
  try {
    if (kind === "sqlite") await prepareStep(db, options, say);
    await migrate(db, kind);
    const key = await openMasterKey(db, folder, options.masterKey);
    const rescope = async (trx: Work, scope: Scope): Promise<void> => {
      if (kind === "postgres") await nameScope(trx, scope);
    };
    const alone = <T>(work: (trx: Work) => Promise<T>): Promise<T> => db.transaction().execute(work);
    const transaction = kind === "sqlite" ? grouped(db) : alone;
    const within: Store["within"] = (scope, work) =>
      transaction(async (trx) => {
        await rescope(trx, scope);
        return work(trx);
      });
    return { kind, key, db, close, within, rescope, snapshot: (work) => readSnapshot(options, work) };
  } catch (error) {
    await close();
    throw error;
  }
}
