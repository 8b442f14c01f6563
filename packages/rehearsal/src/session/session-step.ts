/** One step of a plan as it acts on the body, in time and place. */
export interface SessionStep {
  /** As numbered in the plan. */
  readonly n: number;
  /** s after the session began. */
  readonly start: number;
  readonly end: number;
  readonly region: string;
  readonly regionLabel: string;
  readonly side: string;
  readonly stroke: string;
  readonly strokeName: string;
  readonly action: string;
  /** The region the stroke points to: its own, or the exit that was chosen. */
  readonly toward: string;
  readonly towardLabel: string;
  readonly towardSide: string;
  /** Pa; 0 for breathing. */
  readonly pressure: number;
  /** Mean over a stroke of the share of its pressure that is on, from its technique. */
  readonly pressedShare: number;
  /** s per stroke. */
  readonly cycle: number;
  readonly repetitions: number;
  readonly positions: number;
  readonly provenance: string;
  /** Where the hands are. */
  readonly territories: readonly string[];
  readonly nodes: readonly string[];
  readonly anastomoses: readonly string[];
  /** Where the stroke points. */
  readonly towardTerritories: readonly string[];
  readonly towardNodes: readonly string[];
  /** Toward the heart, away from it, or neither (breathing, pressing on nodes). */
  readonly direction: "proximal" | "distal" | "across" | "none";
  /** Factor on the flow of the vessels under the hands. */
  readonly gain: number;
  /** Share of the territories' skin under the hands. */
  readonly coverage: number;
}
