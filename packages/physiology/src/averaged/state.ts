/** The body at one moment, as flat SI arrays in the order of its `WholeBody`. Flows are signed along from → to, a → b. */
export interface WholeBodyState {
  /** Seconds since the run began. */
  readonly time: number;
  /** Interstitial fluid of each compartment, m³. */
  readonly volume: Float64Array;
  /** Interstitial protein of each compartment, kg. */
  readonly proteinMass: Float64Array;
  /** Elastic interstitial pressure of each compartment, Pa. */
  readonly tissuePressure: Float64Array;
  /** Net filtration into each compartment, m³/s. */
  readonly filtration: Float64Array;
  /** Plasma, m³ and kg of protein. */
  readonly plasmaVolume: number;
  readonly plasmaProtein: number;
  /** Per compartment: strength that its pump has left of its own, and scarring in healthy interstitial volumes. */
  readonly pumpHealth: Float64Array;
  readonly scarring: Float64Array;
  /** Flow through each collector bundle, m³/s; negative where it runs back. */
  readonly drainFlow: Float64Array;
  /** Lymph pressure at each junction, Pa. */
  readonly pressure: Float64Array;
  /** Lymph entering each junction, m³/s. */
  readonly inflow: Float64Array;
  /** Share of its inflow that each junction gives back to the blood. */
  readonly absorbedShare: Float64Array;
  /** Protein of the lymph leaving each junction, kg/m³. */
  readonly junctionProtein: Float64Array;
  /** Flow along each edge, m³/s. */
  readonly edgeFlow: Float64Array;
  /** Flow through each anastomosis, m³/s. */
  readonly anastomosisFlow: Float64Array;
  /** Flow through each tissue link, m³/s. */
  readonly linkFlow: Float64Array;
  /** What has passed since the run began, integrated with the method's own weights. */
  readonly passed: Passed;
  /** Step the integrator would take next, s; with it a run can be continued exactly. */
  readonly nextStep: number;
}

/** Fluid that has passed, m³, signed like the flows. */
export interface Passed {
  readonly drain: Float64Array;
  readonly edge: Float64Array;
  readonly anastomosis: Float64Array;
  readonly link: Float64Array;
}

/** Fluid and protein booked over a run; what does not add up is the error. */
export interface MassBalance {
  /** m³ filtered in. */
  readonly fluidIn: number;
  /** m³ returned to the blood at the outlets, and by the nodes. */
  readonly fluidOut: number;
  readonly fluidAbsorbed: number;
  /** |stored − in + out + absorbed| over the largest of in, out and stored. */
  readonly fluidError: number;
  /** kg. */
  readonly proteinIn: number;
  readonly proteinOut: number;
  readonly proteinError: number;
  /** m³ and kg that kidneys, drink and liver gave to the plasma. */
  readonly fluidRegulated: number;
  readonly proteinRegulated: number;
}

export interface WholeBodySeries {
  readonly states: readonly WholeBodyState[];
  readonly balance: MassBalance;
  readonly steps: number;
  readonly newtonIterations: number;
}

/** A state that shares no array with the given one. */
export function copyState(state: WholeBodyState): WholeBodyState {
  const copies = Object.entries(state).map(([key, value]) => [
    key,
    value instanceof Float64Array ? value.slice() : value,
  ]);
  const { drain, edge, anastomosis, link } = state.passed;
  const passed: Passed = {
    drain: drain.slice(),
    edge: edge.slice(),
    anastomosis: anastomosis.slice(),
    link: link.slice(),
  };
  return { ...(Object.fromEntries(copies) as unknown as WholeBodyState), passed };
}
