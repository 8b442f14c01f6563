import type { PlanStep } from "./plan.ts";

export const severities = ["error", "warning", "note"] as const;
export type Severity = (typeof severities)[number];

/** What a finding rests on: the schools teach it, computed on the network, counted in people, or read off the plan. */
export const findingBases = ["taught", "computed", "measured", "written"] as const;
export type FindingBasis = (typeof findingBases)[number];

/** A proposed change: the whole list of steps as it would be, and what it does in words. */
export interface PlanRepair {
  readonly words: string;
  readonly steps: readonly PlanStep[];
}

/** Something found in a plan, at one of its steps. */
export interface PlanFinding {
  readonly severity: Severity;
  /** Such as `limb-before-trunk`. */
  readonly code: string;
  /** Number of the step. */
  readonly step: number;
  /** In plain words. */
  readonly message: string;
  readonly basis: FindingBasis;
  readonly source: string;
  readonly repair?: PlanRepair;
}
