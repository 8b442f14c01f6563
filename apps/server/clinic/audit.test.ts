/** The audit trail: whatever is done or refused stands in it, nothing of anybody's health does, and a change is named. */
import { emptyHead, homeAddresses, nextOperation, pushFormat } from "@openlymph/record";
import { clinicAddresses as at } from "@openlymph/record/clinic";
import fc from "fast-check";
import { v4 as uuidv4, v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type AuditVerdict, verifyAudit } from "../src/audit/audit.ts";
import type { Work } from "../src/store/store.ts";
import type { Row } from "../src/store/tables.ts";
import { storeKinds, to } from "./open-server.ts";
import {
  addClinic,
  addMember,
  ask,
  type Inside,
  joinTokenOf,
  type Member,
  openInside,
  personIn,
  sessionOf,
} from "./two-clinics.ts";

/** Words of a person's health, as they stand in everything that is written below. */
const health = "erysipelas of the left arm";

describe.each(storeKinds)("on %s", (kind) => {
  let here: Inside;
  let [owner, therapist]: Member[] = [];
  let clinic: string;

  beforeAll(async () => {
    here = await openInside(kind);
    clinic = await addClinic(here, "A");
    owner = await addMember(here, clinic, "owner", "Olga Owner");
    therapist = await addMember(here, clinic, "therapist", "Theo Therapist");
  });
  afterAll(() => here.close());

  const inServer = <T>(work: (trx: Work) => Promise<T>): Promise<T> =>
    here.clinic.store.within({ for: "server" }, work);
  const trail = (): Promise<readonly Row<"audit">[]> =>
    inServer((trx) => trx.selectFrom("audit").selectAll().where("clinic", "=", clinic).orderBy("number").execute());

  test("every read, write, refusal and export leaves its entry, without a word of what it said", async () => {
    const by = { owner: await sessionOf(here, owner as Member), therapist: await sessionOf(here, therapist as Member) };
    const person = await personIn(here, owner as Member, "Ada");
    const other = await personIn(here, owner as Member, "Ada again");
    const send = async (method: string, url: string, cookie?: string, body?: unknown) =>
      ask(here, { method, url, cookie, body });
    const of = (address: string, names = {}) => to(address, { person, ...names });
    const write = { kind: "note/written", body: { text: health } };
    await send("GET", at.people, by.owner);
    await send("GET", of(at.person), by.owner);
    await send("POST", of(at.operations), by.owner, write);
    await send("GET", `${of(at.export)}?as=csv`, by.owner);
    await send("GET", of(at.person), by.therapist);
    await send("POST", of(at.glass), by.therapist, { reason: `She called: ${health}` });
    await send("GET", of(at.person), by.therapist);
    await send("POST", of(at.operations), by.therapist, write);
    // An id that is guessed is refused, and stands there too.
    await send("GET", to(at.person, { person: uuidv4() }), by.therapist);
    await send("DELETE", to(at.session, { id: uuidv4() }), by.therapist);
    const [device, record] = [uuidv4(), uuidv4()];
    const token = await joinTokenOf(here, owner as Member, person);
    const joined = await send("POST", homeAddresses.join, undefined, { token, device, person: record, name: "Phone" });
    const phone = /^[^;]+/.exec(String(joined.headers["set-cookie"]))?.[0];
    const body = { session: uuidv7(), heaviness: 1, pain: 1, tightness: 1, note: health };
    const given = {
      id: uuidv7(),
      person: record,
      device,
      at: new Date().toISOString(),
      kind: "session/rated" as const,
      body,
    };
    const push = { format: pushFormat, device, operations: [nextOperation(given, emptyHead)] };
    await send("POST", homeAddresses.push, phone, push);
    await send("GET", homeAddresses.pull, phone);
    await send("POST", homeAddresses.push, phone, { ...push, device: uuidv4() });
    await send("POST", of(at.merge), by.owner, { other, reason: `Both have ${health}` });
    for (let n = 0; n < 6; n++)
      await send("POST", at.signIn, undefined, { email: therapist?.email, password: "wrong" });
    await send("POST", of(at.erase), by.owner, { name: "Somebody else", reason: "She asked." });
    await send("POST", at.auditVerify, by.owner);
    const entries = await trail();
    const who = new Map([
      [owner?.account, "owner"],
      [therapist?.account, "therapist"],
      [device, "phone"],
    ]);
    const told = entries.map(({ actor, action, outcome, person: about }) => {
      return `${who.get(actor)} ${action} ${outcome}${about === person ? " of her" : ""}`;
    });
    expect(told).toEqual([
      "owner people.list done",
      "owner person.read done of her",
      "owner note.write done of her",
      "owner person.export done of her",
      "therapist person.read refused of her",
      "therapist glass.open done of her",
      "therapist person.read done of her",
      "therapist note.write refused of her",
      "therapist person.read refused",
      "therapist session.revoke refused",
      "phone home.join done of her",
      "phone home.push done of her",
      "phone home.pull done of her",
      "phone home.push refused of her",
      "owner person.merge done of her",
      ...Array.from({ length: 6 }, () => "therapist session.begin refused"),
      "owner person.erase refused of her",
      "owner audit.verify done",
    ]);
    expect(JSON.stringify(entries)).not.toMatch(/erysipelas|left arm|Ada/);
    expect(entries.find(({ detail }) => detail.includes("too-often"))).toBeDefined();
  });

  test("a reason is read again by whoever may, until the person is erased", async () => {
    const cookie = await sessionOf(here, owner as Member);
    const person = await personIn(here, owner as Member, "Eve");
    const opened = { method: "POST", url: to(at.glass, { person }), body: { reason: `She called: ${health}` } };
    await ask(here, { ...opened, cookie: await sessionOf(here, therapist as Member) });
    const read = async () => {
      const { entries } = (await ask(here, { method: "GET", url: at.audit, cookie })).json();
      return entries.find(({ action }: { action: string }) => action === "glass.open").detail.reason;
    };
    expect(await read()).toBe(`She called: ${health}`);
    await ask(here, {
      method: "POST",
      url: to(at.erase, { person }),
      cookie,
      body: { name: "Eve", reason: "She asked." },
    });
    expect(await read()).toBe("erased");
  });

  /** What the verifier says of a trail that somebody changed; the change is taken back. */
  async function verdictAfter(change: (trx: Work) => Promise<unknown>): Promise<AuditVerdict> {
    let verdict: AuditVerdict | undefined;
    const back = new Error("taken back");
    const changed = inServer(async (trx) => {
      await change(trx);
      verdict = await verifyAudit(trx, clinic);
      throw back;
    });
    await expect(changed).rejects.toBe(back);
    return verdict as AuditVerdict;
  }

  const other = (value: unknown): string | number =>
    typeof value === "number" ? value + 1_000_000 : `${String(value ?? "").slice(0, -1)}~`;

  test("a change of any column of any entry is named by its number", async () => {
    const entries = await trail();
    expect(await inServer((trx) => verifyAudit(trx, clinic))).toEqual({ whole: true, entries: entries.length });
    const columns = Object.keys(entries[0] ?? {}) as (keyof Row<"audit">)[];
    expect(columns).toHaveLength(11);
    const where = (trx: Work, number: number) =>
      trx.updateTable("audit").where("clinic", "=", clinic).where("number", "=", number);
    const property = fc.asyncProperty(
      fc.constantFrom(...columns),
      fc.constantFrom(...entries),
      async (column, entry) => {
        const change = { [column]: other(entry[column]) };
        const verdict = await verdictAfter((trx) => where(trx, entry.number).set(change).execute());
        expect(verdict, column).toMatchObject({ whole: false, at: entry.number });
      },
    );
    await fc.assert(property, {
      seed: 20261127,
      numRuns: 60,
      examples: columns.map((column) => [column, entries[2] as Row<"audit">]),
    });
  });

  test("an entry that is taken out, put in, moved, or cut off at the end is named by its number", async () => {
    const entries = await trail();
    const last = entries.length;
    const of = (trx: Work) => trx.deleteFrom("audit").where("clinic", "=", clinic);
    expect(await verdictAfter((trx) => of(trx).where("number", "=", 4).execute())).toMatchObject({ at: 4 });
    expect(
      await verdictAfter((trx) =>
        of(trx)
          .where("number", ">", last - 2)
          .execute(),
      ),
    ).toMatchObject({ at: last - 1 });
    expect(await verdictAfter((trx) => of(trx).execute())).toMatchObject({ at: 1 });
    const renumber = (trx: Work, from: number, number: number) =>
      trx.updateTable("audit").set({ number }).where("clinic", "=", clinic).where("number", "=", from).execute();
    const swap = async (trx: Work) => {
      await renumber(trx, 5, 1_000_000);
      await renumber(trx, 6, 5);
      await renumber(trx, 1_000_000, 6);
    };
    expect(await verdictAfter(swap)).toMatchObject({ at: 5 });
    const forged = { ...(entries.at(-1) as Row<"audit">), number: last + 1 };
    const put = (trx: Work) => trx.insertInto("audit").values(forged).execute();
    expect(await verdictAfter(put)).toMatchObject({ at: last + 1 });
    const head = (trx: Work) =>
      trx
        .updateTable("clinic")
        .set({ audit_hash: "0".repeat(64) })
        .where("id", "=", clinic)
        .execute();
    expect(await verdictAfter(head)).toMatchObject({ at: last });
  });
});
