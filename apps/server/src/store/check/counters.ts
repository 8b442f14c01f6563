/** What the store remembers beside the operations, computed again from them: numbers of arrival of clinics and people. */
import type { Work } from "../store.ts";
import { backToBackup, type Finding, well, wrong } from "./finding.ts";

/** A number of arrival that was jumped over when a backup was restored: phones may have been given the numbers between. */
export const restoredAction = "store.restored";

async function jumpsOf(trx: Work, clinic: string): Promise<number> {
  const entries = await trx
    .selectFrom("audit")
    .select("detail")
    .where("clinic", "=", clinic)
    .where("action", "=", restoredAction)
    .execute();
  return entries.reduce((sum, { detail }) => sum + Number(JSON.parse(detail).jumped ?? 0), 0);
}

export async function checkCounters(trx: Work): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  const clinics = await trx.selectFrom("clinic").selectAll().execute();
  for (const { id, arrival } of clinics) {
    const { count, last } = await trx
      .selectFrom("operation")
      .select((row) => [row.fn.countAll<number>().as("count"), row.fn.max<number | null>("arrival").as("last")])
      .where("clinic", "=", id)
      .executeTakeFirstOrThrow();
    const expected = arrival - (await jumpsOf(trx, id));
    if (Number(count) === expected && Number(last ?? 0) <= arrival) continue;
    const text = `clinic ${id} has given ${expected} numbers of arrival, and ${Number(count)} operations are there`;
    findings.push(wrong("counter", text, backToBackup));
  }
  const latest = await trx
    .selectFrom("operation")
    .select((row) => ["person", row.fn.max<number>("arrival").as("last")])
    .groupBy("person")
    .execute();
  const lastOf = new Map(latest.map(({ person, last }) => [person, Number(last)]));
  const people = await trx.selectFrom("person").select(["id", "latest"]).execute();
  for (const { id, latest: named } of people) {
    const last = lastOf.get(id) ?? 0;
    if (named === last) continue;
    findings.push(
      wrong("counter", `person ${id}: the last arrival is ${last}, and the store names ${named}`, backToBackup),
    );
  }
  const strays = [...lastOf.keys()].filter((person) => !people.some(({ id }) => id === person));
  for (const person of strays)
    findings.push(wrong("counter", `operations of an unknown person ${person}`, backToBackup));
  if (findings.length > 0) return findings;
  return [
    well(
      "counter",
      `${clinics.length} clinics and ${people.length} people: numbers of arrival are as the operations say`,
    ),
  ];
}
