/** The clinic itself: who works there, how it is reached, its audit trail. */
import { raise } from "@openlymph/base";
import { clinicAddresses as at, inviteSchema, type Staff } from "@openlymph/record/clinic";
import { z } from "zod";
import { authorOf } from "../access/principal.ts";
import { inviteTime, makeInvitation } from "../accounts/links.ts";
import { factorsOf } from "../accounts/me.ts";
import { endSessionsOf } from "../accounts/sessions.ts";
import { verifyAudit } from "../audit/audit.ts";
import { readReason } from "../people/reason.ts";
import type { Row } from "../store/tables.ts";
import { tellClinic } from "../sync/join.ts";
import { type Ask, accountIn, type Route, route } from "./route.ts";

async function staffOf({ trx, ...ask }: Ask<unknown>): Promise<Staff> {
  const { member } = accountIn(ask);
  const rows = await trx
    .selectFrom("member")
    .innerJoin("account", "account.id", "member.account")
    .select(["account.id", "account.name", "account.email", "member.role"])
    .where("member.clinic", "=", member.clinic)
    .orderBy("account.name")
    .execute();
  return Promise.all(
    rows.map(async ({ id, name, email, role }) => {
      const last = await trx
        .selectFrom("session")
        .select((row) => row.fn.max("seen").as("seen"))
        .where("account", "=", id)
        .executeTakeFirst();
      const lastSeen = last?.seen ?? undefined;
      const factors = await factorsOf(trx, id);
      return { account: id, name, email, role, ...(lastSeen === undefined ? {} : { lastSeen }), factors };
    }),
  );
}

const staff = route({
  method: "GET",
  address: at.staff,
  action: "staff.list",
  handle: (ask) => staffOf(ask),
});

const invite = route({
  method: "POST",
  address: at.invitations,
  action: "invitation.create",
  body: inviteSchema,
  handle: async (ask) => {
    const { member } = accountIn(ask);
    ask.note({ role: ask.body.role });
    const token = await makeInvitation(ask.trx, member.clinic, ask.body, ask.now);
    return { link: `${ask.site.origin}/clinic/#invite=${token}`, until: ask.now + inviteTime };
  },
});

const removeMember = route({
  method: "DELETE",
  address: at.staffMember,
  action: "staff.remove",
  handle: async (ask) => {
    const { trx, now } = ask;
    const { member, account } = accountIn(ask);
    const id = ask.params["account"] ?? "";
    if (id === account.id) raise("access/conflict", { hint: "Nobody can remove themselves: a clinic needs an owner." });
    const gone = await trx
      .deleteFrom("member")
      .where("clinic", "=", member.clinic)
      .where("account", "=", id)
      .executeTakeFirst();
    if (gone.numDeletedRows !== 1n) raise("reference/unknown", { path: "account" });
    await trx.deleteFrom("team").where("clinic", "=", member.clinic).where("account", "=", id).execute();
    await endSessionsOf(trx, id, now);
    ask.note({ account: id });
  },
});

const signOutMember = route({
  method: "DELETE",
  address: at.staffSessions,
  action: "staff.sign-out",
  handle: async (ask) => {
    const { trx, now } = ask;
    const { member } = accountIn(ask);
    const account = ask.params["account"] ?? "";
    const found = await trx
      .selectFrom("member")
      .select("account")
      .where("clinic", "=", member.clinic)
      .where("account", "=", account)
      .executeTakeFirst();
    if (found === undefined) raise("reference/unknown", { path: "account" });
    ask.note({ account, signedOut: await endSessionsOf(trx, account, now) });
  },
});

const describeSchema = z.strictObject({
  name: z.string().trim().min(1).max(200),
  contact: z.string().trim().min(1).max(400),
  emergency: z.string().trim().max(400).optional(),
});

