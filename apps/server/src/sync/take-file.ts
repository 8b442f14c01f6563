/**
 * Takes part of a file that a phone saved, handed in by somebody of the clinic: for a phone that does not reach it.
 *
 * The same is asked of it as of a push (sync/push.ts), and more: here nobody is signed in as the phone, so the file has to
 * show by itself whose it is. It is taken as a whole or not at all. One entry that is not what the phone wrote would be kept
 * as refused under the hash of the true one, which the phone still has and would then be told to be refused.
 *
 * The file of a phone that was revoked, or has left, is taken: what it wrote belongs to the person (care §5c, 8). Revoking
 * shuts out whoever holds the phone; here somebody of the team, who is named in the trail, stands for where the file came
 * from. That it was revoked, and when, is told with what was taken.
 */
import { raise } from "@openlymph/base";
import { isWhole, pushFormat } from "@openlymph/record";
import type { PhoneFileReply, phoneFileSchema } from "@openlymph/record/clinic";
import type { z } from "zod";
import { idsOf } from "../people/person.ts";
import type { MasterKey } from "../store/seal.ts";
import type { Work } from "../store/store.ts";
import type { Row } from "../store/tables.ts";
import { takePush } from "./push.ts";

const nothing = "Nothing was taken.";
const stillThere = `${nothing} The phone still has everything: save a new file there.`;

/** The same for a phone of somebody else and for one that nobody knows: nobody learns whose it is. */
async function deviceOf(trx: Work, person: Row<"person">, id: string): Promise<Row<"device">> {
  const device = await trx
    .selectFrom("device")
    .selectAll()
    .where("id", "=", id)
    .where("person", "in", await idsOf(trx, person.clinic, person.id))
    .executeTakeFirst();
  const hint = `This file is of a phone that never joined this person's record. ${nothing}`;
  return device ?? raise("record/other-person", { path: "device", hint });
}

/**
 * @throws FailureError `record/other-person` for a phone or an entry that is not this person's, `record/altered`,
 * `record/gap` and `record/fork` for what does not continue the phone's chain as it is here.
 */
export async function takeFile(
  trx: Work,
  master: MasterKey,
  { person, file }: { readonly person: Row<"person">; readonly file: z.output<typeof phoneFileSchema> },
  now: number,
): Promise<PhoneFileReply> {
  const device = await deviceOf(trx, person, file.device);
  const whole = file.operations.filter(isWhole);
  if (whole.length < file.operations.length) {
    raise("record/altered", { path: "operations", hint: `The file is not what the phone wrote. ${stillThere}` });
  }
  if (whole.some((each) => each.device !== device.id || each.person !== device.record_person)) {
    raise("record/other-person", { path: "operations", hint: `It holds entries of another record. ${nothing}` });
  }
  const push = { format: pushFormat, device: device.id, operations: file.operations } as const;
  const { reply, taken } = await takePush(trx, master, { device, person, push, byHand: true }, now);
  const refused = reply.answers.flatMap((answer, at) =>
    answer.taken ? [] : [{ sequence: whole[at]?.sequence ?? 0, refusal: answer.refused, why: answer.why }],
  );
  if (refused.some(({ refusal }) => refusal === "fork")) {
    raise("record/fork", { path: "operations", hint: `The phone was copied or set back since. ${nothing}` });
  }
  if (reply.answers.length < whole.length) {
    raise("record/gap", { path: "operations", hint: `Entries before these are missing. ${stillThere}` });
  }
  return {
    name: device.name,
    ...(device.revoked === null ? {} : { revoked: device.revoked }),
    taken,
    known: reply.answers.filter((answer) => answer.taken).length - taken,
    refused,
  };
}
