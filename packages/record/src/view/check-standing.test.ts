import { describe, expect, it } from "vitest";
import { foldRecord, type Placed } from "../fold/record.ts";
import type { AnyOperation } from "../operation/operation.ts";
import { author, bodyOf, session, uuid, writer } from "../testing/happenings.ts";
import { checkStanding, openSession } from "./check-standing.ts";
import { weekOf } from "./week.ts";

const asked = Date.parse("2026-11-26T21:00:00+01:00");
const hours = (n: number): number => asked + n * 3_600_000;
const recordOf = (...operations: Placed["operation"][]) => foldRecord(operations.map((operation) => ({ operation })));

describe("a check", () => {
  it("that found nothing holds for its hours and not longer, nor before it was given", () => {
    const record = recordOf(writer().write("check/answered"));
    expect(checkStanding(recordOf(), asked, 12).kind).toBe("none");
    expect(checkStanding(record, hours(12), 12)).toMatchObject({ kind: "free", until: hours(12) });
    expect(checkStanding(record, hours(12.01), 12).kind).toBe("none");
    expect(checkStanding(record, hours(-0.01), 12).kind).toBe("none");
    expect(checkStanding(record, hours(24 * 365), 12).kind).toBe("none");
  });

  it("that found a reason to wait locks until somebody cleared it, whatever is answered later", () => {
    const pen = writer();
    const red = pen.write("check/answered", { ...bodyOf["check/answered"], action: "STOP_SAME_DAY", locks: true });
    const good = pen.write("check/answered");
    expect(checkStanding(recordOf(red), asked, 12).kind).toBe("locked");
    expect(checkStanding(recordOf(red, good), asked, 12).kind).toBe("locked");
    const other = pen.write("check/cleared", { check: uuid(77), who: "my doctor" });
    expect(checkStanding(recordOf(red, good, other), asked, 12).kind).toBe("locked");
    const cleared = pen.write("check/cleared", { check: red.id, who: "my doctor" });
    expect(checkStanding(recordOf(red, cleared), asked, 12).kind).toBe("none");
    const again = pen.write("check/answered");
    expect(checkStanding(recordOf(red, cleared, again), asked, 12).kind).toBe("free");
  });
});

describe("an emergency", () => {
  const body = { ...bodyOf["check/answered"], action: "EMERGENCY", locks: true };
  const clearedAfter = (minutes: number, by?: typeof author) => {
    const pen = writer();
    const red = pen.write("check/answered", body);
    const at = new Date(asked + minutes * 60_000).toISOString();
    const cleared = pen.write("check/cleared", {
      check: red.id,
      who: "A. doctor",
      ...(by === undefined ? {} : { by }),
    });
    return checkStanding(recordOf(red, { ...cleared, at }), hours(2), 12).kind;
  };

  it("is not cleared by the person alone within the hour, and by a clinic at any time", () => {
    expect([0, 1, 59].map((minutes) => clearedAfter(minutes))).toEqual(["locked", "locked", "locked"]);
    expect([60, 600].map((minutes) => clearedAfter(minutes))).toEqual(["none", "none"]);
    expect(clearedAfter(1, author)).toBe("none");
  });
});

describe("a check whose session", () => {
  it.each([
    ["ended unwell", "session/ended", { ...bodyOf["session/ended"], how: "unwell" }, "none"],
    ["left a step out for red skin", "session/skipped", { ...bodyOf["session/skipped"], why: "skin" }, "none"],
    ["was stopped", "session/ended", { ...bodyOf["session/ended"], how: "stopped" }, "free"],
    ["left a step out for time", "session/skipped", { ...bodyOf["session/skipped"], why: "time" }, "free"],
  ] as const)("%s", (_, kind, body, standing) => {
    const pen = writer();
    const check = pen.write("check/answered");
    const begun = pen.write("session/begun", { ...bodyOf["session/begun"], check: check.id });
    const after = pen.write(kind, body as never) as AnyOperation;
    expect(checkStanding(recordOf(check, begun), hours(1), 12).kind).toBe("free");
    expect(checkStanding(recordOf(check, begun, after), hours(1), 12).kind).toBe(standing);
    const again = pen.write("check/answered");
    expect(checkStanding(recordOf(check, begun, after, again), hours(1), 12).kind).toBe("free");
  });
});

describe("sessions", () => {
  it("are shown by day, whole or in part; one that was not ended is open", () => {
    const pen = writer();
    const begun = pen.write("session/begun");
    const stroke = pen.write("session/stroke");
    const part = recordOf(begun, stroke);
    expect(openSession(part)?.id).toBe(session);
    expect(weekOf(part, "2026-11-27").map(({ done }) => done)).toEqual([
      "none",
      "none",
      "none",
      "none",
      "none",
      "part",
      "none",
    ]);
    const whole = recordOf(begun, stroke, pen.write("session/ended"));
    expect(openSession(whole)).toBeUndefined();
    expect(weekOf(whole, "2026-11-26").at(-1)).toEqual({ day: "2026-11-26", done: "whole" });
    expect(weekOf(recordOf(begun), "2026-11-26").at(-1)?.done).toBe("none");
  });
});
