/** What a clinic does with people: write, read, hand over, hear from the phone, merge, take along, erase. */
import { contentHash, unwrap } from "@openlymph/base";
import {
  type AnyOperation,
  type Body,
  emptyHead,
  foldRecord,
  type Head,
  headOf,
  homeAddresses,
  type Kind,
  nextOperation,
  readOperation,
} from "@openlymph/record";
import { clinicAddresses as at, peopleSchema, personSchema } from "@openlymph/record/clinic";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  addPerson,
  browserOf,
  invited,
  joined,
  newPlace,
  openServer,
  type Phone,
  type Staff,
  setUp,
  storeKinds,
  type TestServer,
  to,
} from "./open-server.ts";

/** Writes what happened on a phone, one after the other. */
function pen({ device, person }: Phone) {
  let head: Head = emptyHead;
  return <K extends Kind>(kind: K, body: Body<K>): AnyOperation => {
    const happening = { id: uuidv7(), person, device, at: new Date().toISOString(), kind, body };
    const operation = nextOperation(happening, head) as AnyOperation;
    head = headOf(operation);
    return operation;
  };
}
const push = (phone: Phone, operations: readonly unknown[]) =>
  phone.browser.post(homeAddresses.push, { format: "openlymph/push@1", device: phone.device, operations });
const pull = (phone: Phone, after = 0) => phone.browser.get(`${homeAddresses.pull}?after=${after}`);

const plan = { plan: contentHash("plan"), title: "Arm", text: "format: openlymph/plan@1" };
const answers = { answers: { d1: "no" as const }, action: "INFO", reasons: [], rulesVersion: 1, locks: false };

