/** What a simulation found, in SI: means, ranges and sums over the observed window. */
import type { RunRecord } from "@openlymph/base";
import type { LymphangionObservation } from "./cycle-statistics.ts";
import type { NodeObservation, TissueObservation } from "./places.ts";
import type { SoluteObservation } from "./solute-observation.ts";
import type { Trace } from "./trace.ts";
import type { ValveObservation } from "./valve-statistics.ts";
import type { VesselObservation } from "./wave.ts";

export interface Range {
  readonly min: number;
  readonly max: number;
}

export interface PathObservation {
  readonly id: string;
  /** Mean over the window, m³/s. */
  readonly mean: number;
  /** m³/s. */
  readonly flow: Range;
}

/** The part of a run that is looked at. */
export interface ObservedWindow {
  /** s. */
  readonly start: number;
  readonly end: number;
  /** Contractions in it: whole cycles of prescribed pacing, or of the most proximal lymphangion; 0 where none was found. */
  readonly cycles: number;
  /** How it was chosen: `prescribed` pacing, `onsets` of a lymphangion that paces itself, or `none`: nothing periodic was found. */
  readonly kind: "prescribed" | "onsets" | "none";
  /** Standard deviation of the periods in it over their mean; 0 where prescribed, null below two periods. */
  readonly variation: number | null;
}

/** Everything in SI; means and ranges over the window. */
export interface Simulation {
  /** Time run, s, and length of one cycle, s: of the pacing, or the mean that was found. */
  readonly time: number;
  readonly period: number;
  readonly window: ObservedWindow;
  /** Sum over all inlets and over all outlets, m³/s. */
  readonly inflow: number;
  readonly outflow: number;
  /** Water taken up by the blood in nodes, m³/s. */
  readonly absorbed: number;
  /** Water filtered from capillaries into tissues, m³/s. */
  readonly filtered: number;
  /** Stroke work of all lymphangions per time, W. */
  readonly pumpPower: number;
  readonly inlets: readonly PathObservation[];
  readonly outlets: readonly PathObservation[];
  readonly vessels: readonly VesselObservation[];
  readonly lymphangions: readonly LymphangionObservation[];
  readonly valves: readonly ValveObservation[];
  readonly nodes: readonly NodeObservation[];
  readonly tissues: readonly TissueObservation[];
  readonly solutes: readonly SoluteObservation[];
  /**
   * Change of mean outflow between the window and the one as long before it (where a vessel paces itself: between the halves of the
   * window), relative to the mean volume moved in and out per time; null where there are not two.
   */
  readonly drift: number | null;
  /** Stored volume − net inflow over the whole run, m³; and relative to all volume moved through the ends. */
  readonly massBalance: { readonly volume: number; readonly error: number };
  readonly steps: { readonly accepted: number; readonly rejected: number; readonly forced: number };
  readonly warnings: readonly string[];
  readonly trace?: Trace | undefined;
  readonly record: RunRecord;
}
