/** People of a clinic and their records. */
import { raise } from "@openlymph/base";
import type { Body, Kind } from "@openlymph/record";
import {
  clinicAddresses as at,
  eraseSchema,
  glassSchema,
  mergeSchema,
  newPersonSchema,
  type People,
  type PersonReply,
  phoneFileSchema,
  teamSchema,
  writeSchema,
} from "@openlymph/record/clinic";
import { authorOf } from "../access/principal.ts";
import { erasePerson } from "../people/erase.ts";
import { exportCsv, exportJson } from "../people/export.ts";
import { exportPdf } from "../people/export-pdf.ts";
import { devicesOf, lineOf } from "../people/line.ts";
import { appendOperation, readOperations } from "../people/operations.ts";
import { findPerson, idsOf, newPerson, openGlass } from "../people/person.ts";
import { readReason, sealReason } from "../people/reason.ts";
import { refuseLiftedEmergency } from "../people/screening-act.ts";
import { actionsFor, signed } from "../people/write-act.ts";
import { forgetReminder } from "../reminders/reminder.ts";
import { joinTime, makeJoinToken } from "../sync/join.ts";
import { takeFile } from "../sync/take-file.ts";
import { type Ask, accountIn, personOf, type Route, route } from "./route.ts";

const glassTime = 3_600_000;

async function peopleOf({ trx, now, clinic, ...ask }: Ask<unknown>): Promise<People> {
  const { member, account } = accountIn(ask);
  const all = await trx
    .selectFrom("person")
    .selectAll()
    .where("clinic", "=", member.clinic)
    .where("erased", "is", null)
    .execute();
  const teams = await trx.selectFrom("team").selectAll().where("clinic", "=", member.clinic).execute();
  const phones = await devicesOf(
    trx,
    all.map(({ id }) => id),
  );
  const people: People["people"] = [];
  const others: People["others"] = [];
  for (const person of all.filter(({ merged_into }) => merged_into === null)) {
    const merged = all.filter(({ merged_into }) => merged_into === person.id);
    const latest = Math.max(0, ...merged.map(({ latest: each }) => each));
    const record = await clinic.cache.recordOf(trx, person, latest);
    const ids = [person.id, ...merged.map(({ id }) => id)];
    const team = teams.filter((each) => each.person === person.id).map((each) => each.account);
    if (member.role === "owner" || team.includes(account.id)) {
      const devices = phones.filter((each) => ids.includes(each.person));
      people.push(lineOf(person, record, { devices, team, now }));
    } else if (member.role === "therapist") {
      others.push({ person: person.id, name: record.person?.name ?? "" });
    }
  }
  const byName = (a: { readonly name: string }, b: { readonly name: string }): number => a.name.localeCompare(b.name);
  return { people: people.sort(byName), others: others.sort(byName) };
}

const list = route({
  method: "GET",
  address: at.people,
  action: "people.list",
  handle: async (ask) => {
    const found = await peopleOf(ask);
    ask.note({ people: found.people.length });
    return found;
  },
});

const create = route({
  method: "POST",
  address: at.people,
  action: "person.create",
  body: newPersonSchema,
  handle: async (ask) => {
    const { trx, now, clinic } = ask;
    const found = accountIn(ask);
    const id = await newPerson(trx, clinic.store.key, found.member.clinic, found.account.id, now);
    const person = await findPerson(trx, found.member.clinic, id);
    const body = signed("person/described", ask.body.body, authorOf(found));
    await appendOperation(trx, clinic.store.key, person, { kind: "person/described", body, now });
    ask.about(id);
    return { person: id };
  },
});

async function recordOf(ask: Ask<unknown>): Promise<PersonReply> {
  const { trx, now, clinic } = ask;
  const person = personOf(ask);
  const { account } = accountIn(ask);
  const ids = await idsOf(trx, person.clinic, person.id);
  const team = await trx
    .selectFrom("team")
    .innerJoin("account", "account.id", "team.account")
    .select(["account.id", "account.name"])
    .where("team.person", "=", person.id)
    .execute();
  const operations = await readOperations(trx, clinic.store.key, person, { without: ["session/stroke"] });
  const refused = await trx
    .selectFrom("refusal")
    .select(["received", "device", "sequence", "refusal", "why"])
    .where("person", "in", ids)
    .orderBy("received")
    .execute();
  const glass = ask.standing.glass ? await openGlass(trx, person.id, account.id, now) : undefined;
  if (glass !== undefined) ask.note({ glass: true });
  return {
    person: person.id,
    team: team.map(({ id, name }) => ({ account: id, name })),
    devices: (await devicesOf(trx, ids)).map(({ person: _, ...device }) => device),
    operations: operations.map((each) => ({ ...each })),
    refused,
    ...(glass && { glass: { until: glass.until, reason: readReason(clinic.store.key, person, glass.reason) } }),
  };
}

const read = route({ method: "GET", address: at.person, action: "person.read", handle: (ask) => recordOf(ask) });

const write = route({
  method: "POST",
  address: at.operations,
  action: actionsFor,
  body: writeSchema,
  handle: async (ask) => {
    const kind = ask.body.kind as Kind;
    const body = signed(kind, ask.body.body, authorOf(accountIn(ask))) as Body<Kind>;
    await refuseLiftedEmergency(ask.trx, personOf(ask), { kind, body, now: ask.now });
    ask.note({ kind });
    return appendOperation(ask.trx, ask.clinic.store.key, personOf(ask), { kind, body, now: ask.now });
  },
});

