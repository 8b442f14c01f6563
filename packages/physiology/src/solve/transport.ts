/** What carries solutes along with the fluid; the pass itself is made by network/solutes.ts. */
export interface Transport {
  /** Everything it remembers, for a checkpoint. */
  readonly memory: readonly Float64Array[];
  /** After an accepted step of size h: the volumes that passed each path, and the new state. */
  carry(passed: Float64Array, state: Float64Array, h: number): void;
}
