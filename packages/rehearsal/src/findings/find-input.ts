import type { WholeBodySeries, WholeBodyState } from "@openlymph/physiology";
import type { BodyIndex } from "../body/body-index.ts";
import type { SessionStep } from "../session/session-step.ts";

/** The two runs of a rehearsal and what they are about; everything the findings are made from. */
export interface FindInput {
  readonly index: BodyIndex;
  readonly healthy: WholeBodyState;
  readonly start: WholeBodyState;
  readonly removed: Float64Array;
  readonly withSession: WholeBodySeries;
  readonly without: WholeBodySeries;
  readonly steps: readonly SessionStep[];
  readonly duration: number;
  /** Moments to report, s; each must be a state of both runs. */
  readonly times: readonly number[];
}
