/** A person as a list shows them. */
import { type CareRecord, type FollowedLimb, worklist } from "@openlymph/record";
import type { Device, PersonLine } from "@openlymph/record/clinic";
import type { Work } from "../store/store.ts";
import type { Row } from "../store/tables.ts";

/** Phones of people, with what of them was refused. */
export async function devicesOf(
  trx: Work,
  people: readonly string[],
): Promise<readonly (Device & { readonly person: string })[]> {
  if (people.length === 0) return [];
  const rows = await trx.selectFrom("device").selectAll().where("person", "in", people).orderBy("joined").execute();
  const counts = await trx
    .selectFrom("refusal")
    .select(["device", (row) => row.fn.countAll<number>().as("count")])
    .where("person", "in", people)
    .groupBy("device")
    .execute();
  const refused = new Map(counts.map(({ device, count }) => [device, Number(count)]));
  return rows.map(({ id, person, joined, heard, revoked, name, sequence, trouble }) => ({
    person,
    device: id,
    joined,
    name,
    whole: sequence,
    refused: refused.get(id) ?? 0,
    ...(heard === null ? {} : { lastHeard: heard }),
    ...(revoked === null ? {} : { revoked }),
    ...(trouble === null ? {} : { trouble }),
  }));
}

export function lineOf(
  { id }: Pick<Row<"person">, "id">,
  record: CareRecord,
  {
    devices,
    team,
    now,
  }: { readonly devices: readonly Device[]; readonly team: readonly string[]; readonly now: number },
): PersonLine {
  const { name = "", born, limbs = [], stage, synthetic = false } = record.person ?? {};
  const heard = devices.flatMap(({ lastHeard }) => (lastHeard === undefined ? [] : [lastHeard]));
  const items = worklist(record, devices, now).map((item) => ({ ...item, facts: { ...item.facts } }));
  return {
    person: id,
    name,
    ...(born === undefined ? {} : { born }),
    limbs: [...limbs] as FollowedLimb[],
    ...(stage === undefined ? {} : { stage }),
    synthetic,
    ...(heard.length === 0 ? {} : { lastHeard: Math.max(...heard) }),
    devices: devices.filter(({ revoked }) => revoked === undefined).length,
    team: [...team],
    items,
  };
}
