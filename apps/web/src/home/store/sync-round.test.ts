/** A phone and a server that fail in between: in the end everything is there once, and what they disagree on is said. */
import {
  type AnyOperation,
  homeAddresses as at,
  emptyHead,
  type Head,
  type Held,
  headOf,
  nextOperation,
  type Own,
  type Push,
  pullFormat,
  pushFormat,
  receive,
} from "@openlymph/record";
import { v7 as uuidv7 } from "uuid";
import { describe, expect, it } from "vitest";
import type { Disagreement } from "./database.ts";
import { type Ask, type Asked, type RoundStore, syncRound } from "./sync-round.ts";

const [device, person, clinic] = [uuidv7(), uuidv7(), uuidv7()];

/** A server of one phone, in memory. */
function server() {
  const held = new Map<string, Held>();
  const taken: AnyOperation[] = [];
  const given: { arrival: number; operation: AnyOperation }[] = [];
  let head: Head = emptyHead;
  let arrivals = 0;
  const reply = (body: unknown): Asked => ({ status: 200, body: JSON.parse(JSON.stringify(body)) });
  const ask: Ask = async (_, address, body) => {
    if (address === at.push) {
      const { operations } = body as Push;
      const judged = receive(operations, {
        device,
        person,
        head,
        held: (id) => held.get(id),
        nextArrival: arrivals + 1,
      });
      for (const { raw, answer, operation } of judged.keep) {
        held.set(answer.id, { hash: (raw as AnyOperation).hash, answer });
        if (answer.taken) arrivals = answer.arrival;
        if (operation !== undefined) taken.push(operation);
      }
      head = judged.head;
      return reply({ format: pushFormat, answers: judged.answers, head });
    }
    const after = Number(address.split("=")[1]);
    const found = given.filter(({ arrival }) => arrival > after);
    const cursor = found[0]?.arrival ?? after;
    return reply({ format: pullFormat, operations: found.slice(0, 1), cursor, more: found.length > 1 });
  };
  return {
    taken,
    ask,
    give(n: number) {
      const by = { account: uuidv7(), name: "T", role: "therapist" } as const;
      const body = { by, name: `Clinic ${n}`, contact: "1" };
      const happening = { id: uuidv7(), person, device: clinic, at: "2026-11-26T21:00:00Z" };
      arrivals += 1;
      const operation = nextOperation(
        { ...happening, kind: "clinic/described", body },
        {
          sequence: n - 1,
          hash: "0".repeat(64),
        },
      ) as AnyOperation;
      given.push({ arrival: arrivals, operation });
    },
    setBackTo(sequence: number, hash: string) {
      head = { sequence, hash };
      for (const each of taken.splice(sequence)) held.delete(each.id);
    },
  };
}

function phone() {
  let own: readonly Own[] = [];
  let head: Head = emptyHead;
  let cursor = 0;
  const noted: Disagreement[] = [];
  const store: RoundStore = {
    device,
    own: () => own,
    cursor: () => cursor,
    now: () => ({ ms: 1, at: "2026-11-26T21:00:00Z" }),
    keep: async ({ changes = [], given = [], link }) => {
      const standing = new Map(changes.map((each) => [each.id, each.standing]));
      own = own.map((each) => ({ ...each, standing: standing.get(each.operation.id) ?? each.standing }));
      own = [...own, ...given.map(({ operation, standing: as }): Own => ({ operation, standing: as }))];
      cursor = link.cursor ?? cursor;
      if (link.disagreement !== undefined) noted.push(link.disagreement);
    },
  };
  return {
    store,
    noted,
    states: () => own.map(({ standing }) => standing.state),
    own: () => own,
    write(value: number) {
      const body = { key: "voice", value };
      const happening = {
        id: uuidv7(),
        person,
        device,
        at: "2026-11-26T21:00:00Z",
        kind: "setting/changed",
        body,
      } as const;
      const operation = nextOperation(happening, head) as AnyOperation;
      head = headOf(operation);
      own = [...own, { operation, standing: { state: "waiting" } }];
      return operation;
    },
    forget(operation: AnyOperation) {
      own = own.filter((each) => each.operation.id !== operation.id);
    },
  };
}
const still = async (): Promise<void> => undefined;

