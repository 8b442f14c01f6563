import { describe, expect, it } from "vitest";
import { foldRecord, type Placed } from "../fold/record.ts";
import { bodyOf, session, uuid, writer } from "../testing/happenings.ts";
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
