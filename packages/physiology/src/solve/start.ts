/** What a step starts from: flows and valve rates at the present state, kept for a step that has to be repeated. */
export interface StepStart {
  readonly flow: Float64Array;
  readonly rate: Float64Array;
}
