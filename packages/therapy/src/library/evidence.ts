import { type Immutable, unknownName } from "@openlymph/anatomy";
import { ok, type Result, reviewStatuses } from "@openlymph/base";
import { z } from "zod";
import evidenceJson from "../../data/evidence.json" with { type: "json" };

const text = z.string().min(1);

/** What was found wrong in a record after it was published. The record stays as it was; this stands beside it. */
export const correctionSchema = z.strictObject({
  /** `2026-11-22` */
  date: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  /** The words that are corrected, as they stand in the record. */
  was: text,
  now: text,
  source: text,
  /** Who found it. */
  by: text,
});

/** What is known about drainage for one condition. */
export const indicationSchema = z.strictObject({
  id: z.string().regex(/^[a-z_]+$/),
  condition: text,
  /** Other words people look for it under; a word may belong to several conditions. */
  words: z.array(text),
  /** Letters of `grades`, or words where none of them fits. */
  grade: text,
  /** What to say to professionals. */
  say: text,
  /** The same in plain words. */
  plain: text,
  /** Key trials with their numbers and how they were read. */
  studies: z.array(text),
  /** What the studies leave open. */
  unknown: z.array(text).min(1),
  /** Of this record; a correction does not change it. */
  version: z.number().int().positive(),
  reviewStatus: z.enum(reviewStatuses),
  corrections: z.array(correctionSchema),
});

export const evidenceSchema = z.strictObject({
  _about: z.string(),
  version: z.number().int().positive(),
  review: z.literal("draft"),
  grades: z.record(z.string(), text),
  popularArticleList: z.array(z.string()),
  popularArticleListSource: z.string(),
  items: z.array(indicationSchema).min(1),
  durationOfEffect: z.array(z.strictObject({ fact: z.string().min(1), source: z.string().min(1) })),
});

export type Evidence = Immutable<z.infer<typeof evidenceSchema>>;
export type Indication = Immutable<z.infer<typeof indicationSchema>>;

/** The evidence by condition, and what is known about how long one session lasts (no hours or days). */
export const evidence = evidenceJson as unknown as Evidence;

/**
 * The conditions a word stands for: one for an id, all that share it for a common word such as `pain`.
 *
 * @returns `reference/unknown` with the closest id or word when there is none.
 */
export function indicationsFor(word: string): Result<readonly Indication[]> {
  const wanted = word.trim().toLowerCase();
  const exact = evidence.items.filter(({ id, condition }) => id === wanted || condition.toLowerCase() === wanted);
  const found = exact.length > 0 ? exact : evidence.items.filter(({ words }) => words.includes(wanted));
  if (found.length > 0) return ok(found);
  const known = evidence.items.flatMap(({ id, words }) => [id, ...words]);
  return unknownName("condition", word, [...new Set(known)]);
}

/** A grade in words: `N/B` → `evidence against an added benefit; some trials, small or mixed`. */
export function gradeWords(grade: string): string {
  const letters = grade.split("/").map((part) => evidence.grades[part.replace("-", "")]);
  if (letters.includes(undefined)) return grade;
  return `${grade.endsWith("-") ? "weak: " : ""}${letters.join("; ")}`;
}
