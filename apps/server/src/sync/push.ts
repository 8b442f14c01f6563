/** Takes what a phone sends: everything of a batch in one transaction, answered only when it is durable. */
import { type Held, type Kept, type Push, type PushReply, pushFormat, receive } from "@openlymph/record";
import { z } from "zod";
import { lockClinic } from "../audit/audit.ts";
import { rowOf } from "../people/operations.ts";
import { idsOf, keyOf } from "../people/person.ts";
import { type MasterKey, seal } from "../store/seal.ts";
import type { Work } from "../store/store.ts";
import type { Row } from "../store/tables.ts";

type Rough = { readonly sequence: number; readonly previous: string; readonly hash: string };

const uuid = z.uuid();
const idIn = (raw: unknown): readonly string[] => {
  const { id } = (raw ?? {}) as { id?: unknown };
  return uuid.safeParse(id).success ? [id as string] : [];
};

/** As PostgreSQL can keep it: a name that was refused may hold a NUL. */
const keepable = (text: string): string => text.replaceAll("\0", "\u2400");

/** What is already there of the person's own operations: an id of anybody else's is not looked for. */
async function heldUnder(
  trx: Work,
  people: readonly string[],
  ids: readonly string[],
): Promise<ReadonlyMap<string, Held>> {
  if (ids.length === 0) return new Map();
  const taken = await trx
    .selectFrom("operation")
    .select(["id", "hash", "arrival"])
    .where("person", "in", people)
    .where("id", "in", ids)
    .execute();
  const refused = await trx
    .selectFrom("refusal")
    .select(["id", "hash", "refusal", "why"])
    .where("person", "in", people)
    .where("id", "in", ids)
    .execute();
  return new Map([
    ...refused.map(({ id, hash, refusal, why }): [string, Held] => {
      return [id, { hash, answer: { id, taken: false, refused: refusal as never, why } }];
    }),
    ...taken.map(({ id, hash, arrival }): [string, Held] => [id, { hash, answer: { id, taken: true, hash, arrival } }]),
  ]);
}

export interface Pushed {
  readonly reply: PushReply;
  readonly taken: number;
  readonly refused: number;
}

/** What the batch says about the device's chain: shown to the clinic until a later batch is whole again. */
function troubleOf(reply: PushReply, { device, operations }: Push): Row<"device">["trouble"] {
  if (reply.answers.some((each) => !each.taken && each.refused === "fork")) return "fork";
  const last = (operations.at(-1) ?? {}) as { device?: unknown };
  const cut = reply.answers.length < operations.length && last.device === device;
  return cut ? "gap" : null;
}

interface Given {
  readonly device: Row<"device">;
  readonly person: Row<"person">;
}

interface KeptRows {
  readonly taken: readonly Row<"operation">[];
  readonly refused: readonly Row<"refusal">[];
}

function rowsOf(keep: readonly Kept[], { device, person }: Given, key: Uint8Array, received: number): KeptRows {
  const taken: Row<"operation">[] = [];
  const refused: Row<"refusal">[] = [];
  for (const { raw, answer, operation } of keep) {
    if (answer.taken && operation !== undefined) {
      taken.push(rowOf(person, key, { arrival: answer.arrival, received, operation }));
    } else if (!answer.taken) {
      const { id, refused: refusal, why } = answer;
      const { sequence, previous, hash } = raw as Rough;
      const sealed = seal(key, JSON.stringify(raw), id);
      const of = { clinic: person.clinic, person: person.id, device: device.id };
      refused.push({ ...of, sequence, id, previous, hash, refusal, why: keepable(why), sealed, received });
    }
  }
  return { taken, refused };
}

/**
 * @param byHand it was not the phone that sent it but somebody who read in its file: the phone was not heard, and what was
 * wrong with its chain stands until something new continues it.
 */
export async function takePush(
  trx: Work,
  master: MasterKey,
  given: Given & { readonly push: Push; readonly byHand?: boolean },
  now: number,
): Promise<Pushed> {
  const { person, push, byHand = false } = given;
  const { arrival } = await lockClinic(trx, person.clinic);
  // Read again under the lock: the same phone may have sent twice.
  const device = await trx.selectFrom("device").selectAll().where("id", "=", given.device.id).executeTakeFirstOrThrow();
  const people = await idsOf(trx, person.clinic, person.id);
  const held = await heldUnder(trx, people, push.operations.flatMap(idIn));
  const { keep, answers, head } = receive(push.operations, {
    device: device.id,
    person: device.record_person,
    head: { sequence: device.sequence, hash: device.head },
    held: (id) => held.get(id),
    nextArrival: arrival + 1,
  });
  const { taken, refused } = rowsOf(keep, given, keyOf(master, person), now);
  if (taken.length > 0) await trx.insertInto("operation").values(taken).execute();
  if (refused.length > 0) await trx.insertInto("refusal").values(refused).execute();
  const reply: PushReply = { format: pushFormat, answers, head };
  const trouble = byHand && head.sequence === device.sequence ? device.trouble : troubleOf(reply, push);
  await trx
    .updateTable("device")
    .set({ sequence: head.sequence, head: head.hash, heard: byHand ? device.heard : now, trouble })
    .where("id", "=", device.id)
    .execute();
  const latest = taken.at(-1)?.arrival;
  if (latest !== undefined) {
    await trx.updateTable("clinic").set({ arrival: latest }).where("id", "=", person.clinic).execute();
    await trx.updateTable("person").set({ latest }).where("id", "=", person.id).execute();
  }
  return { reply, taken: taken.length, refused: refused.length };
}