const join = route({
  method: "POST",
  address: at.join,
  action: "device.join",
  handle: async (ask) => {
    const token = await makeJoinToken(ask.trx, personOf(ask), authorOf(accountIn(ask)), ask.now);
    return { link: `${ask.site.origin}/home/#join=${token}`, until: ask.now + joinTime };
  },
});

const revokeDevice = route({
  method: "DELETE",
  address: at.device,
  action: "device.revoke",
  handle: async (ask) => {
    const { trx, now } = ask;
    const person = personOf(ask);
    const revoked = await trx
      .updateTable("device")
      .set({ revoked: now })
      .where("id", "=", ask.params["device"] ?? "")
      .where("person", "in", await idsOf(trx, person.clinic, person.id))
      .executeTakeFirst();
    if (revoked.numUpdatedRows !== 1n) raise("reference/unknown", { path: "device" });
    await forgetReminder(trx, ask.params["device"] ?? "");
  },
});

const readIn = route({
  method: "POST",
  address: at.phoneFile,
  action: "device.read-in",
  body: phoneFileSchema,
  sealed: true,
  handle: async (ask) => {
    const file = ask.body;
    const reply = await takeFile(ask.trx, ask.clinic.store.key, { person: personOf(ask), file }, ask.now);
    const { taken, known, refused, revoked } = reply;
    const counts = { taken, known, refused: refused.length };
    ask.note({ device: file.device, ...counts, ...(revoked === undefined ? {} : { revoked: true }) });
    return reply;
  },
});

const glass = route({
  method: "POST",
  address: at.glass,
  action: "glass.open",
  body: glassSchema,
  handle: async (ask) => {
    const whom = personOf(ask);
    const { account } = accountIn(ask);
    const until = ask.now + glassTime;
    const reason = sealReason(ask.clinic.store.key, whom, ask.body.reason);
    const row = { clinic: whom.clinic, person: whom.id, account: account.id, reason, at: ask.now, until };
    await ask.trx.insertInto("glass").values(row).execute();
    ask.note({ reason });
    return { until };
  },
});

const team = route({
  method: "POST",
  address: at.team,
  action: "team.change",
  body: teamSchema,
  handle: async (ask) => {
    const { trx } = ask;
    const { id: person, clinic } = personOf(ask);
    const { account, of } = ask.body;
    const member = await trx
      .selectFrom("member")
      .select("account")
      .where("clinic", "=", clinic)
      .where("account", "=", account)
      .executeTakeFirst();
    if (member === undefined) raise("reference/unknown", { path: "account" });
    await trx.deleteFrom("team").where("person", "=", person).where("account", "=", account).execute();
    if (of) await trx.insertInto("team").values({ clinic, person, account }).execute();
    ask.note({ account, of });
  },
});

const merge = route({
  method: "POST",
  address: at.merge,
  action: "person.merge",
  body: mergeSchema,
  handle: async (ask) => {
    const { trx } = ask;
    const person = personOf(ask);
    const other = await findPerson(trx, person.clinic, ask.body.other);
    if (other.id === person.id) raise("access/conflict", { path: "other", hint: "These are the same person already." });
    await trx.updateTable("person").set({ merged_into: person.id }).where("merged_into", "=", other.id).execute();
    await trx.updateTable("person").set({ merged_into: person.id }).where("id", "=", other.id).execute();
    await trx.updateTable("token").set({ person: person.id }).where("person", "=", other.id).execute();
    ask.clinic.cache.forget(person.id);
    ask.note({ other: other.id, reason: sealReason(ask.clinic.store.key, person, ask.body.reason) });
  },
});

const exportTypes = {
  json: "application/json; charset=utf-8",
  csv: "text/csv; charset=utf-8",
  pdf: "application/pdf",
} as const;

const exported = route({
  method: "GET",
  address: at.export,
  action: "person.export",
  heavy: true,
  handle: async (ask) => {
    const person = personOf(ask);
    const as = (ask.query["as"] ?? "json") as keyof typeof exportTypes;
    if (!Object.hasOwn(exportTypes, as))
      raise("field/invalid", { path: "as", value: as, expected: "json, csv or pdf" });
    const operations = await readOperations(ask.trx, ask.clinic.store.key, person);
    ask.note({ as, operations: operations.length });
    ask.reply.header("content-disposition", `attachment; filename="person-${person.id.slice(0, 8)}.${as}"`);
    ask.reply.type(exportTypes[as]);
    return ask.later(async () => {
      if (as === "csv") return exportCsv(operations);
      return as === "pdf" ? exportPdf(operations, person.id, ask.now) : exportJson(person.id, operations, ask.now);
    });
  },
});

const erase = route({
  method: "POST",
  address: at.erase,
  action: "person.erase",
  body: eraseSchema,
  handle: async (ask) => {
    const { trx, clinic, now, body } = ask;
    const person = personOf(ask);
    const record = await clinic.cache.recordOf(trx, person, 0);
    if (record.person?.name !== body.name) {
      raise("field/invalid", { path: "name", expected: "the person's name as it stands in the record" });
    }
    const report = await erasePerson(trx, person, now);
    clinic.cache.forget(person.id);
    ask.note({ reason: body.reason, operations: report.operations });
    return report;
  },
});

export const peopleRoutes: readonly Route[] = [
  list,
  create,
  read,
  write,
  join,
  revokeDevice,
  readIn,
  glass,
  team,
  merge,
  exported,
  erase,
];
