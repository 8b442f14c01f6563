import type { Side } from "../series/series.ts";

export const questionCodes = {
  "reading/off-line": "a reading lies far off the line through its neighbours",
  "reading/jump": "two neighbouring readings differ too much",
  "reading/inch": "a reading looks like inches",
  "limb/inch": "all readings look like inches",
  "limb/shifted": "the marks seem to lie elsewhere than last time",
  "limb/jump": "the volume differs far from the last one",
} as const;

export type QuestionCode = keyof typeof questionCodes;

/** Something that asks for a second look before a number is believed. Nothing is changed by it. */
export interface Question {
  readonly code: QuestionCode;
  readonly side: Side;
  /** Number of the reading, from 1 at the first mark; none where the whole limb is meant. */
  readonly site?: number;
  /** Distance from the first mark, m. */
  readonly position?: number;
  /** The reading, m; of a whole limb its volume, m³. */
  readonly value: number;
  /** What was found. */
  readonly found: string;
  /** What to do. */
  readonly ask: string;
}
