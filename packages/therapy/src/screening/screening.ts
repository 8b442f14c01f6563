import type { Scope } from "../fields/scope.ts";

export const screeningFormat = "openlymph/screening@1";

export const answerWords = ["yes", "no", "unknown"] as const;
export type Answer = (typeof answerWords)[number];

/** Answers by the id of a rule, of a rule's second question, or of a daily sign (`d1` … `d7`). */
export type Answers = Readonly<Record<string, Answer>>;

/** What a named person lifted: for which rules, and for how long. Times are seconds since 1970. */
export interface Lifting {
  readonly rules: readonly string[];
  readonly name: string;
  readonly role: string;
  /** The day it was given. */
  readonly date: number;
  /** The end of its last day. */
  readonly until: number;
  /** The text of a clearance, the reason of an override. */
  readonly text: string;
  /** Who wrote it down, if another than who gave it. */
  readonly recordedBy?: string;
}

/** An infection that stopped drainage, and what is known of its end. */
export interface Episode {
  readonly rule: string;
  readonly began: number;
  readonly feverFreeSince?: number;
  /** Signs that the restart rule asks for, by their id. */
  readonly signs: Readonly<Record<string, Answer>>;
}

/** One person's answers and what was lifted for them. */
export interface Screening {
  readonly title?: string;
  readonly about?: string;
  readonly answers: Answers;
  /** When they were given, seconds since 1970; `undefined`: at the moment of judgement. */
  readonly answeredAt?: number;
  /** The file names only the day. */
  readonly dayOnly?: boolean;
  /** Where the places of the person are, by rule. */
  readonly where: Readonly<Record<string, readonly Scope[]>>;
  readonly clearances: readonly Lifting[];
  readonly overrides: readonly Lifting[];
  readonly episodes: readonly Episode[];
}

/** A screening of which only the answers are known. */
export function screeningOf(answers: Answers): Screening {
  return { answers, where: {}, clearances: [], overrides: [], episodes: [] };
}
