/** Operations of a person in the store: what the clinic writes, and reading what is there. */
import { FailureError } from "@openlymph/base";
import { type AnyOperation, type Body, checkBody, type Kind, nextOperation, readOperation } from "@openlymph/record";
import { v7 as uuidv7 } from "uuid";
import { lockClinic } from "../audit/audit.ts";
import { type MasterKey, seal, unseal } from "../store/seal.ts";
import type { Work } from "../store/store.ts";
import type { Row } from "../store/tables.ts";
import { idsOf, keyOf } from "./person.ts";

/** An operation as it lies in the store. */
export interface StoredOperation {
  readonly arrival: number;
  /** ms since 1970, by the server's clock. */
  readonly received: number;
  readonly operation: AnyOperation;
}

/** A row of the store for an operation that arrived under a number. */
export function rowOf(
  { id: person, clinic }: Pick<Row<"person">, "id" | "clinic">,
  key: Uint8Array,
  { arrival, received, operation }: StoredOperation,
): Row<"operation"> {
  const { device, sequence, id, kind, previous, hash } = operation;
  const sealed = seal(key, JSON.stringify(operation), id);
  return { clinic, arrival, person, device, sequence, id, kind, previous, hash, sealed, received };
}

/**
 * Writes down something the clinic did, as the next operation of the person's clinic chain.
 *
 * @throws FailureError of the field that the kind forbids; nothing is written then.
 */
export async function appendOperation<K extends Kind>(
  trx: Work,
  master: MasterKey,
  person: Row<"person">,
  { kind, body, now }: { readonly kind: K; readonly body: Body<K>; readonly now: number },
): Promise<StoredOperation> {
  const allowed = checkBody(kind, body);
  if (!allowed.ok) throw new FailureError(allowed);
  const { clinic } = person;
  const { arrival: last } = await lockClinic(trx, clinic);
  // Read again under the lock: another request may have written in between.
  const { sequence, head: hash } = await trx
    .selectFrom("person")
    .select(["sequence", "head"])
    .where("id", "=", person.id)
    .executeTakeFirstOrThrow();
  const at = new Date(now).toISOString();
  const happening = { id: uuidv7(), person: person.id, device: person.device, at, kind, body };
  const operation = nextOperation(happening, { sequence, hash }) as AnyOperation;
  const stored = { arrival: last + 1, received: now, operation };
  await trx
    .insertInto("operation")
    .values(rowOf(person, keyOf(master, person), stored))
    .execute();
  const change = { sequence: operation.sequence, head: operation.hash, latest: stored.arrival };
  await trx.updateTable("person").set(change).where("id", "=", person.id).execute();
  await trx.updateTable("clinic").set({ arrival: stored.arrival }).where("id", "=", clinic).execute();
  return stored;
}

export interface Reading {
  /** Of these kinds alone. */
  readonly kinds?: readonly Kind[];
  /** Of all kinds but these. */
  readonly without?: readonly Kind[];
  /** After this number of arrival. */
  readonly after?: number;
  readonly limit?: number;
  /** Of none of these devices; at least one. */
  readonly notOf?: readonly string[];
}

/** Operations of a person, and of everybody who turned out to be them, in order of arrival. */
export async function readOperations(
  trx: Work,
  master: MasterKey,
  person: Row<"person">,
  { kinds, without, after = 0, limit, notOf }: Reading = {},
): Promise<readonly StoredOperation[]> {
  const ids = await idsOf(trx, person.clinic, person.id);
  const people = await trx.selectFrom("person").selectAll().where("id", "in", ids).execute();
  const keys = new Map(people.flatMap((each) => (each.key === null ? [] : [[each.id, keyOf(master, each)] as const])));
  let query = trx.selectFrom("operation").selectAll().where("person", "in", ids).where("arrival", ">", after);
  if (kinds !== undefined) query = query.where("kind", "in", kinds);
  if (without !== undefined) query = query.where("kind", "not in", without);
  if (notOf !== undefined) query = query.where("device", "not in", notOf);
  if (limit !== undefined) query = query.limit(limit);
  const rows = await query.orderBy("arrival").execute();
  return rows.flatMap(({ id, sealed, arrival, received, person: of }): readonly StoredOperation[] => {
    const key = keys.get(of);
    if (key === undefined) return [];
    const read = readOperation(JSON.parse(unseal(key, sealed, id).toString()), `operation ${arrival}`);
    if (!read.ok) throw new FailureError(read);
    return [{ arrival, received, operation: read.value }];
  });
}
