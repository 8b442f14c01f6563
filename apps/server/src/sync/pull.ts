/** Gives a phone what the clinic wrote for it, after a number of arrival. Never what other phones wrote. */
import { kindsForPhone, largestBatch, type PullReply, pullFormat } from "@openlymph/record";
import { readOperations } from "../people/operations.ts";
import { idsOf } from "../people/person.ts";
import type { MasterKey } from "../store/seal.ts";
import type { Work } from "../store/store.ts";
import type { Row } from "../store/tables.ts";

export async function givePull(
  trx: Work,
  master: MasterKey,
  { device, person, after }: { readonly device: Row<"device">; readonly person: Row<"person">; readonly after: number },
): Promise<PullReply> {
  const people = await idsOf(trx, person.clinic, person.id);
  const phones = await trx.selectFrom("device").select("id").where("person", "in", people).execute();
  const notOf = [device.id, ...phones.map(({ id }) => id)];
  const found = await readOperations(trx, master, person, {
    kinds: kindsForPhone,
    after,
    limit: largestBatch + 1,
    notOf,
  });
  const more = found.length > largestBatch;
  const batch = found.slice(0, largestBatch);
  return {
    format: pullFormat,
    operations: batch.map(({ arrival, operation }) => ({ arrival, operation })),
    cursor: batch.at(-1)?.arrival ?? after,
    more,
  };
}
