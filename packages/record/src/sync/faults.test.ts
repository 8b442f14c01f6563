/**
 * A phone, a network and a server, each failing at any step: whatever the phone has shown as saved is on the server exactly
 * once when all is well again, or is shown as refused.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { emptyHead, type Head, headOf, nextOperation } from "../operation/operation.ts";
import { bodyOf, uuid } from "../testing/happenings.ts";
import { type TestServer, testServer } from "../testing/server.ts";
import type { Push, PushReply } from "./messages.ts";
import { applyReply, nextPush, type Own, type Standing } from "./outbox.ts";

const people = [uuid(1, 1), uuid(2, 1)] as const;
const devices = [uuid(1, 2), uuid(2, 2)] as const;

/** What lies on the phone's disk, and what the screen has said. */
interface Phone {
  own: Own[];
  head: Head;
  readonly shownAsSaved: Set<string>;
}

const at = (clock: number): string => `${2026 + clock}-11-26T21:00:00+01:00`;

type Fault =
  | {
      readonly do: "write";
      readonly who: 0 | 1;
      readonly dies: "no" | "before" | "after";
      readonly bad: boolean;
      readonly clock: -1 | 0 | 1;
    }
  | { readonly do: "send"; readonly who: 0 | 1; readonly as: 0 | 1 }
  | {
      readonly do: "deliver";
      readonly which: number;
      readonly twice: boolean;
      readonly dies: "no" | "before" | "after";
    }
  | { readonly do: "answer"; readonly which: number; readonly twice: boolean }
  | { readonly do: "drop"; readonly which: number }
  | { readonly do: "cut"; readonly which: number; readonly keep: number };

const who = fc.constantFrom<0 | 1>(0, 1);
const dies = fc.constantFrom<"no" | "before" | "after">("no", "no", "no", "before", "after");
const which = fc.nat(5);
const fault: fc.Arbitrary<Fault> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant("write" as const),
      who,
      dies,
      bad: fc.integer({ max: 9, min: 0 }).map((n) => n === 0),
      clock: fc.constantFrom<-1 | 0 | 1>(-1, 0, 0, 1),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("send" as const), who, as: who }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("deliver" as const), which, twice: fc.boolean(), dies }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("answer" as const), which, twice: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("drop" as const), which }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("cut" as const), which, keep: fc.nat(3) }) },
);

interface World {
  readonly server: TestServer;
  readonly phones: readonly [Phone, Phone];
  /** Messages on their way, in any order. */
  readonly sent: { readonly push: Push; readonly as: string }[];
  readonly replies: { readonly to: 0 | 1; readonly reply: PushReply }[];
  written: number;
}

function write(world: World, { who, dies, bad, clock }: Extract<Fault, { do: "write" }>): void {
  const phone = world.phones[who];
  world.written += 1;
  const body = bad ? { ...bodyOf["session/rated"], pain: 99 } : bodyOf["session/rated"];
  const happening = {
    id: uuid(world.written),
    person: people[who],
    device: devices[who],
    at: at(clock),
    kind: "session/rated" as const,
    body,
  };
  const operation = nextOperation(happening, phone.head);
  if (dies === "before") return;
  phone.own = [...phone.own, { operation, standing: { state: "waiting" } }];
  phone.head = headOf(operation);
  if (dies === "after") return;
  const readBack = phone.own.find((each) => each.operation.id === operation.id);
  if (readBack?.operation.hash === operation.hash) phone.shownAsSaved.add(operation.id);
}

function deliver(world: World, message: World["sent"][number], dies: "no" | "before" | "after"): void {
  const answered = world.server.push(message.push, message.as);
  if (answered === undefined || dies === "before") return;
  answered.commit();
  if (dies === "after") return;
  world.replies.push({
    to: devices.indexOf(message.push.device as (typeof devices)[0]) as 0 | 1,
    reply: answered.reply,
  });
}

function answer(world: World, { to, reply }: World["replies"][number]): void {
  const phone = world.phones[to];
  const changes = new Map<string, Standing>(
    applyReply(phone.own, reply).changes.map(({ id, standing }) => [id, standing]),
  );
  phone.own = phone.own.map((each) => ({ ...each, standing: changes.get(each.operation.id) ?? each.standing }));
}

/** Place of a message among those on their way. */
const placeIn = (list: readonly unknown[], which: number): number => which % Math.max(1, list.length);