describe.each(storeKinds)("on %s", (kind) => {
  let server: TestServer;
  let owner: Staff;
  let therapist: Staff;

  beforeAll(async () => {
    server = await openServer(await newPlace(kind));
    owner = await setUp(server);
    therapist = await invited(server, owner, "therapist");
  });
  afterAll(() => server.close());

  const write = ({ browser }: Staff, person: string, kind: Kind, body: object) =>
    browser.post(to(at.operations, { person }), { kind, body });
  const recordOf = async ({ browser }: Staff, person: string) => {
    const { body } = await browser.get(to(at.person, { person }));
    const reply = personSchema.parse(body);
    const placed = reply.operations.map(({ arrival, operation }) => ({
      arrival,
      operation: unwrap(readOperation(operation)),
    }));
    return { reply, record: foldRecord(placed, reply.person) };
  };

  test("what is written is signed by the server with who asked, whatever the page says", async () => {
    const person = await addPerson(therapist);
    const forged = { account: owner.me.account, name: "Olga Owner", role: "owner" };
    await write(therapist, person, "note/written", { text: "Soft skin.", by: forged });
    const { record, reply } = await recordOf(therapist, person);
    expect(record.person?.name).toBe("Maria Example");
    expect(record.notes[0]).toMatchObject({
      text: "Soft skin.",
      by: { account: therapist.me.account, role: "therapist" },
    });
    expect(reply.team).toEqual([{ account: therapist.me.account, name: "Some therapist" }]);
  });

  test("a body that its kind forbids, and a kind only phones write, are refused and leave nothing", async () => {
    const person = await addPerson(therapist);
    const wrong = await write(therapist, person, "measurement/taken", {
      limb: "tail",
      protocol: "x",
      left: [],
      right: [],
    });
    expect([wrong.status, wrong.body.code]).toEqual([400, "invalid"]);
    const phones = await write(therapist, person, "session/begun", {});
    expect(phones.body.detail).toContain("session/begun");
    const emergency = {
      text: "x",
      action: "EMERGENCY",
      reasons: ["sepsis"],
      rulesVersion: 1,
      override: { why: "I say so" },
    };
    expect((await write(therapist, person, "screening/kept", emergency)).status).toBe(403);
    const { reply } = await recordOf(therapist, person);
    expect(reply.operations).toHaveLength(1);
  });

  test("from the therapist to the phone and back: a plan, a session, and what stands on the worklist", async () => {
    const person = await addPerson(therapist, "Nora North");
    const phone = await joined(server, therapist, person);
    await write(therapist, person, "plan/released", plan);
    const given = await pull(phone);
    const kinds = given.body.operations.map(({ operation }: { operation: AnyOperation }) => operation.kind);
    expect(kinds).toEqual(["clinic/described", "plan/released"]);
    expect((await pull(phone, given.body.cursor)).body.operations).toEqual([]);

    const happened = pen(phone);
    const check = happened("check/answered", {
      ...answers,
      answers: { d1: "yes" },
      reasons: ["cellulitis"],
      locks: true,
    });
    const pushed = await push(phone, [check]);
    expect(pushed.body.answers).toMatchObject([{ id: check.id, taken: true, hash: check.hash }]);
    // Sent again, because the answer was lost: the same answer, and once in the record.
    expect((await push(phone, [check])).body).toEqual(pushed.body);

    const line = async () => {
      const { people } = peopleSchema.parse((await therapist.browser.get(at.people)).body);
      return people.find((each) => each.person === person);
    };
    expect((await line())?.items[0]).toMatchObject({ rule: "check-locked", urgency: "now" });
    await write(therapist, person, "check/cleared", { check: check.id, who: "Dr. Example" });
    const cleared = await pull(phone, given.body.cursor);
    expect(cleared.body.operations[0].operation.body).toMatchObject({ check: check.id, who: "Dr. Example" });
    expect((await line())?.items.map(({ rule }) => rule)).toEqual(["no-screening"]);
  });

  test("a gap and a copy of a phone are seen on both sides; nothing is mixed", async () => {
    const person = await addPerson(therapist);
    const phone = await joined(server, therapist, person);
    const happened = pen(phone);
    const [one, two, three] = [1, 2, 3].map((n) => happened("setting/changed", { key: "voice", value: n }));
    const gap = await push(phone, [one, three]);
    expect(gap.body.head.sequence).toBe(1);
    expect((await recordOf(therapist, person)).reply.devices[0]).toMatchObject({ whole: 1, trouble: "gap" });
    await push(phone, [two, three]);
    expect((await recordOf(therapist, person)).reply.devices[0]).toMatchObject({ whole: 3 });
    const copy = pen(phone);
    copy("setting/changed", { key: "voice", value: 1 });
    const fork = await push(phone, [copy("setting/changed", { key: "click", value: true })]);
    expect(fork.body.answers[0]).toMatchObject({ taken: false, refused: "fork" });
    expect((await recordOf(therapist, person)).reply.devices[0]).toMatchObject({ whole: 3, trouble: "fork" });
  });

  test("a link counts once; a revoked phone is out; a phone of somebody else is not taken over", async () => {
    const person = await addPerson(therapist);
    const { body } = await therapist.browser.post(to(at.join, { person }));
    const token = body.link.split("=")[1];
    const phone = await joined(server, therapist, await addPerson(therapist, "Other"));
    const old = await browserOf(server).post(homeAddresses.join, {
      token,
      device: phone.device,
      person: phone.person,
      name: "P",
    });
    expect([old.status, old.body.code]).toEqual([409, "conflict"]);
    const fresh = { browser: browserOf(server), device: uuidv7(), person: uuidv7() };
    const about = { token, device: fresh.device, person: fresh.person, name: "P" };
    expect((await fresh.browser.post(homeAddresses.join, about)).body.name).toBe("Maria Example");
    expect((await browserOf(server).post(homeAddresses.join, { ...about, device: uuidv7() })).status).toBe(404);
    const operation = pen(fresh)("check/answered", answers);
    expect((await push(phone, [operation])).body.answers).toEqual([]);
    expect((await push({ ...phone, device: fresh.device }, [operation])).status).toBe(403);
    await therapist.browser.delete(to(at.device, { person, device: fresh.device }));
    expect((await push(fresh, [operation])).status).toBe(401);
  });

  test("a record of a person one does not treat opens for an hour with a reason, to read alone", async () => {
    const person = await addPerson(owner, "Quiet One");
    const address = to(at.person, { person });
    expect((await therapist.browser.get(address)).status).toBe(403);
    const { others } = peopleSchema.parse((await therapist.browser.get(at.people)).body);
    expect(others).toContainEqual({ person, name: "Quiet One" });
    await therapist.browser.post(to(at.glass, { person }), { reason: "She stands at the door in pain." });
    expect((await therapist.browser.get(address)).body.glass.reason).toContain("door");
    expect((await write(therapist, person, "note/written", { text: "x" })).status).toBe(403);
    const trail = (await owner.browser.get(to(at.personAudit, { person }))).body.entries;
    expect(trail.map(({ action, outcome }: { action: string; outcome: string }) => `${action} ${outcome}`)).toEqual([
      "note.write refused",
      "person.read done",
      "glass.open done",
      "person.read refused",
      "person.create done",
    ]);
  });

  test("two records of one person become one, and the phones of both go on", async () => {
    const [first, second] = [await addPerson(owner, "Ada One"), await addPerson(owner, "Ada Two")];
    const phone = await joined(server, owner, second);
    const happened = pen(phone);
    await push(phone, [happened("check/answered", answers)]);
    const merged = await owner.browser.post(to(at.merge, { person: first }), {
      other: second,
      reason: "the same woman",
    });
    expect(merged.status).toBe(200);
    await push(phone, [happened("check/answered", answers)]);
    const { record, reply } = await recordOf(owner, first);
    expect(record.checks).toHaveLength(2);
    expect(reply.devices).toHaveLength(1);
    expect((await recordOf(owner, second)).reply.person).toBe(first);
  });

  test("a record that another is joined to keeps its name, everywhere; a later name counts", async () => {
    const [first, second] = [await addPerson(owner, "Kept Name"), await addPerson(owner, "Other Name")];
    await owner.browser.post(to(at.merge, { person: first }), { other: second, reason: "the same man" });
    const named = async () => {
      const { people } = peopleSchema.parse((await owner.browser.get(at.people)).body);
      const line = people.find(({ person }) => person === first);
      const { body } = await owner.browser.post(to(at.join, { person: first }));
      const about = { token: body.link.split("=")[1], device: uuidv7(), person: uuidv7(), name: "P" };
      const joined = await browserOf(server).post(homeAddresses.join, about);
      return [line?.name, joined.body.name, (await recordOf(owner, first)).record.person?.name];
    };
    expect(await named()).toEqual(["Kept Name", "Kept Name", "Kept Name"]);
    await write(owner, first, "person/described", { name: "Later Name", limbs: [], synthetic: true });
    expect(await named()).toEqual(["Later Name", "Later Name", "Later Name"]);
    // Erasing asks for the name as it stands.
    const erased = await owner.browser.post(to(at.erase, { person: first }), { name: "Later Name", reason: "asked" });
    expect(erased.status).toBe(200);
  });

  test("everything of a person is taken along, then erased for good, and both chains still verify", async () => {
    const person = await addPerson(owner, "Eve Erased");
    const phone = await joined(server, owner, person);
    await push(phone, [
      pen(phone)("session/rated", { session: uuidv7(), heaviness: 3, pain: 1, tightness: 2, note: "=1+1" }),
    ]);
    const json = await owner.browser.get(`${to(at.export, { person })}?as=json`);
    expect(json.body.operations.map(({ operation }: { operation: AnyOperation }) => operation.kind)).toEqual([
      "person/described",
      "clinic/described",
      "session/rated",
    ]);
    const csv = await owner.browser.get(`${to(at.export, { person })}?as=csv`);
    expect(csv.body).toContain("note,'=1+1");
    const pdf = await owner.browser.get(`${to(at.export, { person })}?as=pdf`);
    expect([pdf.headers.get("content-type"), pdf.body.slice(0, 5)]).toEqual(["application/pdf", "%PDF-"]);
    const other = await owner.browser.get(`${to(at.export, { person })}?as=__proto__`);
    expect(other.status).toBe(400);
    const wrong = await owner.browser.post(to(at.erase, { person }), { name: "Eve", reason: "she asked" });
    expect(wrong.status).toBe(400);
    const erased = await owner.browser.post(to(at.erase, { person }), { name: "Eve Erased", reason: "she asked" });
    expect(erased.body).toMatchObject({ operations: 3, devices: 1 });
    expect((await owner.browser.get(to(at.person, { person }))).status).toBe(404);
    expect((await pull(phone)).status).toBe(401);
    const { key } = await server.clinic.store.within({ for: "server" }, (trx) =>
      trx.selectFrom("person").select("key").where("id", "=", person).executeTakeFirstOrThrow(),
    );
    expect(key).toBeNull();
    expect((await owner.browser.post(at.auditVerify)).body).toMatchObject({ whole: true });
  });
});
