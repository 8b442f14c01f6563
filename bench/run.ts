/** What one run of one case gives, whoever solved it. */
export interface Run {
  /** Mean over the window, m³/s. */
  readonly outflow: number;
  /** At the end, m³, vessel by vessel along the flow. */
  readonly volumes: Float64Array;
  readonly steps: number;
  /** Steps taken in vain. */
  readonly refused: number;
  /** Right-hand sides. */
  readonly evaluations: number;
  /** Of the integration alone. */
  readonly seconds: number;
}