function step(world: World, fault: Fault): void {
  if (fault.do === "write") write(world, fault);
  if (fault.do === "send") {
    const push = nextPush(world.phones[fault.who].own);
    if (push !== undefined) world.sent.push({ push, as: people[fault.as] });
  }
  if (fault.do === "drop") world.sent.splice(placeIn(world.sent, fault.which), 1);
  if (fault.do === "answer") {
    const place = placeIn(world.replies, fault.which);
    const found = world.replies[place];
    if (!fault.twice) world.replies.splice(place, 1);
    if (found !== undefined) answer(world, found);
  }
  if (fault.do !== "deliver" && fault.do !== "cut") return;
  const place = placeIn(world.sent, fault.which);
  const found = world.sent[place];
  if (found === undefined) return;
  if (fault.do === "cut") {
    const operations = found.push.operations.slice(0, Math.max(1, fault.keep));
    world.sent[place] = { ...found, push: { ...found.push, operations } };
    return;
  }
  if (!fault.twice) world.sent.splice(place, 1);
  deliver(world, found, fault.dies);
}

/** The network is back and everybody signs in as themselves: push until nothing waits. */
function settle(world: World): void {
  for (const who of [0, 1] as const) {
    for (let turn = 0; turn < 1000; turn++) {
      const push = nextPush(world.phones[who].own);
      if (push === undefined) break;
      deliver(world, { push, as: people[who] }, "no");
      for (const reply of world.replies.splice(0)) answer(world, reply);
    }
  }
}

function newWorld(): World {
  const phone = (): Phone => ({ own: [], head: emptyHead, shownAsSaved: new Set() });
  const owners = new Map(devices.map((device, n) => [device, people[n]!]));
  return { server: testServer(owners), phones: [phone(), phone()], sent: [], replies: [], written: 0 };
}

describe("what was shown as saved", () => {
  it("is on the server exactly once in the end, under its own person, or is shown as refused", () => {
    fc.assert(
      fc.property(fc.array(fault, { maxLength: 120, size: "max" }), (faults) => {
        const world = newWorld();
        for (const each of faults) step(world, each);
        settle(world);
        const taken = world.server.taken();
        const times = (id: string) => taken.filter(({ operation }) => operation.id === id).length;
        for (const { own, shownAsSaved } of world.phones) {
          const standing = new Map(own.map((each) => [each.operation.id, each.standing.state]));
          for (const id of shownAsSaved)
            expect([id, standing.get(id), times(id)]).toEqual([
              id,
              ...(times(id) === 1 ? ["taken", 1] : ["refused", 0]),
            ]);
          expect(own.every((each) => each.standing.state !== "waiting")).toBe(true);
        }
        for (const { operation } of taken)
          expect(people[devices.indexOf(operation.device as never)]).toBe(operation.person);
        expect(taken.map(({ arrival }) => arrival)).toEqual(taken.map((_, n) => n + 1));
      }),
      { seed: 8, numRuns: 1500 },
    );
  });

  it("is sent again when the server was set back, and both sides are told", () => {
    const world = newWorld();
    for (let n = 0; n < 6; n++) write(world, { do: "write", who: 0, dies: "no", bad: false, clock: 0 });
    const early = world.server.state;
    settle(world);
    const [phone] = world.phones;
    world.server.state = early;
    write(world, { do: "write", who: 0, dies: "no", bad: false, clock: 0 });
    const push = nextPush(phone.own)!;
    const { reply } = world.server.push(push, people[0])!;
    const { agreement, changes } = applyReply(phone.own, reply);
    expect(agreement).toEqual({ kind: "server-behind", from: 1 });
    expect(changes).toHaveLength(6);
    world.replies.push({ to: 0, reply });
    answer(world, world.replies.pop()!);
    settle(world);
    expect(world.server.taken()).toHaveLength(7);
  });

  it("of a copied phone is told apart: the same number with two meanings is a fork, and nothing is mixed", () => {
    const world = newWorld();
    const [phone] = world.phones;
    write(world, { do: "write", who: 0, dies: "no", bad: false, clock: 0 });
    const copy: Phone = { own: [...phone.own], head: phone.head, shownAsSaved: new Set() };
    write(world, { do: "write", who: 0, dies: "no", bad: false, clock: 0 });
    settle(world);
    const both: World = { ...world, phones: [copy, world.phones[1]] };
    write(both, { do: "write", who: 0, dies: "no", bad: false, clock: 1 });
    deliver(both, { push: nextPush(copy.own)!, as: people[0] }, "no");
    const { reply } = both.replies.pop()!;
    const { agreement, changes } = applyReply(copy.own, reply);
    expect(agreement).toEqual({ kind: "fork", at: 2 });
    expect(changes.find(({ id }) => id === copy.own[1]!.operation.id)?.standing).toMatchObject({
      state: "refused",
      refusal: "fork",
    });
    expect(world.server.taken()).toHaveLength(2);
  });
});
