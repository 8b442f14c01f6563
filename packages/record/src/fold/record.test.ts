import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bodyOf, session, uuid, writer } from "../testing/happenings.ts";
import { foldRecord, type Placed } from "./record.ts";

const placed = (...operations: Placed["operation"][]): Placed[] => operations.map((operation) => ({ operation }));
const stroke = (n: number, began: number) => ({ ...bodyOf["session/stroke"], stroke: n, began });

describe("the record", () => {
  it("tells a session with a pause, a step back and a step left out", () => {
    const pen = writer();
    const record = foldRecord(
      placed(
        pen.write("session/begun"),
        pen.write("session/stroke", stroke(1, 0)),
        pen.write("session/stroke", stroke(2, 3)),
        pen.write("session/paused", { session, stroke: 3, at: 7.5, why: "asleep" }),
        pen.write("session/resumed", { session, stroke: 3, at: 7.5 }),
        pen.write("session/back", { session, from: 3, to: 2 }),
        pen.write("session/stroke", stroke(2, 7.5)),
        pen.write("session/skipped", { session, from: 3, to: 6, step: 1, why: "skin" }),
      ),
    );
    const [found] = record.sessions;
    expect(found).toMatchObject({ next: 6, time: 10.5, pauses: [{ stroke: 3, why: "asleep" }] });
    expect(found?.done.map((each) => each.stroke)).toEqual([1, 2, 2]);
    expect(found?.skips).toEqual([{ from: 3, to: 6, step: 1, why: "skin" }]);
    expect(found?.ended).toBeUndefined();
  });

  it("plays the plan that arrived last, and keeps the earlier ones for the sessions that played them", () => {
    const pen = writer();
    const first = pen.write("plan/kept");
    const second = pen.write("plan/kept", { ...bodyOf["plan/kept"], plan: "b".repeat(64), title: "Leg" });
    const record = foldRecord(placed(second, first));
    expect(record.plan?.title).toBe("Leg");
    expect([...record.plans.values()].map(({ title }) => title)).toEqual(["Arm", "Leg"]);
  });

  it("puts a correction in the place of what it corrects, and leaves one out that its kind does not allow", () => {
    const pen = writer();
    const rated = pen.write("measurement/taken");
    const correct = (body: object) => pen.write("record/corrected", { operation: rated.id, body: { ...body } });
    const right = correct({ ...rated.body, left: [0.18] });
    const wrong = correct({ ...rated.body, left: [18] });
    expect(foldRecord(placed(rated, right, wrong)).measurements.map(({ left }) => left)).toEqual([[0.18]]);
    const stranger = writer({ of: uuid(5, 1), on: uuid(5, 2) });
    const foreign = stranger.write("record/corrected", { operation: rated.id, body: { ...rated.body, left: [0.3] } });
    expect(foldRecord(placed(rated, foreign)).measurements[0]?.left).toEqual([0.17, 0.2]);
  });

  it("keeps what is said of the person where another record was joined to it; what is said later of it counts", () => {
    const [kept, joined] = [writer({ of: uuid(1, 1), on: uuid(1, 2) }), writer({ of: uuid(2, 1), on: uuid(2, 2) })];
    const named = (pen: typeof kept, name: string, arrival: number): Placed => {
      const operation = pen.write("person/described", { ...bodyOf["person/described"], name });
      return { operation: operation as Placed["operation"], arrival };
    };
    const [own, other, later] = [named(kept, "Kept", 1), named(joined, "Joined", 2), named(kept, "Married", 3)];
    const nameOf = (all: Placed[], of?: string) => foldRecord(all, of).person?.name;
    expect(nameOf([own, other], uuid(1, 1))).toBe("Kept");
    expect(nameOf([other, own], uuid(2, 1))).toBe("Joined");
    expect(nameOf([own, other, later], uuid(1, 1))).toBe("Married");
    // Nothing is known of the one that was kept: better the other's than none.
    expect(nameOf([other], uuid(1, 1))).toBe("Joined");
    expect(nameOf([own, other])).toBe("Joined");
  });

  it("counts what it cannot read, and reads the rest", () => {
    const pen = writer();
    const later = { ...pen.write("session/rated"), version: 9 };
    const strange = { ...pen.write("session/rated"), kind: "session/danced" } as unknown as typeof later;
    const record = foldRecord(placed(later, strange, pen.write("setting/changed")));
    expect(record).toMatchObject({ unread: 2, settings: { voice: true } });
  });

  it("does not depend on the order in which operations are handed in", () => {
    const kinds = ["session/stroke", "session/back", "setting/changed", "measurement/taken", "plan/kept"] as const;
    const steps = fc.array(fc.tuple(fc.constantFrom(1, 2), fc.constantFrom(...kinds), fc.nat(20)), { maxLength: 40 });
    fc.assert(
      fc.property(steps, fc.integer(), fc.nat(40), (written, salt, sent) => {
        const pens = [writer({ on: uuid(1, 2) }), writer({ on: uuid(2, 2) })];
        const begun = [pens[0]!.write("session/begun")];
        const bodies = (value: number) => ({
          ...bodyOf,
          "setting/changed": { key: "voice", value },
          "session/stroke": stroke(value + 1, value),
        });
        const rest = written.map(
          ([who, kind, value]) => pens[who - 1]!.write(kind, bodies(value)[kind]) as Placed["operation"],
        );
        const all = placed(...begun, ...rest).map((each, n) => (n < sent ? { ...each, arrival: n + 1 } : each));
        const mixed = all
          .map((each, n) => ({ each, key: Math.imul(n + 1, salt | 1) >>> 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ each }) => each);
        expect(foldRecord(mixed)).toEqual(foldRecord(all));
      }),
      { seed: 1, numRuns: 300 },
    );
  });
});
