/** A person of a clinic as the store knows them: whose, which key, which team. What is known of them is in operations. */
import { raise } from "@openlymph/base";
import { v4 as uuidv4 } from "uuid";
import { type MasterKey, newKey, seal, unseal } from "../store/seal.ts";
import type { Work } from "../store/store.ts";
import type { Row } from "../store/tables.ts";

/** What a sealed key belongs to. */
export const aboutKey = (person: string): string => `person-key:${person}`;

/** @throws FailureError `reference/unknown`, the same for one that does not exist and one of another clinic. */
export async function findPerson(trx: Work, clinic: string, person: string): Promise<Row<"person">> {
  const found = await trx
    .selectFrom("person")
    .selectAll()
    .where("id", "=", person)
    .where("clinic", "=", clinic)
    .executeTakeFirst();
  if (found === undefined || found.erased !== null) return raise("reference/unknown", { path: "person" });
  return found.merged_into === null ? found : findPerson(trx, clinic, found.merged_into);
}

/** @throws FailureError `reference/unknown` for a person who was erased: the key is gone. */
export function keyOf(master: MasterKey, { id, key }: Pick<Row<"person">, "id" | "key">): Uint8Array {
  if (key === null) return raise("reference/unknown", { path: "person" });
  return unseal(master.bytes, key, aboutKey(id));
}

export async function newPerson(
  trx: Work,
  master: MasterKey,
  clinic: string,
  team: string,
  now: number,
): Promise<string> {
  const id = uuidv4();
  const key = seal(master.bytes, newKey(), aboutKey(id));
  await trx.insertInto("person").values({ id, clinic, key, device: uuidv4(), created: now }).execute();
  await trx.insertInto("team").values({ clinic, person: id, account: team }).execute();
  return id;
}

export async function isOnTeam(trx: Work, person: string, account: string): Promise<boolean> {
  const found = await trx
    .selectFrom("team")
    .select("account")
    .where("person", "=", person)
    .where("account", "=", account)
    .executeTakeFirst();
  return found !== undefined;
}

/** The reason under which somebody opened a record, while it holds. */
export function openGlass(trx: Work, person: string, account: string, now: number) {
  return trx
    .selectFrom("glass")
    .select(["reason", "until"])
    .where("person", "=", person)
    .where("account", "=", account)
    .where("until", ">", now)
    .orderBy("until", "desc")
    .executeTakeFirst();
}

/** This person and everybody who turned out to be them. */
export async function idsOf(trx: Work, clinic: string, person: string): Promise<readonly string[]> {
  const merged = await trx
    .selectFrom("person")
    .select("id")
    .where("clinic", "=", clinic)
    .where("merged_into", "=", person)
    .execute();
  return [person, ...merged.map(({ id }) => id)];
}
