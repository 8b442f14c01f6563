import { foldRecord } from "@openlymph/record";
import { expect, test } from "vitest";
import { words } from "../../words/words.ts";
import { letterFacts } from "./letter-facts.ts";
import { letterText, missingIn } from "./letter-text.ts";

const by = { account: "01940004-0000-7000-8000-000000000001", name: "A. Therapist", role: "therapist" } as const;
const signed = { name: by.name, role: "Therapist", clinic: "Clinic", contact: "01 234" };
const at = "2026-11-26T10:00:00.000+01:00";
const about = { operation: "1", at, device: "2" };
const empty = foldRecord([]);
const person = { ...about, by, name: "M. Example", limbs: ["arm-left" as const], stage: "II", synthetic: true };

test("a record that holds nothing gives a letter that names everything as missing", () => {
  const text = letterText({ kind: "referral", to: "", person: undefined, facts: letterFacts(empty), signed, at: 0 });
  expect(missingIn(text)).toBe(Object.keys(words.letters.body.fields).length - 1);
  expect(text).not.toContain("ABPI");
});

test("what is known stands there: limb, cause, answers, volumes with their error; a leg is asked for its ABPI", () => {
  const record = {
    ...empty,
    person,
    history: {
      ...about,
      by,
      text: "format: openlymph/history@1\ntitle: T\nprovenance: { tag: source, source: test }\nbody: { build: female }\nasOf: 2026-11-22\nprocedures:\n  - { procedure: ALND_I_III, side: left, date: 2024-11-22 }\n",
    },
    screenings: [
      {
        ...about,
        by,
        text: "format: openlymph/screening@1\nanswers: { dvt: no, diabetes: yes }\n",
        action: "HOLD_CLEARANCE",
        reasons: [],
        rulesVersion: 1,
      },
    ],
    measurements: [
      { ...about, by, limb: "arm" as const, protocol: "arm_4cm", left: [0.172, 0.19], right: [0.164, 0.18] },
    ],
  };
  const text = letterText({ kind: "clearance", to: "Dr. Example", person, facts: letterFacts(record), signed, at: 0 });
  expect(text).toContain("Dear Dr. Example,");
  expect(text).toContain("MADE-UP PERSON");
  expect(text).toMatch(/Cause .*: Axillary.*left, 2024-11-22/i);
  expect(text).toMatch(/Acute deep vein thrombosis: no; .*Diabetes with nerve or skin damage: yes/);
  expect(text).toMatch(
    /tape, Arm, every 4 cm: left \d+\s±\s\d+\smL, right \d+\s±\s\d+\smL, difference \+\d+\s±\s\d+\smL/,
  );
  expect(missingIn(text)).toBe(15);
  const legs = letterText({
    kind: "referral",
    to: "",
    person: { ...person, limbs: ["leg-left"] },
    facts: {},
    signed,
    at: 0,
  });
  expect(legs).toContain("ABPI (leg): not in the record");
});
