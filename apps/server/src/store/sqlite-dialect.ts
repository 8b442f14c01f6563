/** `node:sqlite` as kysely wants it. */
import type { DatabaseSync, SQLInputValue, StatementSync } from "node:sqlite";
import {
  type Dialect,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDriver,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from "kysely";

/** Most statements that are kept ready; the server has fewer. */
const mostKept = 500;

/** Each text is compiled once. */
function adapted(database: DatabaseSync): SqliteDatabase {
  const ready = new Map<string, { readonly statement: StatementSync; readonly reader: boolean }>();
  const prepared = (text: string) => {
    const found = ready.get(text);
    if (found !== undefined) return found;
    if (ready.size >= mostKept) ready.clear();
    const statement = database.prepare(text);
    const made = { statement, reader: statement.columns().length > 0 };
    ready.set(text, made);
    return made;
  };
  const values = (given: readonly unknown[]): SQLInputValue[] => given as SQLInputValue[];
  return {
    close: () => database.close(),
    prepare(text) {
      const { statement, reader } = prepared(text);
      return {
        reader,
        all: (given) => statement.all(...values(given)),
        run: (given) => statement.run(...values(given)),
        iterate: (given) => statement.iterate(...values(given)) as IterableIterator<unknown>,
      };
    },
  };
}

/** Tables are made and changed inside a transaction: a step of a migration that is cut off leaves nothing behind. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/** SQLite gives a transaction up by itself when the disk is full or fails; there is nothing to roll back then. */
class TolerantDriver extends SqliteDriver {
  readonly #database: DatabaseSync;
  constructor(database: DatabaseSync) {
    super({ database: adapted(database) });
    this.#database = database;
  }
  override async rollbackTransaction(...given: Parameters<SqliteDriver["rollbackTransaction"]>): Promise<void> {
    if (this.#database.isTransaction) await super.rollbackTransaction(...given);
  }
}

export function sqliteDialect(database: DatabaseSync): Dialect {
  return {
    createAdapter: () => new TransactionalAdapter(),
    createDriver: () => new TolerantDriver(database),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createIntrospector: (db) => new SqliteIntrospector(db),
  };
}
