import type { ReviewStatus } from "@openlymph/base";
import type { Action, Contraindication, Decision } from "../library/contraindication.ts";
import type { AvoidedRegion } from "./avoided-region.ts";
import type { JudgedLifting } from "./lifting.ts";
import type { SessionLimits } from "./limits.ts";
import type { ListsSay } from "./lists-say.ts";
import type { Review } from "./screening-settings.ts";

/** Why an outcome is what it is: one rule, the answer that set it off, and what it rests on. */
export interface Reason {
  /** Id of the rule; of an escalation the ids of its facts with a plus: `fever+immuno`. */
  readonly rule: string;
  readonly label: string;
  /** What the rule asks for now. */
  readonly action: Action;
  /** What it asks for before anything was lifted. */
  readonly ruleAction: Action;
  /** The answers that set it off, and what was lifted. */
  readonly because: string;
  readonly sayPatient: string;
  readonly sayTherapist?: string;
  readonly resumeRule?: string;
  readonly disagreement?: string;
  readonly sources: readonly SourceText[];
  readonly evidence: Contraindication["evidence"];
  readonly reviewStatus: ReviewStatus;
  readonly review?: Review;
  readonly lists?: ListsSay;
}

export interface SourceText {
  readonly key: string;
  readonly citation: string;
}

export interface Question {
  readonly id: string;
  readonly question: string;
}

/** What is said for the outcome as a whole. */
export interface Said {
  readonly title: string;
  readonly body: string;
  readonly button: string;
  /** No session can be started from here. */
  readonly locks: boolean;
}

/** What a screening comes to. */
export interface ScreeningOutcome {
  readonly decision: Decision;
  readonly action: Action;
  readonly said: Said;
  /** The most severe first. */
  readonly reasons: readonly Reason[];
  readonly avoidRegions: readonly AvoidedRegion[];
  readonly limits: SessionLimits;
  /** Unanswered questions that hold the session. */
  readonly questionsMissing: readonly Question[];
  /** Other unanswered questions: they hold nothing up, but ought to be asked. */
  readonly questionsOpen: readonly Question[];
  readonly liftings: readonly JudgedLifting[];
  /** Moment of judgement, seconds since 1970. */
  readonly at: number;
  /** Until when these answers hold; `undefined` where they have to be given again now. */
  readonly validUntil?: number;
  readonly rulesVersion: number;
  /** `draft` while any rule that was asked is one. */
  readonly reviewStatus: ReviewStatus;
}
