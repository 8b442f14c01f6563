/**
 * The whole store copied from one database into another, table by table, a page at a time; and a digest of all it holds, by
 * which two stores are told to be equal whatever database they are in.
 *
 *   digest of a table = XOR over its rows of SHA-256(JSON of the row, columns in order)
 *
 * The order in which a database gives its rows does not matter then; keys keep rows apart.
 */
import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { Work } from "./store.ts";
import { type Tables, tableKeys, tableNames } from "./tables.ts";

type TableName = keyof Tables;
type AnyRow = Readonly<Record<string, unknown>>;

const pageSize = 500;

/** Rows of a table in the order of its key. The program gets to do other things between two pages. */
export async function* pagesOf(trx: Work, table: TableName): AsyncGenerator<readonly AnyRow[]> {
  const keys: readonly string[] = tableKeys[table];
  const columns = sql.join(keys.map((key) => sql.ref(key)));
  let last: AnyRow | undefined;
  for (;;) {
    const from: AnyRow | undefined = last;
    const values = from === undefined ? [] : keys.map((key) => sql`${from[key]}`);
    const after = from === undefined ? sql`` : sql`where (${columns}) > (${sql.join(values)})`;
    const { rows } = await sql<AnyRow>`
      select * from ${sql.table(table)} ${after} order by ${columns} limit ${sql.lit(pageSize)}`.execute(trx);
    if (rows.length > 0) yield rows;
    if (rows.length < pageSize) return;
    last = rows.at(-1);
    await new Promise(setImmediate);
  }
}

export interface TableDigest {
  readonly rows: number;
  readonly digest: string;
}
export type Digests = Readonly<Record<TableName, TableDigest>>;

const asText = (row: AnyRow): string =>
  JSON.stringify(
    Object.keys(row)
      .sort()
      .map((name) => {
        const value = row[name];
        return [name, value instanceof Uint8Array ? { bytes: Buffer.from(value).toString("base64") } : value];
      }),
  );

function digesting() {
  const sum = Buffer.alloc(32);
  let rows = 0;
  return {
    add(page: readonly AnyRow[]): void {
      rows += page.length;
      for (const row of page) {
        const hash = createHash("sha256").update(asText(row)).digest();
        for (let at = 0; at < sum.length; at++) sum[at] = (sum[at] ?? 0) ^ (hash[at] ?? 0);
      }
    },
    end: (): TableDigest => ({ rows, digest: sum.toString("hex") }),
  };
}

/** @param each is handed every page as it passes. */
async function walk(trx: Work, each: (table: TableName, page: readonly AnyRow[]) => Promise<void>): Promise<Digests> {
  const found: [TableName, TableDigest][] = [];
  for (const table of tableNames) {
    const digest = digesting();
    for await (const page of pagesOf(trx, table)) {
      digest.add(page);
      await each(table, page);
    }
    found.push([table, digest.end()]);
  }
  return Object.fromEntries(found) as Digests;
}

export const digestStore = (trx: Work): Promise<Digests> => walk(trx, async () => undefined);

/** Copies everything into a database whose tables are there and empty. @returns the digests of what was read. */
export function copyStore(from: Work, to: Work): Promise<Digests> {
  return walk(from, async (table, page) => {
    await to
      .insertInto(table)
      .values(page as never)
      .execute();
  });
}

/** Tables in which two stores differ. */
export function differences(a: Digests, b: Digests): readonly TableName[] {
  return tableNames.filter((table) => a[table].rows !== b[table].rows || a[table].digest !== b[table].digest);
}

/** Nobody has set this store up: what there is can go. */
export async function isEmpty(trx: Work): Promise<boolean> {
  const rows = await Promise.all([
    trx.selectFrom("clinic").select("id").limit(1).execute(),
    trx.selectFrom("account").select("id").limit(1).execute(),
  ]);
  return rows.flat().length === 0;
}

export async function clearStore(trx: Work): Promise<void> {
  for (const table of tableNames.toReversed()) await sql`delete from ${sql.table(table)}`.execute(trx);
}
