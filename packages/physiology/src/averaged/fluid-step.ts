import type { BodyCondition } from "./condition.ts";

/**
 * What moved during one step of the body's fluid: what solutes are carried by. The arrays belong to the integrator and
 * hold only until the call that hands them out returns. Volumes are signed like the flows.
 */
export interface FluidStep {
  /** When the step began, s. */
  readonly time: number;
  /** s. */
  readonly duration: number;
  readonly condition: BodyCondition;
  /** Interstitial fluid of each compartment before and after the step, m³. */
  readonly volumeBefore: Float64Array;
  readonly volume: Float64Array;
  /** m³ filtered into each compartment during the step. */
  readonly filtered: Float64Array;
  /** m³ that passed each conduit during the step, with the method's own weights. */
  readonly drain: Float64Array;
  readonly edge: Float64Array;
  readonly anastomosis: Float64Array;
  readonly link: Float64Array;
}

/** Something that rides on the fluid: it is told of every step that was accepted, and when a state is kept. */
export interface FluidRider {
  carry(step: FluidStep): void;
  /** The integrator keeps a state at this time, s. */
  keep(time: number): void;
}
