import { unwrap } from "@openlymph/base";
import { describe, expect, it } from "vitest";
import germanJson from "../../data/german.json" with { type: "json" };
import { dailyCheck } from "../screening/screen.ts";
import { screeningOf } from "../screening/screening.ts";
import { contraindicationLibrary } from "./contraindication.ts";
import { languages } from "./language.ts";
import { regions } from "./region.ts";
import { strokes } from "./stroke.ts";
import { libraryWords, translatable, translationSchema } from "./translation.ts";

const placeholders = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([found]) => found).sort();
const questions = contraindicationLibrary.dailyCheck.items.map(({ id }) => id);

/** Every rule and wording that the seven questions can lead to. */
function reachable() {
  const outcomes = Array.from({ length: 2 ** questions.length }, (_, mask) =>
    unwrap(
      dailyCheck(screeningOf(Object.fromEntries(questions.map((id, n) => [id, (mask >> n) & 1 ? "yes" : "no"]))), 0),
    ),
  );
  return [...new Set(outcomes.flatMap(({ reasons }) => reasons.map(({ rule }) => rule)))];
}

describe("the German words", () => {
  const german = libraryWords("de");
  const english = libraryWords("en");

  it("are of the form of a translation, and say that they are a draft", () => {
    expect(translationSchema.parse(germanJson).review).toBe("draft");
    expect(german.review).toBe("draft");
  });

  it("name every place, side, stroke, question and everything that may be said after the questions", () => {
    expect(regions.map(({ id }) => id).filter((id) => german.region(id) === id)).toEqual([]);
    expect(translatable.sides.filter((side) => (german.side(side) === "") !== (english.side(side) === ""))).toEqual([]);
    expect(strokes.map(({ id }) => id).filter((id) => german.stroke(id) === undefined)).toEqual([]);
    expect(questions.filter((id) => german.question(id) === id)).toEqual([]);
    const rules = reachable();
    expect(rules.length).toBeGreaterThan(6);
    for (const id of rules) {
      expect(german.rule(id).label).not.toBe(english.rule(id).label);
      expect(english.rule(id).label).not.toBe(id);
    }
  });

  it("ask for the same things to be filled in as the English, the emergency number above all", () => {
    for (const id of ["EMERGENCY", "STOP_SAME_DAY", "HOLD_CLEARANCE", "SCREEN_AGAIN", "INFO"]) {
      expect(placeholders(german.wording(id).body)).toEqual(placeholders(english.wording(id).body));
      expect(german.wording(id).title).not.toBe(english.wording(id).title);
    }
    expect(placeholders(german.wording("EMERGENCY").button)).toEqual(["{emergencyNumber}"]);
  });

  it("know a language for every word they offer", () => {
    expect(languages.map((language) => libraryWords(language).language)).toEqual([...languages]);
  });
});
