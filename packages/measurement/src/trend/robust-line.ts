/**
 * A straight line near a moment that single wrong values do not bend.
 *
 *   min over a, b of  Σᵢ kᵢ ρ((yᵢ − a − b (tᵢ − x)) / σᵢ),      ρ(u) = 1 − (1 − u²/c²)³ for |u| < c, else 1
 *
 * | symbol | unit    | default | meaning                                                  | source                    |
 * | ------ | ------- | ------- | -------------------------------------------------------- | ------------------------- |
 * | yᵢ, tᵢ | any, s  |         | value and moment of a measurement                        | series                    |
 * | σᵢ     | as y    |         | its standard deviation, with the scatter from day to day  | `trend.ts`                |
 * | kᵢ     | 1       |         | how near it lies: 1 at x, 0 outside                       | `smooth.ts`               |
 * | c      | 1       | 4.685   | standard deviations beyond which a value has no weight    | Tukey's biweight, *textbook* |
 *
 * Solved by reweighting, wᵢ = kᵢ (1 − u²/c²)² / σᵢ², from the line of least absolute deviations, so that the start is not
 * bent either. The line at x is Σ lᵢ yᵢ and its slope Σ mᵢ yᵢ; their errors are those of these sums with the weights as
 * they end. Where all weight lies at one moment there is a level and no slope.
 */

/** Values of one quantity in the order of time. */
export interface Observations {
  /** s. */
  readonly times: readonly number[];
  readonly values: readonly number[];
  /** σᵢ. */
  readonly deviations: readonly number[];
}

export interface RobustLine {
  /** a: the line at x, and its standard deviation. */
  readonly level: number;
  readonly levelDeviation: number;
  /** b, per second. */
  readonly slope: number;
  readonly slopeDeviation: number;
  /** wᵢ σᵢ²: how far a value counts, from 0 to 1. */
  readonly counted: readonly number[];
  /** lᵢ. */
  readonly levelParts: readonly number[];
}

const cut = 4.685;
const rounds = 200;

interface Fit {
  readonly level: number;
  readonly slope: number;
  /** lᵢ and mᵢ. */
  readonly levelParts: readonly number[];
  readonly slopeParts: readonly number[];
}

function weightedLine(offsets: readonly number[], values: readonly number[], weights: readonly number[]): Fit {
  let [s0, s1, s2] = [0, 0, 0];
  for (const [i, weight] of weights.entries()) {
    const offset = offsets[i]!;
    s0 += weight;
    s1 += weight * offset;
    s2 += weight * offset * offset;
  }
  const determinant = s0 * s2 - s1 * s1;
  const flat = !(determinant > 1e-10 * s0 * s2);
  const levelParts = weights.map((w, i) => (flat ? w / s0 : (w * (s2 - s1 * offsets[i]!)) / determinant));
  const slopeParts = weights.map((w, i) => (flat ? 0 : (w * (s0 * offsets[i]! - s1)) / determinant));
  const sum = (parts: readonly number[]) => parts.reduce((total, part, i) => total + part * values[i]!, 0);
  return { level: sum(levelParts), slope: sum(slopeParts), levelParts, slopeParts };
}

/** Fits the line near `x`; `nearness`: kᵢ, at least one of them positive. */
export function robustLine(
  { times, values, deviations }: Observations,
  x: number,
  nearness: readonly number[],
): RobustLine {
  const offsets = times.map((time) => time - x);
  const base = nearness.map((near, i) => near / deviations[i]! ** 2);
  const misses = ({ level, slope }: Fit) =>
    values.map((value, i) => (value - level - slope * offsets[i]!) / deviations[i]!);
  let fit = weightedLine(offsets, values, base);
  const improve = (weigh: (miss: number) => number) => {
    for (let round = 0; round < rounds; round++) {
      const weights = misses(fit).map((miss, i) => base[i]! * weigh(miss));
      if (!(Math.max(...weights) > 0)) return;
      const next = weightedLine(offsets, values, weights);
      const still = Math.abs(next.level - fit.level) <= 1e-12 * (1 + Math.abs(fit.level)) && next.slope === fit.slope;
      fit = next;
      if (still) return;
    }
  };
  improve((miss) => 1 / Math.max(Math.abs(miss), 1e-3));
  const biweight = (miss: number) => (Math.abs(miss) < cut ? (1 - (miss / cut) ** 2) ** 2 : 0);
  improve(biweight);
  const spread = (parts: readonly number[]) => Math.hypot(...parts.map((part, i) => part * deviations[i]!));
  return {
    level: fit.level,
    levelDeviation: spread(fit.levelParts),
    slope: fit.slope,
    slopeDeviation: spread(fit.slopeParts),
    counted: misses(fit).map(biweight),
    levelParts: fit.levelParts,
  };
}
