import {
  type AnyOperation,
  type Body,
  emptyHead,
  type Head,
  headOf,
  type Kind,
  nextOperation,
  type Own,
  operationHash,
  type PullReply,
  pullFormat,
  type Standing,
} from "@openlymph/record";
import { v7 as uuidv7 } from "uuid";
import { describe, expect, it } from "vitest";
import type { StoredOperation } from "./database.ts";
import { countsOf, keptFor, leavable, pauseAfter, reachOf, rowsGiven } from "./sync-rules.ts";

const [phone, clinic, person] = [uuidv7(), uuidv7(), uuidv7()];
const by = { account: uuidv7(), name: "T. Example", role: "therapist" } as const;

function pen(device: string) {
  let head: Head = emptyHead;
  return <K extends Kind>(kind: K, body: Body<K>, at = "2026-11-26T21:00:00Z"): AnyOperation => {
    const operation = nextOperation({ id: uuidv7(), person, device, at, kind, body }, head) as AnyOperation;
    head = headOf(operation);
    return operation;
  };
}
const described = { by, name: "Clinic", contact: "01 234" };
const setting = { key: "voice", value: true };

describe("the pause after an attempt that failed", () => {
  it("grows from half a second to five minutes, and is drawn by lot", () => {
    expect([1, 2, 3].map((n) => pauseAfter(n, 0))).toEqual([500, 1000, 2000]);
    expect([1, 9, 10, 60].map((n) => pauseAfter(n, 1))).toEqual([1000, 256_000, 300_000, 300_000]);
    expect(pauseAfter(60, 0)).toBe(150_000);
  });
});

describe("an answer that is not 200", () => {
  it("is told by its status", () => {
    expect(reachOf(0)).toEqual({ kind: "failed", why: "no-network" });
    expect(reachOf(401)).toEqual({ kind: "signed-off" });
    expect(reachOf(403, { detail: "not you" })).toEqual({ kind: "failed", why: "refused", detail: "not you" });
    expect(reachOf(429)).toEqual({ kind: "failed", why: "too-often" });
    expect(reachOf(503)).toEqual({ kind: "failed", why: "server" });
  });
});

describe("what a clinic gave", () => {
  const write = pen(clinic);
  const one = write("clinic/described", described);
  const two = write("plan/withdrawn", { by, plan: "0".repeat(64), why: "an infection" });
  const reply = (operations: PullReply["operations"], cursor: number, more = false): PullReply => ({
    format: pullFormat,
    operations,
    cursor,
    more,
  });
  const context = { device: phone, after: 4, now: 99 };

  it("is kept as taken, with its arrival", () => {
    const read = rowsGiven(
      reply(
        [
          { arrival: 5, operation: one },
          { arrival: 7, operation: two },
        ],
        8,
      ),
      context,
    );
    expect(read.ok && read.value.map(({ standing, takenAt, sequence }) => [standing, takenAt, sequence])).toEqual([
      [{ state: "taken", arrival: 5 }, 99, 1],
      [{ state: "taken", arrival: 7 }, 99, 2],
    ]);
  });

  it("of a kind or version that is not known yet is kept for a later app", () => {
    for (const change of [{ kind: "plan/praised" }, { version: 2 }]) {
      const changed = { ...one, ...change } as AnyOperation;
      const operation = { ...changed, hash: operationHash(changed) };
      expect(rowsGiven(reply([{ arrival: 5, operation }], 5), context)).toMatchObject({ ok: true });
    }
  });

  it.each([
    ["altered", () => reply([{ arrival: 5, operation: { ...one, at: "2026-11-27T21:00:00Z" } }], 5), "record/altered"],
    [
      "of this very phone",
      () => reply([{ arrival: 5, operation: pen(phone)("clinic/described", described) }], 5),
      "record/fork",
    ],
    [
      "of a kind only phones write",
      () => reply([{ arrival: 5, operation: pen(clinic)("setting/changed", setting) }], 5),
      "field/invalid",
    ],
    ["that had arrived before", () => reply([{ arrival: 4, operation: one }], 5), "field/invalid"],
    ["after its own cursor", () => reply([{ arrival: 6, operation: one }], 5), "field/invalid"],
    ["with a cursor that goes back", () => reply([], 3), "field/invalid"],
    ["without end", () => reply([], 4, true), "field/invalid"],
    ["in no form at all", () => reply([{ arrival: 5, operation: "x" }], 5), "document/format"],
  ] as const)("%s is not taken, and nothing beside it", (_, make, code) => {
    expect(rowsGiven(make(), context)).toMatchObject({ ok: false, code });
  });
});

describe("what is counted", () => {
  it("is what waits on this phone and since when, what was refused, and what came from another phone's file", () => {
    const [mine, other] = [pen(phone), pen(uuidv7())];
    const own = (operation: AnyOperation, standing: Standing): Own => ({ operation, standing });
    const all = [
      own(mine("setting/changed", setting, "2026-11-20T10:00:00Z"), { state: "taken", arrival: 1 }),
      own(mine("setting/changed", setting, "2026-11-21T10:00:00Z"), { state: "waiting" }),
      own(mine("setting/changed", setting, "2026-11-22T10:00:00Z"), { state: "waiting" }),
      own(mine("setting/changed", setting), { state: "refused", refusal: "invalid", why: "x" }),
      own(other("setting/changed", setting), { state: "waiting" }),
    ];
    expect(countsOf(all, phone)).toMatchObject({ waiting: 2, since: "2026-11-21T10:00:00Z", strange: 1 });
    expect(countsOf(all, phone).refused).toHaveLength(1);
    expect(countsOf([], phone)).toEqual({ waiting: 0, refused: [], strange: 0 });
  });
});

describe("what may leave the phone", () => {
  const session = uuidv7();
  const stroke = { session, stroke: 1, step: 1, position: 1, repetition: 1, began: 0, planned: 3, lasted: 3 };
  const ended = { session, how: "finished", at: 3, strokes: 1 } as const;
  const now = 2 * keptFor;
  const row = (operation: AnyOperation, takenAt?: number, state: Standing["state"] = "taken"): StoredOperation => ({
    device: operation.device,
    sequence: operation.sequence,
    id: operation.id,
    state,
    operation,
    standing: { state: "taken", arrival: 1 },
    ...(takenAt === undefined ? {} : { takenAt }),
  });
  const rowsOf = (takenStroke: number | undefined, takenEnd: number | undefined, state?: Standing["state"]) => {
    const write = pen(phone);
    return [
      row(write("session/stroke", stroke), takenStroke, state),
      row(write("session/ended", ended), takenEnd),
      row(write("session/rated", { session, heaviness: 1, pain: 0, tightness: 0 }), 0),
    ];
  };
  const left = (rows: readonly StoredOperation[]) =>
    leavable(rows, { device: phone, now }).map(({ operation }) => operation.kind);

  it("are single strokes that were taken more than thirty days ago, of sessions whose end was taken so long ago too", () => {
    expect(left(rowsOf(now - keptFor - 1, now - keptFor - 1))).toEqual(["session/stroke"]);
    expect(left(rowsOf(now - keptFor, now - keptFor - 1))).toEqual([]);
    expect(left(rowsOf(now - keptFor - 1, now - keptFor))).toEqual([]);
    expect(left(rowsOf(undefined, 0))).toEqual([]);
    expect(left(rowsOf(0, 0, "refused"))).toEqual([]);
    expect(leavable(rowsOf(0, 0), { device: clinic, now })).toEqual([]);
  });
});
