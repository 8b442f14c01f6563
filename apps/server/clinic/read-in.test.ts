/** A phone that does not reach the clinic: its file is read in by hand, once, and by nobody for somebody else. */

import { unwrap } from "@openlymph/base";
import {
  emptyHead,
  homeAddresses,
  operationHash,
  type Push,
  readUnsentFile,
  unsentFile,
  unsentFormat,
} from "@openlymph/record";
import { clinicAddresses as at, personSchema } from "@openlymph/record/clinic";
import { v4 as uuidv4 } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { phoneOf } from "../src/testing/phone.ts";
import {
  addPerson,
  invited,
  joined,
  newPlace,
  openServer,
  type Phone,
  type Reply,
  type Staff,
  setUp,
  storeKinds,
  type TestServer,
  to,
} from "./open-server.ts";

type Written = ReturnType<typeof phoneOf>;
type File = { readonly device: string; readonly operations: readonly object[] };

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

  /** A person of the therapist with a phone, and what the phone writes. */
  async function withPhone(name?: string) {
    const person = await addPerson(therapist, name);
    const phone = await joined(server, therapist, person);
    return { person, phone, wrote: phoneOf({ ...phone, token: "", known: person }) };
  }
  const fileOf = ({ own }: Written): File => unsentFile(own) ?? { device: "", operations: [] };
  const readIn = (person: string, file: File, { browser }: Staff = therapist): Promise<Reply> =>
    browser.post(to(at.phoneFile, { person }), { format: unsentFormat, ...file });
  const push = async ({ browser }: Phone, wrote: Written): Promise<Reply> => {
    const reply = await browser.post(homeAddresses.push, wrote.next() as Push);
    wrote.take(reply.body);
    return reply;
  };
  const recordOf = async (person: string) =>
    personSchema.parse((await owner.browser.get(to(at.person, { person }))).body);
  const sequencesOf = async (person: string, device: string): Promise<readonly number[]> => {
    const rows = await server.clinic.store.within({ for: "server" }, (trx) =>
      trx
        .selectFrom("operation")
        .select("sequence")
        .where("person", "=", person)
        .where("device", "=", device)
        .orderBy("arrival")
        .execute(),
    );
    return rows.map(({ sequence }) => sequence);
  };
  const upTo = (n: number): readonly number[] => Array.from({ length: n }, (_, at) => at + 1);

  test("what is new is taken once; the phone is told so at its next push, and nothing is doubled", async () => {
    const { person, phone, wrote } = await withPhone();
    wrote.writeSession(3);
    await push(phone, wrote);
    const { lastHeard } = (await recordOf(person)).devices[0] ?? {};
    wrote.writeSession(4);
    const file = fileOf(wrote);
    expect(file.operations).toHaveLength(6);
    expect((await readIn(person, file)).body).toEqual({ name: "A phone", taken: 6, known: 0, refused: [] });
    expect((await readIn(person, file)).body).toMatchObject({ taken: 0, known: 6 });
    // It was not the phone that was heard.
    expect((await recordOf(person)).devices[0]).toMatchObject({ whole: 11, lastHeard });

    wrote.write("setting/changed", { key: "voice", value: true });
    const { body } = await push(phone, wrote);
    expect(body.answers.map(({ taken }: { taken: boolean }) => taken)).toEqual(Array(7).fill(true));
    expect(wrote.own.every(({ standing }) => standing.state === "taken")).toBe(true);
    expect(await sequencesOf(person, phone.device)).toEqual(upTo(12));
  });

  test("a file that is longer than a message is read in part after part", async () => {
    const { person, phone, wrote } = await withPhone();
    wrote.writeSession(448);
    const text = JSON.stringify(unsentFile(wrote.own), null, 1);
    const parts = unwrap(readUnsentFile(text, "file.json"));
    expect(parts.length).toBeGreaterThan(1);
    for (const part of parts) expect((await readIn(person, part as File)).status).toBe(200);
    expect(await sequencesOf(person, phone.device)).toEqual(upTo(450));
  });

  test("what the server refuses of a push it refuses of a file: kept, told, and the chain goes on", async () => {
    const { person, phone, wrote } = await withPhone();
    wrote.write("check/cleared", { check: uuidv4(), who: "x", by: { account: uuidv4(), name: "x", role: "owner" } });
    wrote.write("setting/changed", { key: "voice", value: true });
    const { body } = await readIn(person, fileOf(wrote));
    expect(body).toMatchObject({ taken: 1, refused: [{ sequence: 1, refusal: "invalid" }] });
    expect((await recordOf(person)).refused).toMatchObject([{ sequence: 1, refusal: "invalid" }]);
    await push(phone, wrote);
    expect(wrote.own.map(({ standing }) => standing.state)).toEqual(["refused", "taken"]);
  });

  /** That it was refused, why, that nothing of it is there, and that the phone's own push is still taken. */
  async function refused(person: string, file: File, failure: string, by = therapist): Promise<void> {
    const rows = () =>
      server.clinic.store.within({ for: "server" }, async (trx) => [
        await trx.selectFrom("operation").select("id").execute(),
        await trx.selectFrom("refusal").select("id").execute(),
        await trx.selectFrom("device").selectAll().orderBy("id").execute(),
      ]);
    const before = await rows();
    const { status, body } = await readIn(person, file, by);
    expect([status, body.failure], body.detail).toEqual([failure.startsWith("access/") ? 403 : 400, failure]);
    expect(await rows()).toEqual(before);
    const trail = (await owner.browser.get(to(at.personAudit, { person }))).body.entries;
    expect(trail[0]).toMatchObject({ action: "device.read-in", outcome: "refused", detail: { code: failure } });
  }

  test("what was altered, torn out of its middle, or written by a copy is refused as a whole", async () => {
    const { person, phone, wrote } = await withPhone();
    wrote.writeSession(3);
    const file = fileOf(wrote);
    const [first, second, ...rest] = file.operations as [object, { body: object }, ...object[]];
    const altered = { ...second, body: { ...second.body, lasted: 9 } };
    await refused(person, { ...file, operations: [first, altered, ...rest] }, "record/altered");
    await refused(person, { ...file, operations: [first, { id: "x" }, ...rest] }, "record/altered");
    await refused(person, { ...file, operations: [first, ...rest] }, "record/gap");
    await refused(person, { ...file, operations: [second, ...rest] }, "record/gap");
    const copy = phoneOf({ ...phone, token: "", known: person });
    copy.writeSession(1);
    await readIn(person, fileOf(copy));
    await refused(person, file, "record/fork");
  });

  test("an altered file leaves no mark under the hash of what the phone wrote", async () => {
    const { person, phone, wrote } = await withPhone();
    wrote.writeSession(1);
    const file = fileOf(wrote);
    const [first, ...rest] = file.operations as [{ body: object }, ...object[]];
    await readIn(person, { ...file, operations: [{ ...first, body: { ...first.body, strokes: 7 } }, ...rest] });
    await push(phone, wrote);
    expect(wrote.own.map(({ standing }) => standing.state)).toEqual(["taken", "taken", "taken"]);
  });

  test("a phone of somebody else, of nobody, or entries of another record: refused in the same words", async () => {
    const [own, other] = [await withPhone(), await withPhone("Somebody Else")];
    other.wrote.writeSession(1);
    await refused(own.person, fileOf(other.wrote), "record/other-person");
    const nobody = phoneOf({ device: uuidv4(), person: own.phone.person, token: "", known: "" });
    nobody.writeSession(1);
    await refused(own.person, fileOf(nobody), "record/other-person");
    const stranger = phoneOf({ device: own.phone.device, person: other.phone.person, token: "", known: "" });
    stranger.writeSession(1);
    await refused(own.person, fileOf(stranger), "record/other-person");
    const told = await Promise.all([fileOf(other.wrote), fileOf(nobody)].map((file) => readIn(own.person, file)));
    expect(new Set(told.map(({ body }) => body.detail)).size).toBe(1);
  });

  test("the file of a phone that was revoked is taken, and it is told that it was", async () => {
    const { person, phone, wrote } = await withPhone();
    wrote.writeSession(1);
    await therapist.browser.delete(to(at.device, { person, device: phone.device }));
    expect((await push(phone, wrote).catch(() => undefined))?.status ?? 401).toBe(401);
    const { body } = await readIn(person, fileOf(wrote));
    expect(body).toMatchObject({ taken: 3, revoked: expect.any(Number) });
    const [entry] = (await owner.browser.get(to(at.personAudit, { person }))).body.entries;
    expect(entry).toMatchObject({
      action: "device.read-in",
      detail: { device: phone.device, taken: 3, revoked: true },
    });
  });

  test("after a merge the file of the other record's phone is of the one that is left", async () => {
    const [first, second] = [await withPhone("Ada One"), await withPhone("Ada Two")];
    second.wrote.writeSession(1);
    await owner.browser.post(to(at.merge, { person: first.person }), { other: second.person, reason: "the same" });
    expect((await readIn(first.person, fileOf(second.wrote))).body).toMatchObject({ taken: 3 });
  });

  test("a correct hash of a changed entry does not help: it no longer follows, or what follows does not", async () => {
    const { person, wrote } = await withPhone();
    wrote.writeSession(1);
    const file = fileOf(wrote);
    const [first, ...rest] = file.operations as [Parameters<typeof operationHash>[0], ...object[]];
    const changed = { ...first, previous: emptyHead.hash, at: "2026-01-01T00:00:00Z" };
    const forged = { ...changed, hash: operationHash(changed) };
    await refused(person, { ...file, operations: [forged, ...rest] }, "record/fork");
  });
});
