/**
 * Two phones, a network and a real server on a real store, each failing at any step: whatever a phone has written is in the
 * store exactly once when all is well again, under its own person, or the phone shows it as refused.
 *
 * The same faults as in packages/record/src/sync/faults.test.ts, over HTTP: answers lost after the commit, messages
 * doubled, out of order and cut, two at once, under the other phone's sign-in, and the server closed and opened in between.
 */
import type { Push, PushReply } from "@openlymph/record";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { examine } from "../src/store/doctor.ts";
import { phoneOf, type TestPhone } from "../src/testing/phone.ts";
import { makeWorld } from "../src/testing/world.ts";
import { newPlace, openServer, type Place, storeKinds, type TestServer } from "./open-server.ts";

const who = fc.constantFrom<0 | 1>(0, 1);
const which = fc.nat(4);
const fault = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant("write" as const), who, bad: fc.nat(8), year: fc.nat(2) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("send" as const), who, as: who }) },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant("deliver" as const), which, twice: fc.boolean(), lost: fc.boolean() }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("deliver two" as const), which }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("answer" as const), which, twice: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("cut" as const), which, keep: fc.integer({ min: 1, max: 3 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("drop" as const), which }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("restart" as const) }) },
);
type Fault = typeof fault extends fc.Arbitrary<infer T> ? T : never;

interface Message {
  readonly of: 0 | 1;
  readonly as: 0 | 1;
  readonly push: Push;
}

const placeIn = (list: readonly unknown[], n: number): number => n % Math.max(1, list.length);

describe.each(storeKinds)("on %s", (kind) => {
  let place: Place;
  let server: TestServer;
  let restarts = 0;
  beforeAll(async () => {
    place = await newPlace(kind);
    server = await openServer(place);
  });
  afterAll(() => server.close());

  async function network(phones: readonly [TestPhone, TestPhone]) {
    const sent: Message[] = [];
    const replies: { readonly to: 0 | 1; readonly reply: PushReply }[] = [];
    const deliver = async ({ of, as, push }: Message, lost: boolean): Promise<void> => {
      const { status, reply } = await phones[of].send(server.origin, push, phones[as].joining.token);
      expect([of === as, status]).toEqual([of === as, of === as ? 200 : 403]);
      if (reply !== undefined && !lost) replies.push({ to: of, reply });
    };
    const steps = {
      write({ who: of, bad, year }: Extract<Fault, { do: "write" }>) {
        const pain = bad === 0 ? 99 : 1;
        const body = { session: phones[of].joining.known, heaviness: 4, pain, tightness: 2 };
        phones[of].write("session/rated", body, `${2025 + year}-11-26T21:00:00+01:00`);
      },
      send({ who: of, as }: Extract<Fault, { do: "send" }>) {
        const push = phones[of].next();
        if (push !== undefined) sent.push({ of, as, push });
      },
      async deliver({ which: n, twice, lost }: Extract<Fault, { do: "deliver" }>) {
        const at = placeIn(sent, n);
        const found = sent[at];
        if (!twice) sent.splice(at, 1);
        if (found !== undefined) await deliver(found, lost);
      },
      async "deliver two"({ which: n }: Extract<Fault, { do: "deliver two" }>) {
        const two = [sent[placeIn(sent, n)], sent[placeIn(sent, n + 1)]].filter((each) => each !== undefined);
        await Promise.all(two.map((each) => deliver(each, false)));
      },
      answer({ which: n, twice }: Extract<Fault, { do: "answer" }>) {
        const at = placeIn(replies, n);
        const found = replies[at];
        if (!twice) replies.splice(at, 1);
        if (found !== undefined) phones[found.to].take(found.reply);
      },
      cut({ which: n, keep }: Extract<Fault, { do: "cut" }>) {
        const at = placeIn(sent, n);
        const found = sent[at];
        if (found === undefined) return;
        sent[at] = { ...found, push: { ...found.push, operations: found.push.operations.slice(0, keep) } };
      },
      drop({ which: n }: Extract<Fault, { do: "drop" }>) {
        sent.splice(placeIn(sent, n), 1);
      },
      async restart() {
        await server.close();
        server = await openServer(place);
        restarts += 1;
      },
    };
    return (each: Fault) => steps[each.do](each as never);
  }

  const timeout = 600_000;
  test("what a phone has written is in the store exactly once in the end, or is shown as refused", {
    timeout,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fault, { minLength: 30, maxLength: 60, size: "max" }), async (faults) => {
        const { joinings } = await makeWorld(server.clinic, 2);
        const phones = joinings.map(phoneOf) as unknown as readonly [TestPhone, TestPhone];
        const step = await network(phones);
        for (const each of faults) await step(each);
        for (const phone of phones) await phone.settle(server.origin);
        for (const { own, joining } of phones) {
          const rows = await server.clinic.store.within({ for: "server" }, (trx) =>
            trx.selectFrom("operation").select(["id", "person"]).where("device", "=", joining.device).execute(),
          );
          const taken = own.filter(({ standing }) => standing.state === "taken").map(({ operation }) => operation.id);
          expect(rows.map(({ id }) => id).sort()).toEqual(taken.sort());
          expect(rows.every(({ person }) => person === joining.known)).toBe(true);
          expect(own.every(({ standing }) => standing.state !== "waiting")).toBe(true);
          const refused = own.filter(({ standing }) => standing.state === "refused");
          expect(refused.every(({ operation }) => (operation.body as { pain?: number }).pain === 99)).toBe(true);
        }
      }),
      { seed: 8, numRuns: kind === "sqlite" ? 20 : 8, endOnFailure: true },
    );
    expect(restarts).toBeGreaterThan(3);
    const findings = await examine(place);
    expect(findings.filter(({ bad, about }) => bad && about !== "disk" && about !== "durability")).toEqual([]);
  });
});
