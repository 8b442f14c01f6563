import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldRecord } from "../fold/record.ts";
import type { AnyOperation } from "../operation/operation.ts";
import { author, bodyOf, device, session, writer } from "../testing/happenings.ts";
import { type Received, replayWorklist, worklistAt } from "./replay-worklist.ts";
import { quietDays, worklist } from "./worklist.ts";

const start = Date.parse("2026-11-26T21:00:00+01:00");
const hour = 3_600_000;
const day = 24 * hour;
const phone = { device, joined: start, refused: 2, trouble: "gap" };
const pen = writer();
const locking = { ...bodyOf["check/answered"], action: "STOP_SAME_DAY", reasons: ["fever"], locks: true };

function arrived(...given: readonly (readonly [days: number, operation: AnyOperation])[]): readonly Received[] {
  return given.map(([days, operation], n) => ({ operation, arrival: n + 1, received: start + days * day }));
}

describe("the worklist as it was", () => {
  const release = pen.write("plan/released");
  const screened = pen.write("screening/kept");
  const locked = pen.write("check/answered", locking);
  const cleared = pen.write("check/cleared", { check: locked.id, who: "Dr. Example", by: author });
  const begun = pen.write("session/begun");
  const unwell = pen.write("session/ended", { session, how: "unwell", at: 60, strokes: 3, why: "dizzy" });
  const handled = pen.write("alert/handled", { by: author, item: `unwell:${session}`, outcome: "called" });
  const operations = arrived(
    [0, release],
    [0, screened],
    [1, locked],
    [1.25, cleared],
    [2, begun],
    [2.02, unwell],
    [3, handled],
  );
  const record = { operations, devices: [phone] };
  const rulesAt = (days: number) => worklistAt(record, start + days * day).map(({ rule }) => rule);

  it("says of a moment what had arrived by then, and nothing of later", () => {
    expect([0.5, 1, 1.2, 1.3, 2.5, 3.5].map(rulesAt)).toEqual([
      [],
      ["check-locked"],
      ["check-locked"],
      [],
      ["unwell"],
      [],
    ]);
  });

  it("tells of each thing when it came, when it went and who took it off", () => {
    const spells = replayWorklist(record, start, start + 20 * day);
    expect(spells.map(({ item: { rule }, from, until, by }) => ({ rule, from, until, by }))).toEqual([
      { rule: "quiet", from: expect.any(Number), until: undefined, by: undefined },
      { rule: "unwell", from: start + 2.02 * day, until: start + 3 * day, by: { author, what: "called" } },
      { rule: "check-locked", from: start + day, until: start + 1.25 * day, by: { author, what: "Dr. Example" } },
    ]);
    const [quiet] = spells;
    const late = (quiet?.from ?? 0) - (Date.parse(begun.at) + quietDays * day);
    expect(late).toBeGreaterThanOrEqual(0);
  });

  it("begins with what stood there already, and does not make up what is known of phones today alone", () => {
    const spells = replayWorklist(record, start + 1.1 * day, start + 1.2 * day);
    expect(spells.map(({ item, from, until }) => [item.rule, from, until])).toEqual([
      ["check-locked", start + 1.1 * day, undefined],
    ]);
  });

  it("ends where the list of today stands, whatever arrived in whatever order (random records)", () => {
    const kinds = ["check/answered", "session/begun", "plan/released", "plan/drafted", "screening/kept"] as const;
    const drawn = fc.array(fc.tuple(fc.constantFrom(...kinds), fc.nat(40 * 24)), { maxLength: 25 });
    fc.assert(
      fc.property(drawn, (list) => {
        const own = writer();
        const given = list
          .toSorted((a, b) => a[1] - b[1])
          .map(([kind, hours]) => {
            const body = kind === "check/answered" ? locking : bodyOf[kind];
            return [hours / 24, own.write(kind, body as never) as AnyOperation] as const;
          });
        const whole = { operations: arrived(...given), devices: [{ device, joined: start, refused: 0 }] };
        const now = start + 41 * day;
        const standing = replayWorklist(whole, start, now).filter(({ until }) => until === undefined);
        const today = worklist(foldRecord(whole.operations), whole.devices, now);
        expect(new Set(standing.map(({ item }) => item.id))).toEqual(new Set(today.map(({ id }) => id)));
      }),
      { seed: 11, numRuns: 60 },
    );
  });
});
