import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isZone, nextTime, startOfDay } from "./next-time.ts";

const zones = ["Europe/Berlin", "America/St_Johns", "Asia/Kathmandu", "Australia/Lord_Howe", "UTC", "Pacific/Auckland"];
const shown = (zone: string, at: number): string =>
  new Intl.DateTimeFormat("en", { timeZone: zone, hourCycle: "h23", hour: "2-digit", minute: "2-digit" }).format(at);
const iso = (at: number): string => new Date(at).toISOString();

describe("the next time a clock shows something", () => {
  it("is later the same day, or on the next one", () => {
    const at = Date.parse("2026-11-27T12:00:00Z");
    expect(iso(nextTime("19:30", "Europe/Berlin", at))).toBe("2026-11-27T18:30:00.000Z");
    expect(iso(nextTime("09:00", "Europe/Berlin", at))).toBe("2026-11-28T08:00:00.000Z");
    expect(iso(nextTime("13:00", "Europe/Berlin", at))).toBe("2026-11-28T12:00:00.000Z");
    expect(iso(nextTime("08:00", "America/Los_Angeles", at))).toBe("2026-11-27T16:00:00.000Z");
    expect(iso(nextTime("01:00", "Pacific/Auckland", at))).toBe("2026-11-28T12:00:00.000Z");
  });

  it("stays at the same hour when the clocks change, and an hour that is left out is taken an hour later", () => {
    const before = Date.parse("2026-10-24T20:00:00Z");
    expect(iso(nextTime("19:30", "Europe/Berlin", before))).toBe("2026-10-25T18:30:00.000Z");
    const spring = Date.parse("2026-03-28T12:00:00Z");
    expect(iso(nextTime("02:30", "Europe/Berlin", spring))).toBe("2026-03-29T01:30:00.000Z");
  });

  it("comes after the moment, within a little more than a day, and shows that time (random moments and zones)", () => {
    const moment = fc.integer({ min: Date.parse("2024-01-01"), max: Date.parse("2032-01-01") });
    const time = fc.tuple(fc.integer({ min: 4, max: 23 }), fc.nat(59));
    fc.assert(
      fc.property(moment, time, fc.constantFrom(...zones), (after, [hours, minutes], zone) => {
        const text = `${String(hours).padStart(2, "0")}:${String(minutes).padStart(2, "0")}`;
        const next = nextTime(text, zone, after);
        expect(next).toBeGreaterThan(after);
        expect(next - after).toBeLessThanOrEqual(25 * 3_600_000);
        expect(shown(zone, next)).toBe(text);
      }),
      { seed: 7, numRuns: 500 },
    );
  });

  it("knows when the day began there", () => {
    expect(iso(startOfDay("Europe/Berlin", Date.parse("2026-11-27T23:30:00Z")))).toBe("2026-11-27T23:00:00.000Z");
    expect(iso(startOfDay("America/New_York", Date.parse("2026-11-27T03:00:00Z")))).toBe("2026-11-26T05:00:00.000Z");
  });

  it("knows time zones by their names", () => {
    expect([isZone("Europe/Berlin"), isZone("Middle/Earth"), isZone("")]).toEqual([true, false, false]);
  });
});
