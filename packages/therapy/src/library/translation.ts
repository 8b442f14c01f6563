/**
 * What a person at home reads of the library, in their language: places, sides, strokes, the seven daily questions and what
 * is said after them. English is the library itself; every other language is a file beside it with a review status.
 */
import type { ReviewStatus } from "@openlymph/base";
import { z } from "zod";
import germanJson from "../../data/german.json" with { type: "json" };
import { contraindicationById, contraindicationLibrary } from "./contraindication.ts";
import { type Language, languages } from "./language.ts";
import { regionsById } from "./region.ts";
import { stepSides, towardSides } from "./sequence-words.ts";
import { strokesById } from "./stroke.ts";
import { techniqueOf } from "./stroke-technique.ts";

const text = z.string().min(1);
const strokeWords = z.strictObject({ name: text, place: text, stretch: text, release: text, moveOn: text });

export const translationSchema = z.strictObject({
  _about: text,
  language: z.enum(languages),
  review: z.literal("draft"),
  regions: z.record(z.string(), text),
  sides: z.record(z.string(), z.string()),
  strokes: z.record(z.string(), strokeWords),
  questions: z.record(z.string(), text),
  skinToneNote: text,
  /** By the id of a rule; `together` for every escalation. */
  rules: z.record(z.string(), z.strictObject({ label: text, sayPatient: text })),
  wording: z.record(z.string(), z.strictObject({ title: text, body: text, button: text })),
  contacts: z.strictObject({ emergencyNumber: text, doctorContact: text, outOfHours: text, whoClears: text }),
});

export type StrokeWords = z.infer<typeof strokeWords>;
type Translation = z.infer<typeof translationSchema>;

/** The words of one language. Unknown ids are given back as they are. */
export interface LibraryWords {
  readonly language: Language;
  /** `undefined` for the library's own language, whose records carry their own. */
  readonly review: ReviewStatus | undefined;
  readonly region: (id: string) => string;
  readonly side: (side: string) => string;
  readonly stroke: (id: string) => StrokeWords | undefined;
  readonly question: (id: string) => string;
  readonly skinToneNote: string;
  /** A rule, or an escalation (`fever+immuno`). */
  readonly rule: (id: string) => { readonly label: string; readonly sayPatient: string };
  /** With `{…}` to be filled in; see screening-settings.ts. */
  readonly wording: (id: string) => { readonly title: string; readonly body: string; readonly button: string };
  readonly contacts: Translation["contacts"];
}

const sides = [...new Set<string>([...stepSides, ...towardSides])];
const { dailyCheck, engineRules, screenAgain, wording } = contraindicationLibrary;

function englishSide(side: string): string {
  if (side === "midline" || side === "exit") return "";
  return side === "bilateral" ? "both sides" : side.replaceAll("_", " ");
}

function englishRule(id: string): { readonly label: string; readonly sayPatient: string } {
  if (id === screenAgain.id) return screenAgain;
  const rule = contraindicationById(id);
  if (rule.ok) return rule.value;
  const facts = id.split("+");
  const escalation = engineRules.escalations.find((each) =>
    each.if.every((group, n) => group.includes(facts[n] ?? "")),
  );
  return escalation ?? { label: id, sayPatient: engineRules.escalations[0]?.sayPatient ?? id };
}

const english: LibraryWords = {
  language: "en",
  review: undefined,
  region: (id) => regionsById.get(id)?.label ?? id,
  side: englishSide,
  stroke: (id) => {
    const stroke = strokesById.get(id);
    return stroke === undefined ? undefined : { name: stroke.name, ...techniqueOf(stroke).steps };
  },
  question: (id) => dailyCheck.items.find((item) => item.id === id)?.question ?? id,
  skinToneNote: dailyCheck.skinToneNote,
  rule: englishRule,
  wording: (id) => wording.find((one) => one.id === id) ?? { title: id, body: "", button: "" },
  contacts: {
    emergencyNumber: "your emergency number ({numbers})",
    doctorContact: "your doctor",
    outOfHours: "the out-of-hours service",
    whoClears: "your doctor",
  },
};

function translated(own: Translation): LibraryWords {
  return {
    language: own.language,
    review: own.review,
    region: (id) => own.regions[id] ?? id,
    side: (side) => own.sides[side] ?? side,
    stroke: (id) => own.strokes[id],
    question: (id) => own.questions[id] ?? id,
    skinToneNote: own.skinToneNote,
    rule: (id) => own.rules[id] ?? own.rules["together"] ?? english.rule(id),
    wording: (id) => own.wording[id] ?? english.wording(id),
    contacts: own.contacts,
  };
}

const byLanguage: Readonly<Record<Language, LibraryWords>> = { en: english, de: translated(germanJson as Translation) };

/** The library in a language. */
export function libraryWords(language: Language): LibraryWords {
  return byLanguage[language];
}

/** What a translation has to hold, for its test. */
export const translatable = { sides } as const;
