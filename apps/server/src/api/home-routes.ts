/** What phones ask: to join a record, to hand in what happened, to be told what the clinic wrote. */
import { raise } from "@openlymph/base";
import {
  homeAddresses as at,
  foldRecord,
  joinSchema,
  pushSchema,
  type ReminderOffer,
  reminderSchema,
} from "@openlymph/record";
import { readOperations } from "../people/operations.ts";
import { pushKey } from "../reminders/push-key.ts";
import { forgetReminder, keepReminder, reminderTime } from "../reminders/reminder.ts";
import { joinDevice } from "../sync/join.ts";
import { givePull } from "../sync/pull.ts";
import { takePush } from "../sync/push.ts";
import { type Ask, type Route, route } from "./route.ts";

function phoneIn({ principal }: Pick<Ask, "principal">) {
  return principal.kind === "phone" ? principal : raise("access/signed-out");
}

const join = route({
  method: "POST",
  address: at.join,
  action: "home.join",
  body: joinSchema,
  guarded: true,
  handle: async (ask) => {
    const { trx, now, body, clinic } = ask;
    const { store } = clinic;
    // Whose link it is is known only from its token: the look-up works for the server, the rest for the clinic.
    await store.rescope(trx, { for: "server" });
    const joined = await joinDevice(trx, store.key, body, now);
    await ask.inTrailOf(joined.clinic.id, joined.device.id);
    const kinds = ["person/described", "record/corrected"] as const;
    const described = await readOperations(trx, store.key, joined.person, { kinds });
    const { person: known } = foldRecord(described, joined.person.id);
    ask.setCookie("phone", joined.token);
    ask.about(joined.person.id);
    const { name, contact, emergency } = joined.clinic;
    return { clinic: { name, contact, ...(emergency === null ? {} : { emergency }) }, name: known?.name ?? "" };
  },
});

const push = route({
  method: "POST",
  address: at.push,
  action: "home.push",
  body: pushSchema,
  phone: true,
  handle: async (ask) => {
    const { trx, now, body, clinic } = ask;
    const { device, person } = phoneIn(ask);
    if (body.device !== device.id) raise("access/forbidden", { path: "device", hint: "These are of another phone." });
    const { reply, taken, refused } = await takePush(trx, clinic.store.key, { device, person, push: body }, now);
    if (taken + refused === 0) ask.silent();
    ask.note({ taken, refused });
    return reply;
  },
});

const pull = route({
  method: "GET",
  address: at.pull,
  action: "home.pull",
  phone: true,
  handle: async (ask) => {
    const after = Number(ask.query["after"] ?? 0);
    if (!Number.isSafeInteger(after) || after < 0)
      raise("field/invalid", { path: "after", expected: "a number from 0" });
    const { device, person } = phoneIn(ask);
    const reply = await givePull(ask.trx, ask.clinic.store.key, { device, person, after });
    if (reply.operations.length === 0) ask.silent();
    ask.note({ given: reply.operations.length });
    return reply;
  },
});

const leave = route({
  method: "POST",
  address: at.leave,
  action: "home.leave",
  phone: true,
  handle: async (ask) => {
    const { device } = phoneIn(ask);
    await ask.trx.updateTable("device").set({ revoked: ask.now }).where("id", "=", device.id).execute();
    await forgetReminder(ask.trx, device.id);
    ask.setCookie("phone", undefined);
  },
});

const tellReminder = route({
  method: "GET",
  address: at.reminder,
  action: "home.remind",
  phone: true,
  handle: async (ask): Promise<ReminderOffer> => {
    const { trx, clinic } = ask;
    const { device } = phoneIn(ask);
    ask.silent();
    if (clinic.pushServices.length === 0) return { offered: false };
    const time = await reminderTime(trx, device.id);
    const { publicKey: key } = await pushKey(trx, clinic.store.key);
    return { offered: true, key, ...(time === undefined ? {} : { time }) };
  },
});

const keepOneReminder = route({
  method: "POST",
  address: at.reminder,
  action: "home.remind",
  body: reminderSchema,
  phone: true,
  handle: async (ask) => {
    const { trx, now, body: reminder, clinic } = ask;
    const { pushServices: services, store } = clinic;
    if (services.length === 0)
      raise("reference/unknown", { path: "reminder", hint: "This server sends no reminders." });
    await keepReminder(trx, store.key, phoneIn(ask), { reminder, services, now });
    ask.note({ time: reminder.time });
  },
});

const endReminder = route({
  method: "DELETE",
  address: at.reminder,
  action: "home.remind",
  phone: true,
  handle: async (ask) => {
    await forgetReminder(ask.trx, phoneIn(ask).device.id);
  },
});

export const homeRoutes: readonly Route[] = [join, push, pull, leave, tellReminder, keepOneReminder, endReminder];
