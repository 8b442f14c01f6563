/**
 * Pacing: when a lymphangion's muscle is active, and how strongly.
 *
 *   a(t) = ½ [1 − cos 2πφ]  for φ < 1, else 0;   φ = ((t − t₀) mod T) / t_c
 *
 * | symbol | unit | meaning                                    |
 * | ------ | ---- | ------------------------------------------ |
 * | T      | s    | period, 1 / frequency = t_c + rest         |
 * | t_c    | s    | duration of one contraction, 0 < t_c ≤ T   |
 * | t₀     | s    | onset in this lymphangion, any sign        |
 *
 * With t_c = T this is the waveform of Bertram, Macaskill & Moore (J Biomech Eng 2011;133:011008); a rest period was
 * added by the same group in 2014. The onset grows along the flow, by a fixed lag per lymphangion or by a conduction
 * velocity. `a` is continuous with its first derivative.
 */
export interface PacingArrays {
  /** Period T, s. */
  period: number;
  /** Duration of a contraction t_c, s. */
  contraction: number;
  /** Onset t₀ of each lymphangion, s. */
  readonly onset: Float64Array;
}

/** Phase φ counted in contractions: below 1 while contracting, up to T / t_c while resting. */
export function contractionPhase(t: number, onset: number, period: number, contraction: number): number {
  const since = (t - onset) % period;
  return (since < 0 ? since + period : since) / contraction;
}

/** Activation, 0 (rest) to 1 (peak), at a phase from `contractionPhase`. */
export function activationAt(phase: number): number {
  return phase < 1 ? 0.5 * (1 - Math.cos(2 * Math.PI * phase)) : 0;
}

/** Rate of change of the activation, 1/s. */
export function activationRateAt(phase: number, contraction: number): number {
  return phase < 1 ? (Math.PI / contraction) * Math.sin(2 * Math.PI * phase) : 0;
}
