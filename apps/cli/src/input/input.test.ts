import { day, type Failure, hour, mmHg, type Result } from "@openlymph/base";
import { describe, expect, it } from "vitest";
import { readSettings } from "./read-settings.ts";
import { readDuration, readTimes } from "./read-time.ts";

function failureOf(result: Result<unknown>): Failure {
  if (result.ok) throw new Error("expected a failure");
  return result;
}

describe("settings of the command line", () => {
  it("are read in any unit of their dimension, the last of two counts", () => {
    const read = readSettings(["nodeDrop=1 mmHg", "pumpReserve=3", "nodeDrop = 200 Pa"]);
    expect(read).toEqual({ ok: true, value: { nodeDrop: 200, pumpReserve: 3 } });
    expect(readSettings(["nodeDrop=2 mmHg"])).toEqual({ ok: true, value: { nodeDrop: 2 * mmHg } });
    expect(readSettings([])).toEqual({ ok: true, value: {} });
  });

  it("are refused when unknown, out of range, without unit or in another one", () => {
    for (const [setting, code, words] of [
      ["nodeDrp=2 mmHg", "reference/unknown", "nodeDrop"],
      ["nodeDrop=9 mmHg", "param/out-of-range", "0.5 to 2 mmHg"],
      ["pumpReserve=-1", "param/out-of-range", "2 to 10"],
      ["nodeDrop=2 mL", "quantity/unit", "pressure"],
      ["nodeDrop=2", "quantity/unit", "pressure"],
      ["nodeDrop=NaN mmHg", "param/not-finite", "pressure"],
      ["nodeDrop=", "quantity/unreadable", "pressure"],
      ["nodeDrop", "usage/invalid", "id=value"],
      ["=2 mmHg", "usage/invalid", "id=value"],
    ] as const) {
      const failure = failureOf(readSettings([setting]));
      expect([setting, failure.code]).toEqual([setting, code]);
      expect(`${failure.expected} ${failure.hint ?? ""}`).toContain(words);
    }
  });
});

describe("times of the command line", () => {
  it("are read with their unit, in order and each once", () => {
    expect(readTimes("--at", "7d, 6 h,3d,72h")).toEqual({ ok: true, value: [6 * hour, 3 * day, 7 * day] });
    expect(readDuration("--for", "720d")).toEqual({ ok: true, value: 720 * day });
  });

  it("are refused without a unit, below zero, beyond 50 years, or when they are no times", () => {
    for (const text of ["720", "-3 d", "1e9 d", "soon", "", "0 d"]) {
      expect([text, readDuration("--for", text).ok]).toEqual([text, false]);
    }
    expect(failureOf(readTimes("--at", "3d,soon")).expected).toContain("divided by commas");
    expect(failureOf(readTimes("--at", "3d,")).path).toBe("--at");
  });
});
