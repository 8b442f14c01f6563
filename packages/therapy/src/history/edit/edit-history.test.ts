import { readFileSync } from "node:fs";
import { mmHg, unwrap } from "@openlymph/base";
import { describe, expect, it } from "vitest";
import { parseHistory } from "../parse-history.ts";
import { editHistory, type HistoryEdit } from "./edit-history.ts";

const arm = readFileSync(
  new URL("../../../../../examples/histories/arm-after-axillary-dissection.yaml", import.meta.url),
  "utf8",
);
const edited = (edit: HistoryEdit, text = arm) => unwrap(editHistory(text, "h.yaml", edit));
const read = (text: string) => unwrap(parseHistory(text, "h.yaml"));

describe("editing a history", () => {
  it("adds an operation, swelling, an infection and a weaker pump, each read back as such", () => {
    const more = [
      { kind: "procedure", procedure: "ILIOINGUINAL", side: "right", date: "2025-01-01" },
      { kind: "lymphedema", limb: "leg", side: "right", stage: "II" },
      { kind: "infection", limb: "arm", side: "left", days: 5 },
      { kind: "strength", limb: "arm", side: "left", strength: 0.6 },
      { kind: "build", build: "male" },
    ] as const;
    const before = read(arm);
    const history = read(more.reduce((text, edit) => edited(edit, text), arm));
    expect(history.procedures.at(-1)).toMatchObject({ procedure: "ILIOINGUINAL", side: "right" });
    expect(history.conditions.at(-1)).toMatchObject({ condition: "lymphedema", stage: "II" });
    expect(history.events.at(-1)).toMatchObject({ kind: "infection", start: 0, end: 5 * 86400 });
    expect(history.assume.at(-1)).toMatchObject({ kind: "pumpStrength", value: 0.6 });
    expect(history.body.build).toBe("male");
    expect(history.procedures.slice(0, -1)).toEqual(before.procedures);
  });

  it("adds what a limb or a day can be like: leaky valves, too few vessels, veins, an injury, a sleeve, upright, walking", () => {
    const leg = { limb: "leg", side: "left" } as const;
    const time = { from: "08:00", to: "22:00" };
    const more = [
      { kind: "valves", ...leg, share: 0.03 },
      { kind: "fewVessels", ...leg, share: 0.7 },
      { kind: "veins", ...leg, pressure: 12 },
      { kind: "injury", ...leg, days: 10 },
      { kind: "sleeve", ...leg, pressure: 30, ...time },
      { kind: "upright", ...time },
      { kind: "walking", from: "12:00", to: "13:00" },
    ] as const;
    const { assume, events } = read(more.reduce((text, edit) => edited(edit, text), arm));
    expect(assume.slice(-3)).toMatchObject([
      { kind: "valveIncompetence", value: 0.03 },
      { kind: "hypoplasia", value: 0.7 },
      { kind: "venousHypertension", value: 12 * mmHg },
    ]);
    expect(events.slice(-4)).toMatchObject([
      { kind: "injury", start: 0, end: 10 * 86400 },
      { kind: "sleeve", start: 8 * 3600, end: 22 * 3600, repeat: 86400 },
      { kind: "posture", posture: "upright", repeat: 86400 },
      { kind: "walking", start: 12 * 3600, end: 13 * 3600 },
    ]);
  });

  it("gives the history back when what was added is taken out again", () => {
    const text = edited({ kind: "procedure", procedure: "SLNB_AX", side: "right", date: "2025-01-01" });
    const count = read(text).procedures.length;
    expect(read(edited({ kind: "remove", list: "procedures", index: count - 1 }, text))).toEqual(read(arm));
  });

  it.each([
    [{ kind: "procedure", procedure: "ALND_I_III", date: "2025-01-01" }, /side.*left, right or both/],
    [{ kind: "procedure", procedure: "ALND_I_III", side: "left", date: "2999-01-01" }, /on or before asOf/],
    [{ kind: "remove", list: "events", index: 9 }, /a place that is there/],
    [{ kind: "strength", limb: "arm", side: "left", strength: 9 }, /0.01 to 3/],
    [{ kind: "valves", limb: "leg", side: "left", share: 2 }, /0 to 1|0 % to 100 %|at most|less than/],
    [{ kind: "upright", from: "22:00", to: "08:00" }, /an end after the start/],
  ] as const)("refuses %j with the message of the file", (edit, message) => {
    const result = editHistory(arm, "h.yaml", edit);
    expect(result.ok).toBe(false);
    expect(JSON.stringify(result)).toMatch(message);
  });
});
