/**
 * Secondary valve whose resistance blends in the logarithm, so that it opens where it is said to open.
 *
 *   ln R = ξ ln R_n + (1 − ξ) ln R_x
 *   static     ξ = σ((Δ − Δ_o)/w)
 *   lagging    τ ξ̇ = σ((Δ − Δ_th)/w) − ξ,   Δ_th = Δ_o (1 − ξ) + Δ_c ξ          hysteresis: opens at Δ_o, closes at Δ_c
 *
 * | symbol   | unit     | human | range        | meaning          | source                                               |
 * | -------- | -------- | ----- | ------------ | ---------------- | ---------------------------------------------------- |
 * | R_n      | Pa·s·m⁻³ | 1e9   | 0.3–3e9      | open             | *assumed*: 0.15 of the lymphangion's own resistance  |
 * | R_x      | Pa·s·m⁻³ | 1e15  | 1e13–1e16    | closed           | *assumed*; 1e13 leaks                                |
 * | Δ_o, Δ_c | Pa       | 10, −1 | –           | opening, closing | *assumed*; closing far below zero pumps backward     |
 * | w        | Pa       | 1.5   | –            | width            | *assumed*                                            |
 * | τ        | s        | 0.01  | –            | lag              | *assumed*                                            |
 *
 * The static law has one answer beside any vessel where ln(R_x/R_n) · max |Δ| ξ(1−ξ)/w ≤ 1 for Δ < 0, that is for
 * Δ_o ≫ w; see valve-fold.ts. A lagging law always has one.
 */
import { exp, log, logistic } from "@openlymph/base";
import type { StaticResistance } from "./static-root.ts";

export interface LogBlendValve {
  readonly law: "log-blend";
  /** R_n and R_x, Pa·s/m³. */
  readonly open: number;
  readonly closed: number;
  /** Δ_o, Pa. */
  readonly opening: number;
  /** Δ_c, Pa; equal to `opening` without a lag. */
  readonly closing: number;
  /** w, Pa. */
  readonly width: number;
  /** τ, s; absent for the static law. */
  readonly lag?: number | undefined;
  readonly fold: "refuse" | "allow";
}

/** The static law of one valve, for the safeguarded search. */
export function logBlendResistance(law: LogBlendValve): StaticResistance {
  const { open, closed, opening, width } = law;
  const ratio = log(closed / open);
  let slope = 0;
  return {
    open,
    closed,
    firm: Number.NEGATIVE_INFINITY,
    slope: () => slope,
    resistance(drop) {
      const xi = logistic((drop - opening) / width);
      const resistance = closed * exp(-ratio * xi);
      slope = (-ratio * resistance * xi * (1 - xi)) / width;
      return resistance;
    },
  };
}

/** The fold number: at most 1 for a law with one answer beside every series resistance; 0 with a lag. */
export function logBlendFold(law: LogBlendValve): number {
  if (law.lag !== undefined) return 0;
  let worst = 0;
  // |y| ξ(1−ξ) with y = Δ/w < 0 peaks within a few widths left of zero or of the opening drop.
  for (let y = Math.min(0, law.opening / law.width) - 12; y < 0; y += 0.01) {
    const xi = logistic(y - law.opening / law.width);
    worst = Math.max(worst, -y * xi * (1 - xi));
  }
  return log(law.closed / law.open) * worst;
}
