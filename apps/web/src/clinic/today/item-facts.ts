import type { WorklistItem } from "@openlymph/record";
import { words } from "../words/words.ts";

const told = words.today.facts;

/** The values that a rule's sentence rests on, in words. */
export function itemFacts(
  { rule, facts }: Pick<WorklistItem, "facts"> & { readonly rule: string },
  named: (rule: string) => string,
): readonly string[] {
  const text = (key: string): string => String(facts[key] ?? "");
  const number = (key: string): number => Number(facts[key] ?? 0);
  switch (rule) {
    case "check-locked":
      return [told.locked(text("reasons").split(", ").filter(Boolean).map(named).join("; "))];
    case "unwell":
      return text("why") === "" ? [] : [told.why(text("why"))];
    case "device": {
      const trouble = told.trouble[text("trouble") as keyof typeof told.trouble];
      return [
        ...(trouble === undefined ? [] : [trouble]),
        ...(number("refused") > 0 ? [told.refused(number("refused"))] : []),
      ];
    }
    case "worse": {
      const symptom = told.symptoms[text("symptom") as keyof typeof told.symptoms] ?? text("symptom");
      return [told.symptom(symptom, number("value"), number("usual"))];
    }
    case "quiet":
      return [told.days(number("days"))];
    case "unreleased":
      return [told.version(text("title"), text("by"))];
    default:
      return [];
  }
}
