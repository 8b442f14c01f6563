/** Whose record a phone may join: its own person's, and that of nobody else. */
import { emptyHead, homeAddresses, nextOperation } from "@openlymph/record";
import { clinicAddresses as at } from "@openlymph/record/clinic";
import { v4 as uuidv4, v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  addPerson,
  browserOf,
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

describe.each(storeKinds)("on %s", (kind) => {
  let server: TestServer;
  let owner: Staff;

  beforeAll(async () => {
    server = await openServer(await newPlace(kind));
    owner = await setUp(server);
  });
  afterAll(() => server.close());

  const joinAs = async (phone: Phone, person: string) => {
    const { body } = await owner.browser.post(to(at.join, { person }));
    const about = { token: body.link.split("=")[1], device: phone.device, person: phone.person, name: "P" };
    return phone.browser.post(homeAddresses.join, about);
  };
  const send = ({ browser, device, person }: Phone) => {
    const body = { key: "voice", value: true };
    const happening = {
      id: uuidv7(),
      person,
      device,
      at: "2026-11-26T21:00:00Z",
      kind: "setting/changed",
      body,
    } as const;
    const operations = [nextOperation(happening, emptyHead)];
    return browser.post(homeAddresses.push, { format: "openlymph/push@1", device, operations });
  };

  test("a phone that left before it sent anything may join its own person's record; one that has sent may not", async () => {
    const [wrong, right] = [await addPerson(owner, "Somebody Else"), await addPerson(owner, "Right One")];
    const phone = await joined(server, owner, wrong);
    expect((await joinAs(phone, right)).body.code).toBe("conflict");
    await phone.browser.post(homeAddresses.leave);
    expect((await joinAs(phone, right)).body.name).toBe("Right One");
    expect((await send(phone)).body.answers[0]).toMatchObject({ taken: true });
    await phone.browser.post(homeAddresses.leave);
    expect((await joinAs(phone, wrong)).body.code).toBe("conflict");
    expect((await joinAs(phone, right)).status).toBe(200);
  });

  test("a phone of somebody whose two records became one joins again by a link of the one that is left", async () => {
    const [first, second] = [await addPerson(owner, "Ada One"), await addPerson(owner, "Ada Two")];
    const phone = { browser: browserOf(server), device: uuidv4(), person: uuidv4() };
    await joinAs(phone, second);
    await send(phone);
    await owner.browser.post(to(at.merge, { person: first }), { other: second, reason: "the same woman" });
    await phone.browser.post(homeAddresses.leave);
    expect((await joinAs(phone, first)).status).toBe(200);
    expect((await send(phone)).status).toBe(200);
  });
});
