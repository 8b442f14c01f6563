/**
 * Valves with a state that lags behind the drop, whose thresholds may depend on how distended the vessel is.
 *
 *   R = R_x (R_n/R_x)^ξ,   Q = P / (R_s + R),   Δ = Q R
 *   τ ξ̇ = σ((Δ − Δ_th)/w) − ξ,   Δ_th = Δ_o (1 − ξ) + Δ_c ξ
 *   Δ_o = Δ_o⁰ + (Δ_o¹ − Δ_o⁰) g,   Δ_c = Δ_c⁰ + (Δ_c¹ − Δ_c⁰) g,   g = 3x² − 2x³,   x = clip(p_tm / p_full, 0, 1)
 *
 * | symbol        | unit  | default        | meaning, source                                                                 |
 * | ------------- | ----- | -------------- | ------------------------------------------------------------------------------- |
 * | Δ_o⁰, Δ_o¹    | Pa    | –              | opening drop, relaxed and distended: about 6-fold apart; Davis et al. 2011       |
 * | Δ_c⁰, Δ_c¹    | Pa    | −10, −216      | closing drop: 0.1 to 2.2 cmH₂O, more than 20-fold; Davis et al. 2011              |
 * | p_full        | Pa    | –              | transmural pressure of full distension                                          |
 * | R_n, R_x, w, τ | –    | –              | as in valve-log-blend.ts, which is the case Δ¹ = Δ⁰                              |
 *
 * Source of the thresholds: Davis, Rahbar, Gashev, Zawieja & Moore, Am J Physiol Heart Circ Physiol 2011;301:H48 (rat).
 * The form of g is *assumed*. Q has one answer for every P and ξ.
 */
import { exp, logistic } from "@openlymph/base";
import type { FlowPaths, PathGroup } from "./flow-paths.ts";
import type { LogBlendValve } from "./valve-log-blend.ts";

/** Opening and closing drops that differ between the relaxed and the distended vessel. */
export interface HystereticValve {
  readonly law: "hysteretic";
  /** R_n and R_x, Pa·s/m³. */
  readonly open: number;
  readonly closed: number;
  /** Drops, Pa, in the relaxed and in the distended vessel. */
  readonly opening: { readonly relaxed: number; readonly distended: number };
  readonly closing: { readonly relaxed: number; readonly distended: number };
  /** p_full, Pa. */
  readonly fullDistension: number;
  /** w, Pa. */
  readonly width: number;
  /** τ, s. */
  readonly lag: number;
}

type Lagging = LogBlendValve | HystereticValve;

interface Thresholds {
  readonly opening: number;
  readonly openingRise: number;
  readonly closing: number;
  readonly closingRise: number;
  readonly perFull: number;
}

function thresholdsOf(law: Lagging): Thresholds {
  if (law.law === "log-blend") {
    return { opening: law.opening, openingRise: 0, closing: law.closing, closingRise: 0, perFull: 0 };
  }
  const { opening, closing } = law;
  return {
    opening: opening.relaxed,
    openingRise: opening.distended - opening.relaxed,
    closing: closing.relaxed,
    closingRise: closing.distended - closing.relaxed,
    perFull: 1 / law.fullDistension,
  };
}

/** Threshold drop Δ_th, Pa, of a valve in state ξ at a transmural pressure (Pa). */
export function thresholdDrop(law: Lagging, state: number, distension: number): number {
  const { opening, openingRise, closing, closingRise, perFull } = thresholdsOf(law);
  const x = Math.min(1, Math.max(0, distension * perFull));
  const g = x * x * (3 - 2 * x);
  return (opening + openingRise * g) * (1 - state) + (closing + closingRise * g) * state;
}

/** A group of lagging valves; each path has a state. */
export function laggingGroup(paths: Int32Array, laws: readonly Lagging[]): PathGroup {
  const column = (pick: (law: Lagging) => number) => Float64Array.from(laws, pick);
  const thresholds = laws.map(thresholdsOf);
  const each = (key: keyof Thresholds) => Float64Array.from(thresholds, (one) => one[key]);
  const arrays: LaggingArrays = {
    closed: column((law) => law.closed),
    ratio: column((law) => Math.log(law.closed / law.open)),
    steep: column((law) => 1 / law.width),
    rate: column((law) => 1 / (law.lag ?? Number.NaN)),
    opening: each("opening"),
    openingRise: each("openingRise"),
    closing: each("closing"),
    closingRise: each("closingRise"),
    perFull: each("perFull"),
  };
  return { paths, evaluate: (all, state, derivatives) => evaluateLagging(paths, arrays, all, state, derivatives) };
}

interface LaggingArrays {
  readonly closed: Float64Array;
  readonly ratio: Float64Array;
  readonly steep: Float64Array;
  readonly rate: Float64Array;
  readonly opening: Float64Array;
  readonly openingRise: Float64Array;
  readonly closing: Float64Array;
  readonly closingRise: Float64Array;
  readonly perFull: Float64Array;
}

/** Range of ξ in which the resistance follows it: a little beyond 0 to 1, so that nothing has a corner there. */
const leastState = -0.5;
const mostState = 1.5;

function evaluateLagging(
  paths: Int32Array,
  law: LaggingArrays,
  all: FlowPaths,
  state: Float64Array,
  derivatives: boolean,
): void {
  const { gap, series, distension, stateOf, drop, flow, rate } = all;
  for (let i = 0; i < paths.length; i++) {
    const e = paths[i]!;
    const xi = state[stateOf[e]!]!;
    const beside = series[e]!;
    // Within a long step ξ may run past its ends; the valve is then as open or as shut as a valve can be.
    const inside = xi > leastState && xi < mostState;
    const ratio = inside ? law.ratio[i]! : 0;
    const resistance = law.closed[i]! * exp(-law.ratio[i]! * Math.min(Math.max(xi, leastState), mostState));
    const conductance = 1 / (beside + resistance);
    const q = gap[e]! * conductance;
    const share = resistance * conductance;
    const across = q * resistance;
    let opening = law.opening[i]!;
    let closing = law.closing[i]!;
    let bySqueeze = 0;
    const perFull = law.perFull[i]!;
    if (perFull > 0) {
      const raw = distension[e]! * perFull;
      const x = raw > 0 ? Math.min(raw, 1) : 0;
      const g = x * x * (3 - 2 * x);
      opening += law.openingRise[i]! * g;
      closing += law.closingRise[i]! * g;
      bySqueeze = 6 * x * (1 - x) * perFull * (law.openingRise[i]! * (1 - xi) + law.closingRise[i]! * xi);
    }
    const steep = law.steep[i]!;
    const perLag = law.rate[i]!;
    const wanted = logistic(steep * (across - opening - (closing - opening) * xi));
    flow[e] = q;
    drop[e] = across;
    rate[e] = (wanted - xi) * perLag;
    if (!derivatives) continue;
    const gain = steep * wanted * (1 - wanted) * perLag;
    all.byGap[e] = conductance;
    all.bySeries[e] = -q * conductance;
    all.byState[e] = q * share * ratio;
    all.rateByGap[e] = gain * share;
    all.rateBySeries[e] = -gain * q * share;
    all.rateByState[e] = -gain * (q * beside * share * ratio + closing - opening) - perLag;
    all.rateByDistension[e] = -gain * bySqueeze;
  }
}
