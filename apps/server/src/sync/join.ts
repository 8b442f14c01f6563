/** A phone joins the record of a person by a one-time link, and leaves it. */
import { raise } from "@openlymph/base";
import type { Author, joinSchema } from "@openlymph/record";
import type { z } from "zod";
import { appendOperation } from "../people/operations.ts";
import { findPerson, idsOf } from "../people/person.ts";
import { type MasterKey, newToken, sha256 } from "../store/seal.ts";
import type { Work } from "../store/store.ts";
import type { Row } from "../store/tables.ts";

export const joinTime = 7 * 86_400_000;

/** A token for the link. Whoever made an earlier one that was not used: it no longer counts. */
export async function makeJoinToken(trx: Work, person: Row<"person">, by: Author, now: number): Promise<string> {
  await trx
    .deleteFrom("token")
    .where("purpose", "=", "join")
    .where("person", "=", person.id)
    .where("used", "is", null)
    .execute();
  const token = newToken();
  const row = {
    hash: sha256(token),
    purpose: "join" as const,
    clinic: person.clinic,
    person: person.id,
    grants: JSON.stringify({ by }),
    until: now + joinTime,
  };
  await trx.insertInto("token").values(row).execute();
  return token;
}

export interface Joined {
  readonly device: Row<"device">;
  /** For the cookie of the phone. */
  readonly token: string;
  readonly clinic: Row<"clinic">;
  readonly person: Row<"person">;
}

/**
 * @throws FailureError `reference/unknown` for a link that was used, is too old, or never was: nobody learns which.
 * `access/conflict` for a device that belongs to another record already.
 */
export async function joinDevice(
  trx: Work,
  master: MasterKey,
  { token, device: id, person: record_person, name }: z.output<typeof joinSchema>,
  now: number,
): Promise<Joined> {
  const grant = await trx
    .updateTable("token")
    .set({ used: now })
    .where("hash", "=", sha256(token))
    .where("purpose", "=", "join")
    .where("used", "is", null)
    .where("until", ">", now)
    .returningAll()
    .executeTakeFirst();
  if (grant === undefined || grant.clinic === null || grant.person === null) {
    return raise("reference/unknown", {
      path: "token",
      hint: "This link was used already or is too old. Ask for a new one.",
    });
  }
  const person = await findPerson(trx, grant.clinic, grant.person);
  // The clinic's own operations are about this id: a phone that wrote under it could correct them.
  if (record_person === person.id)
    return raise("field/invalid", { path: "person", expected: "the phone's own record" });
  const known = await trx.selectFrom("device").selectAll().where("id", "=", id).executeTakeFirst();
  const fresh = { token: newToken(), name, joined: now };
  // Whoever saw a stranger's name and left again has sent nothing: the phone is free for its own person's link.
  const isUnused = known !== undefined && known.revoked !== null && known.sequence === 0;
  const people = await idsOf(trx, person.clinic, person.id);
  if (
    known !== undefined &&
    !isUnused &&
    (known.clinic !== person.clinic || !people.includes(known.person) || known.record_person !== record_person)
  ) {
    return raise("access/conflict", {
      path: "device",
      hint: "This phone already belongs to another record. Nothing was changed.",
    });
  }
  const row = { ...fresh, id, clinic: person.clinic, person: person.id, record_person, token: sha256(fresh.token) };
  if (known === undefined) await trx.insertInto("device").values(row).execute();
  else
    await trx
      .updateTable("device")
      .set({ ...row, revoked: null })
      .where("id", "=", id)
      .execute();
  const device = await trx.selectFrom("device").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
  const clinic = await trx.selectFrom("clinic").selectAll().where("id", "=", person.clinic).executeTakeFirstOrThrow();
  await tellClinic(trx, master, { person, clinic, by: JSON.parse(grant.grants).by }, now);
  return { device, token: fresh.token, clinic, person };
}

/** Writes into a record how the clinic is reached, for the phone to show. */
export async function tellClinic(
  trx: Work,
  master: MasterKey,
  { person, clinic, by }: { readonly person: Row<"person">; readonly clinic: Row<"clinic">; readonly by: Author },
  now: number,
): Promise<void> {
  const { name, contact, emergency } = clinic;
  const body = { by, name, contact, ...(emergency === null ? {} : { emergency }) };
  await appendOperation(trx, master, person, { kind: "clinic/described", body, now });
}
