/** The reminder that a phone asked for: kept, told, given up, and found when it is due. */
import { raise } from "@openlymph/base";
import { type PushReminder, reminderSchema } from "@openlymph/record";
import { keyOf } from "../people/person.ts";
import { type MasterKey, seal, unseal } from "../store/seal.ts";
import type { Work } from "../store/store.ts";
import type { Row } from "../store/tables.ts";
import { isZone, nextTime, startOfDay } from "./next-time.ts";
import { isOfService } from "./push-services.ts";

const about = (device: string): string => `reminder:${device}`;

/**
 * A phone has one reminder; a new one takes the place of the old.
 *
 * @throws FailureError `field/invalid` for a time zone that nobody knows, or an address that is not of a known service.
 */
export async function keepReminder(
  trx: Work,
  master: MasterKey,
  { device, person }: { readonly device: Row<"device">; readonly person: Row<"person"> },
  { reminder, services, now }: { reminder: PushReminder; services: readonly string[]; now: number },
): Promise<void> {
  const { time, zone, endpoint } = reminder;
  if (!isZone(zone)) raise("field/invalid", { path: "zone", value: zone, expected: "a time zone: Europe/Berlin" });
  if (!isOfService(services, endpoint)) {
    raise("field/invalid", { path: "endpoint", expected: `an address at ${services.join(", ")}` });
  }
  const sealed = seal(keyOf(master, person), JSON.stringify(reminder), about(device.id));
  const row = { clinic: person.clinic, person: person.id, time, zone, next: nextTime(time, zone, now), sealed };
  await trx
    .insertInto("reminder")
    .values({ ...row, device: device.id })
    .onConflict((conflict) => conflict.column("device").doUpdateSet(row))
    .execute();
}

export async function reminderTime(trx: Work, device: string): Promise<string | undefined> {
  const found = await trx.selectFrom("reminder").select("time").where("device", "=", device).executeTakeFirst();
  return found?.time;
}

export async function forgetReminder(trx: Work, device: string): Promise<void> {
  await trx.deleteFrom("reminder").where("device", "=", device).execute();
}

/** Later than this it would come at a time nobody asked for: it waits for the next day. */
const lateness = 30 * 60_000;

/** Whether this phone, or another of the person, has told of a session that was ended today. */
async function isDoneToday(trx: Work, { device, person, zone }: Row<"reminder">, now: number): Promise<boolean> {
  const done = await trx
    .selectFrom("operation")
    .select("id")
    .where((row) => row.or([row("person", "=", person), row("device", "=", device)]))
    .where("kind", "=", "session/ended")
    .where("received", ">=", startOfDay(zone, now))
    .executeTakeFirst();
  return done !== undefined;
}

export interface DueReminder extends PushReminder {
  readonly device: string;
}

/**
 * Reminders that are due, each moved on to its next day: of several servers, one finds it. Left out are those of a day on
 * which a session was ended already, those that are late, and phones that were taken off.
 */
export async function takeDue(trx: Work, master: MasterKey, now: number): Promise<readonly DueReminder[]> {
  const rows = await trx.selectFrom("reminder").selectAll().where("next", "<=", now).limit(500).execute();
  const due: DueReminder[] = [];
  for (const row of rows) {
    const moved = await trx
      .updateTable("reminder")
      .set({ next: nextTime(row.time, row.zone, now) })
      .where("device", "=", row.device)
      .where("next", "=", row.next)
      .executeTakeFirst();
    if (moved.numUpdatedRows !== 1n || now - row.next > lateness || (await isDoneToday(trx, row, now))) continue;
    const person = await trx.selectFrom("person").selectAll().where("id", "=", row.person).executeTakeFirstOrThrow();
    const text = unseal(keyOf(master, person), row.sealed, about(row.device)).toString();
    due.push({ ...reminderSchema.parse(JSON.parse(text)), device: row.device });
  }
  return due;
}
