import type { RunRecord } from "@openlymph/base";
import type { WholeBodySeries, WholeBodyState } from "@openlymph/physiology";
import type { BodyIndex } from "./body/body-index.ts";
import type { Findings } from "./findings/findings.ts";
import type { SessionStep } from "./session/session-step.ts";

/** Stands on every rehearsal. */
export const teachingModelLabel = "Teaching model: a typical body with this history, not you";

/** A history and a plan, run: the body as it was, the session, and the same body without it. Structured-cloneable. */
export interface Rehearsal {
  readonly record: RunRecord;
  readonly label: string;
  readonly historyTitle: string;
  readonly planTitle: string;
  readonly index: BodyIndex;
  readonly healthy: WholeBodyState;
  /** From the first thing that happened to `asOf`; times in s before `asOf` are negative, the last is 0. */
  readonly buildUp: readonly WholeBodyState[];
  /** Share of each node group removed, and conductance left, in the order of `index.nodes`. */
  readonly removed: Float64Array;
  readonly conductance: Float64Array;
  /** Why this session must not be done, whatever the model computes; shown before anything else. */
  readonly stops: readonly string[];
  readonly steps: readonly SessionStep[];
  /** s from the beginning of the first step to the end of the last. */
  readonly duration: number;
  /** Both runs have states at the same times, s after the session began. */
  readonly withSession: WholeBodySeries;
  readonly without: WholeBodySeries;
  readonly findings: Findings;
}