describe("an exchange", () => {
  it("sends all that waits, fetches all that is new, and the next one does neither again", async () => {
    const [here, there] = [phone(), server()];
    for (let n = 0; n < 450; n++) here.write(n);
    for (const n of [1, 2, 3]) there.give(n);
    expect(await syncRound(here.store, there.ask, still)).toEqual({ kind: "reached" });
    expect(await syncRound(here.store, there.ask, still)).toEqual({ kind: "reached" });
    expect(there.taken).toHaveLength(450);
    expect(here.own()).toHaveLength(453);
    expect(new Set(here.states())).toEqual(new Set(["taken"]));
    expect(here.noted).toEqual([]);
  });

  it("whose answer is lost after the server has kept it is done again, and counts once", async () => {
    const [here, there] = [phone(), server()];
    here.write(1);
    const lost: Ask = async (...asked) => {
      await there.ask(...asked);
      return { status: 0, body: undefined };
    };
    expect(await syncRound(here.store, lost, still)).toEqual({ kind: "failed", why: "no-network" });
    expect([there.taken.length, here.states()]).toEqual([1, ["waiting"]]);
    await syncRound(here.store, there.ask, still);
    expect([there.taken.length, here.states()]).toEqual([1, ["taken"]]);
  });

  it("is ended by 401, and an answer that is no answer changes nothing", async () => {
    const [here, there] = [phone(), server()];
    here.write(1);
    expect(await syncRound(here.store, async () => ({ status: 401, body: {} }), still)).toEqual({ kind: "signed-off" });
    const nonsense = await syncRound(here.store, async () => ({ status: 200, body: { hello: 1 } }), still);
    expect(nonsense).toEqual({ kind: "failed", why: "not-understood" });
    expect([there.taken.length, here.states()]).toEqual([0, ["waiting"]]);
  });

  it("with a server that was set back sends again what it lacks, fetches again, and says so", async () => {
    const [here, there] = [phone(), server()];
    there.give(1);
    const first = here.write(1);
    here.write(2);
    await syncRound(here.store, there.ask, still);
    there.setBackTo(1, first.hash);
    here.write(3);
    await syncRound(here.store, there.ask, still);
    expect(here.noted).toMatchObject([{ kind: "server-behind", from: 2 }]);
    expect(there.taken.map(({ sequence }) => sequence)).toEqual([1, 2, 3]);
    expect(new Set(here.states())).toEqual(new Set(["taken"]));
  });

  it("with a server that was set back to before what this phone has let go stops, and says what is missing", async () => {
    const [here, there] = [phone(), server()];
    const [first, second] = [here.write(1), here.write(2)];
    here.write(3);
    await syncRound(here.store, there.ask, still);
    here.forget(second);
    there.setBackTo(1, first.hash);
    here.write(4);
    expect(await syncRound(here.store, there.ask, still)).toEqual({ kind: "failed", why: "gap" });
    expect(here.noted.at(-1)).toMatchObject({ kind: "gap", from: 2 });
    expect(there.taken).toHaveLength(1);
  });

  it("of a copied phone says that it is one, and what was not accepted stays and is refused", async () => {
    const [here, copy, there] = [phone(), phone(), server()];
    here.write(1);
    await syncRound(here.store, there.ask, still);
    copy.write(9);
    await syncRound(copy.store, there.ask, still);
    expect(copy.noted).toMatchObject([{ kind: "fork", at: 1 }]);
    expect(copy.states()).toEqual(["refused"]);
    expect(there.taken).toHaveLength(1);
  });

  it("does nothing while a stroke is guided", async () => {
    const [here, there] = [phone(), server()];
    here.write(1);
    let go: () => void = () => undefined;
    const guided = new Promise<void>((resolve) => {
      go = resolve;
    });
    const round = syncRound(here.store, there.ask, () => guided);
    await Promise.resolve();
    expect(there.taken).toHaveLength(0);
    go();
    await round;
    expect(there.taken).toHaveLength(1);
  });
});
