import { expect, test } from "vitest";
import { itemFacts } from "./item-facts.ts";

const named = (rule: string): string => rule.toUpperCase();

test("what a rule rests on is said with its values", () => {
  expect(itemFacts({ rule: "check-locked", facts: { reasons: "fever, cellulitis" } }, named)).toEqual([
    "Answered yes to: FEVER; CELLULITIS",
  ]);
  expect(itemFacts({ rule: "worse", facts: { symptom: "pain", value: 6, usual: 2 } }, named)).toEqual([
    "Pain: 6, usually 2 (of 10)",
  ]);
  expect(itemFacts({ rule: "device", facts: { trouble: "fork", refused: 2 } }, named)).toEqual([
    "Two different stories come from the same phone.",
    "2 entries were refused",
  ]);
  expect(itemFacts({ rule: "quiet", facts: { days: 1 } }, named)).toEqual(["No session for 1 day"]);
  expect(itemFacts({ rule: "no-plan", facts: {} }, named)).toEqual([]);
});
