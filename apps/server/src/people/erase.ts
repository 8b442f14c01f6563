/**
 * Erasing a person: their key is destroyed, so nothing of what their operations said can be read again by anybody. Hashes,
 * kinds and times stay, so that the chains still verify; so does the audit trail, which never held what was said.
 */

import type { eraseReportSchema } from "@openlymph/record/clinic";
import type { z } from "zod";
import type { Work } from "../store/store.ts";
import type { Row } from "../store/tables.ts";
import { idsOf } from "./person.ts";

export async function erasePerson(
  trx: Work,
  person: Row<"person">,
  now: number,
): Promise<z.output<typeof eraseReportSchema>> {
  const ids = await idsOf(trx, person.clinic, person.id);
  const { operations } = await trx
    .selectFrom("operation")
    .select((row) => row.fn.countAll<number>().as("operations"))
    .where("person", "in", ids)
    .executeTakeFirstOrThrow();
  const devices = await trx
    .updateTable("device")
    .set({ revoked: now, name: "erased" })
    .where("person", "in", ids)
    .execute();
  await trx.updateTable("person").set({ key: null, erased: now }).where("id", "in", ids).execute();
  await trx.deleteFrom("team").where("person", "in", ids).execute();
  await trx.deleteFrom("token").where("person", "in", ids).execute();
  await trx.deleteFrom("reminder").where("person", "in", ids).execute();
  await trx.updateTable("glass").set({ reason: "erased" }).where("person", "in", ids).execute();
  return {
    person: person.id,
    operations: Number(operations),
    devices: Number(devices[0]?.numUpdatedRows ?? 0),
    left: [
      "For each operation its number, kind, time of arrival and hash, without what it said.",
      "The audit trail: who did what when, under a number that no longer leads to a name.",
      "Backups made before: they hold the key until they are thrown away.",
      "What the person's own phone keeps; it no longer reaches the clinic.",
    ],
  };
}
