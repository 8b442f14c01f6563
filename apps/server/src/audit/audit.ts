/**
 * The audit trail of a clinic: every read, write, refusal and export, numbered without a gap, each entry holding the hash of
 * the one before. Written in the transaction of what it tells, under the clinic's lock.
 *
 *   hash = SHA-256(canonical JSON of the entry without `hash`)
 *
 * An entry names who, what and about whom; never what was read or written.
 */
import { contentHash } from "@openlymph/base";
import { noHash } from "@openlymph/record";
import type { Work } from "../store/store.ts";
import type { Row } from "../store/tables.ts";

export type AuditDetail = Readonly<Record<string, string | number | boolean>>;

export interface AuditEvent {
  /** Account, device, or `server`. */
  readonly actor: string;
  readonly action: string;
  readonly resource: string;
  readonly person?: string | undefined;
  readonly outcome: "done" | "refused";
  readonly detail?: AuditDetail;
  readonly at: number;
}

type Entry = Omit<Row<"audit">, "hash">;

/** The hash an entry must have. */
export function auditHash({
  clinic,
  number,
  at,
  actor,
  action,
  resource,
  person,
  outcome,
  detail,
  previous,
}: Entry): string {
  return contentHash({
    clinic,
    number,
    at,
    actor,
    action,
    resource,
    person: person ?? null,
    outcome,
    detail,
    previous,
  });
}

/**
 * Takes the clinic's row until the transaction ends: numbers are given in the order in which transactions commit, so that no
 * reader passes one that is still to come.
 */
export async function lockClinic(trx: Work, clinic: string): Promise<Row<"clinic">> {
  return trx
    .updateTable("clinic")
    .set((row) => ({ arrival: row.ref("arrival") }))
    .where("id", "=", clinic)
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** Writes an entry. Takes the clinic's lock. */
export async function audit(trx: Work, clinic: string, event: AuditEvent): Promise<void> {
  const { audit_number, audit_hash } = await lockClinic(trx, clinic);
  const entry: Entry = {
    clinic,
    number: audit_number + 1,
    at: event.at,
    actor: event.actor,
    action: event.action,
    resource: event.resource,
    person: event.person ?? null,
    outcome: event.outcome,
    detail: JSON.stringify(event.detail ?? {}),
    previous: audit_hash,
  };
  const hash = auditHash(entry);
  await trx
    .insertInto("audit")
    .values({ ...entry, hash })
    .execute();
  await trx
    .updateTable("clinic")
    .set({ audit_number: entry.number, audit_hash: hash })
    .where("id", "=", clinic)
    .execute();
}

export type AuditVerdict =
  | { readonly whole: true; readonly entries: number }
  | { readonly whole: false; readonly entries: number; readonly at: number; readonly why: string };

const pageSize = 5000;

/** Follows the chain from its beginning: the first entry that is altered, missing, doubled, or cut off at the end. */
export async function verifyAudit(trx: Work, clinic: string): Promise<AuditVerdict> {
  let previous = noHash;
  let number = 0;
  const broken = (at: number, why: string): AuditVerdict => ({ whole: false, entries: number, at, why });
  for (;;) {
    const page = await trx
      .selectFrom("audit")
      .selectAll()
      .where("clinic", "=", clinic)
      .where("number", ">", number)
      .orderBy("number")
      .limit(pageSize)
      .execute();
    for (const entry of page) {
      if (entry.number !== number + 1) return broken(number + 1, "This entry is missing.");
      if (entry.previous !== previous) return broken(entry.number, "It does not follow on the entry before.");
      if (auditHash(entry) !== entry.hash) return broken(entry.number, "It is not what was written.");
      ({ number, hash: previous } = entry);
    }
    if (page.length < pageSize) break;
    // The server answers others in between.
    await new Promise(setImmediate);
  }
  const { audit_number, audit_hash } = await trx
    .selectFrom("clinic")
    .select(["audit_number", "audit_hash"])
    .where("id", "=", clinic)
    .executeTakeFirstOrThrow();
  if (number > audit_number) return broken(audit_number + 1, "It was added by another hand.");
  if (number < audit_number) return broken(number + 1, "This entry and those after it are missing.");
  if (audit_hash !== previous) return broken(number, "It is not the one that was written last.");
  return { whole: true, entries: number };
}
