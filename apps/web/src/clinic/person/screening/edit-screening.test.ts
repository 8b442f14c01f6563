import { day, unwrap } from "@openlymph/base";
import {
  contraindications,
  parseScreening,
  regionScope,
  type Screening,
  screen,
  screeningOf,
  serializeScreening,
} from "@openlymph/therapy";
import { expect, test } from "vitest";
import {
  askedBeside,
  beginScreening,
  clearanceOf,
  withClearance,
  withInfection,
  withoutClearance,
  withoutPlace,
  withPlace,
} from "./edit-screening.ts";

const now = Date.UTC(2026, 10, 22, 12) / 1000;
const no = Object.fromEntries(contraindications.map(({ id }) => [id, "no" as const]));
const answered = (answers: Screening["answers"]): Screening => screeningOf({ ...no, ...answers });
const form = { name: " Dr A. Example ", role: "doctor", date: "2026-11-20", until: "", text: "Agreed." };
const decided = (screening: Screening) => unwrap(screen(screening, now)).decision;

test("a clearance is asked for where a clinician is asked first, and never in an emergency", () => {
  for (const { id, action } of contraindications) {
    const { clearance } = askedBeside({ id, action }, answered({ [id]: "yes" }));
    expect(clearance, id).toBe(action === "STOP_SAME_DAY" || action === "HOLD_CLEARANCE");
    expect(askedBeside({ id, action }, answered({})).clearance, id).toBe(false);
  }
  expect(askedBeside({ id: "pe", action: "EMERGENCY" }, answered({ pe: "yes" })).clearance).toBe(false);
  // A second question holds, too.
  const second = { id: "pregnancy_early", action: "HOLD_CLEARANCE" } as const;
  expect(askedBeside(second, answered({ pregnancy_early: "yes" })).clearance).toBe(true);
});

test("a clearance lifts its rule while it lasts, until it is taken out", () => {
  const ckd = answered({ ckd: "yes" });
  expect(decided(ckd)).toBe("hold");
  const given = clearanceOf("ckd", form, "T. Example");
  expect(given).toMatchObject({ name: "Dr A. Example", recordedBy: "T. Example" });
  expect(given.until - given.date).toBe(90 * day);
  expect(clearanceOf("ckd", { ...form, until: "2026-11-20" }, "T").until - given.date).toBe(day);
  const cleared = withClearance(ckd, given);
  expect(decided(cleared)).toBe("go");
  expect(decided(withClearance(cleared, { ...given, until: now }, given))).toBe("hold");
  expect(decided(withoutClearance(cleared, "ckd", given))).toBe("hold");
  const both = { ...given, rules: ["ckd", "liver"] };
  expect(withoutClearance(withClearance(ckd, both), "ckd", both).clearances).toEqual([{ ...given, rules: ["liver"] }]);
});

test("a place is asked for after a yes, stands once, and goes", () => {
  const rule = { id: "open_wound", action: "AVOID_REGION" } as const;
  const wound = answered({ open_wound: "yes" });
  expect(askedBeside(rule, wound).place).toBe(true);
  expect(askedBeside(rule, answered({})).place).toBe(false);
  expect(askedBeside({ id: "iud", action: "AVOID_REGION" }, answered({ iud: "yes" })).place).toBe(false);
  const [left, right] = [regionScope("lower_leg", "left"), regionScope("lower_leg", "right")];
  const placed = withPlace(withPlace(withPlace(wound, "open_wound", left), "open_wound", right), "open_wound", left);
  expect(placed.where["open_wound"]).toEqual([right, left]);
  expect(unwrap(screen(placed, now)).avoidRegions[0]).toMatchObject({ located: true });
  expect(withoutPlace(withoutPlace(placed, "open_wound", left), "open_wound", right).where).toEqual({});
});

test("an infection is asked for by its question, and then its clearance is, whatever is answered today", () => {
  const rule = { id: "cellulitis", action: "STOP_SAME_DAY" } as const;
  expect(askedBeside(rule, answered({}))).toEqual({ place: false, clearance: false, infection: true });
  const began = now - 5 * day;
  const ill = withInfection(answered({}), { rule: "cellulitis", began, signs: {} });
  expect(decided(ill)).toBe("stop");
  expect(askedBeside(rule, ill).clearance).toBe(true);
  const over = {
    rule: "cellulitis",
    began,
    feverFreeSince: now - 3 * day,
    signs: { rednessShrinking: "yes" as const },
  };
  const [first] = ill.episodes;
  const cleared = withClearance(withInfection(ill, over, first), clearanceOf("cellulitis", form, "T"));
  expect(cleared.episodes).toEqual([over]);
  expect(decided(cleared)).toBe("go");
});

test("a new screening begins with places, infections and clearances that hold, and without answers", () => {
  const lasting = clearanceOf("ckd", form, "T");
  const ended = { ...clearanceOf("liver", form, "T"), until: now };
  const wound = withPlace(answered({ ckd: "yes" }), "open_wound", regionScope("lower_leg", "left"));
  const last = withClearance(withClearance(wound, lasting), ended);
  const begun = beginScreening(serializeScreening(last), now);
  expect(begun).toMatchObject({ answers: {}, where: last.where, clearances: [lasting] });
  expect(beginScreening(undefined, now)).toEqual(screeningOf({}));
  expect(beginScreening("not a screening", now)).toEqual(screeningOf({}));
  expect(unwrap(parseScreening(serializeScreening(last), "f")).clearances).toHaveLength(2);
});