const describe = route({
  method: "POST",
  address: at.clinic,
  action: "clinic.describe",
  body: describeSchema,
  handle: async (ask) => {
    const { trx, now, body } = ask;
    const found = accountIn(ask);
    const id = found.member.clinic;
    const change = { name: body.name, contact: body.contact, emergency: body.emergency || null };
    await trx.updateTable("clinic").set(change).where("id", "=", id).execute();
    const clinic = await trx.selectFrom("clinic").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
    const joined = trx.selectFrom("device").select("person").where("revoked", "is", null).where("clinic", "=", id);
    const people = await trx
      .selectFrom("person")
      .selectAll()
      .where("clinic", "=", id)
      .where("id", "in", joined)
      .where("key", "is not", null)
      .execute();
    for (const person of people) {
      await tellClinic(trx, ask.clinic.store.key, { person, clinic, by: authorOf(found) }, now);
    }
    ask.note({ phones: people.length });
  },
});

const auditPage = 100;
const auditQuery = z.object({ person: z.uuid().optional(), before: z.coerce.number().int().positive().optional() });

/** What an entry says beside who did what, with the reason that was given in words again. */
function detailOf({ clinic }: Ask<unknown>, person: Pick<Row<"person">, "id" | "key"> | undefined, detail: string) {
  const told = JSON.parse(detail) as Record<string, unknown>;
  const { reason } = told;
  return typeof reason === "string" ? { ...told, reason: readReason(clinic.store.key, person, reason) } : told;
}

/** The whole trail is the owner's; a therapist reads that of one person. */
async function auditOf(ask: Ask<unknown>, person: string | undefined) {
  const { member } = accountIn(ask);
  const query = auditQuery.safeParse(ask.query);
  if (!query.success) return raise("field/invalid", { path: "query", expected: "before=<number>" });
  const { before } = query.data;
  let wanted = ask.trx.selectFrom("audit").selectAll().where("clinic", "=", member.clinic);
  if (person !== undefined) wanted = wanted.where("person", "=", person);
  if (before !== undefined) wanted = wanted.where("number", "<", before);
  const rows = await wanted
    .orderBy("number", "desc")
    .limit(auditPage + 1)
    .execute();
  const actors = [...new Set(rows.map(({ actor }) => actor))];
  const accounts = await ask.trx
    .selectFrom("account")
    .select(["id", "name"])
    .where("id", "in", [...actors, ""])
    .execute();
  const phones = await ask.trx
    .selectFrom("device")
    .select(["id", "name"])
    .where("id", "in", [...actors, ""])
    .execute();
  const names = new Map([...accounts, ...phones].map(({ id, name }) => [id, name]));
  const about = rows.flatMap(({ person: each }) => (each === null ? [] : [each]));
  const people = await ask.trx
    .selectFrom("person")
    .select(["id", "key"])
    .where("clinic", "=", member.clinic)
    .where("id", "in", [...about, ""])
    .execute();
  const keyed = new Map(people.map((each) => [each.id, each]));
  const entries = rows.slice(0, auditPage).map(({ clinic: _, previous: __, person: whom, detail, ...entry }) => ({
    ...entry,
    actorName: names.get(entry.actor) ?? entry.actor,
    ...(whom === null ? {} : { person: whom }),
    detail: detailOf(ask, keyed.get(whom ?? ""), detail),
  }));
  return { entries, more: rows.length > auditPage };
}

const trail = route({
  method: "GET",
  address: at.audit,
  action: "audit.verify",
  handle: (ask) => auditOf(ask, undefined),
});

const trailOfPerson = route({
  method: "GET",
  address: at.personAudit,
  action: "audit.read",
  handle: (ask) => auditOf(ask, ask.person?.id),
});

const verify = route({
  method: "POST",
  address: at.auditVerify,
  action: "audit.verify",
  heavy: true,
  handle: async (ask) => {
    const { store } = ask.clinic;
    const { clinic } = accountIn(ask).member;
    return ask.later(() => store.snapshot((trx) => verifyAudit(trx, clinic)));
  },
});

export const staffRoutes: readonly Route[] = [
  staff,
  invite,
  removeMember,
  signOutMember,
  describe,
  trail,
  trailOfPerson,
  verify,
];
