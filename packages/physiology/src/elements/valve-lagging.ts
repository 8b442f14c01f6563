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
import { exp, log, logistic } from "@openlymph/base";
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
  const valves = laggingValves(paths, laws);
  return {
    paths,
    evaluate(all, state, derivatives) {
      pass(valves, all, state);
      turn(valves, all, state);
      if (derivatives) differentiate(valves, all, state);
    },
  };
}

interface LaggingValves {
  readonly paths: Int32Array;
  /** Nine numbers for each distinct law, in the order of `numbersOf`, and where those of each valve begin. */
  readonly law: Float64Array;
  readonly lawOf: Int32Array;
  /** R, Pa·s/m³, and σ of the last evaluation. */
  readonly resistance: Float64Array;
  readonly wanted: Float64Array;
}

const numbersPerLaw = 9;

function numbersOf(law: Lagging): readonly number[] {
  const { opening, openingRise, closing, closingRise, perFull } = thresholdsOf(law);
  const ratio = log(law.closed / law.open);
  const perLag = 1 / (law.lag ?? Number.NaN);
  return [law.closed, ratio, 1 / law.width, perLag, opening, openingRise, closing, closingRise, perFull];
}

function laggingValves(paths: Int32Array, laws: readonly Lagging[]): LaggingValves {
  const kinds = new Map([...new Set(laws)].map((law, n) => [law, n * numbersPerLaw]));
  return {
    paths,
    law: Float64Array.from([...kinds.keys()].flatMap(numbersOf)),
    lawOf: Int32Array.from(laws, (law) => kinds.get(law)!),
    resistance: new Float64Array(paths.length),
    wanted: new Float64Array(paths.length),
  };
}

/** Range of ξ in which the resistance follows it: a little beyond 0 to 1, so that nothing has a corner there. */
const leastState = -0.5;
const mostState = 1.5;

/** Flows and drops. */
function pass({ paths, law, lawOf, resistance }: LaggingValves, all: FlowPaths, state: Float64Array): void {
  const { gap, series, stateOf, drop, flow } = all;
  for (let i = 0; i < paths.length; i++) {
    const a = lawOf[i]!;
    let xi = state[stateOf[paths[i]!]!]!;
    // Within a long step ξ may run past its ends; the valve is then as open or as shut as a valve can be.
    if (xi < leastState) xi = leastState;
    else if (xi > mostState) xi = mostState;
    resistance[i] = law[a]! * exp(-law[a + 1]! * xi);
  }
  for (let i = 0; i < paths.length; i++) {
    const e = paths[i]!;
    const q = gap[e]! / (series[e]! + resistance[i]!);
    flow[e] = q;
    drop[e] = q * resistance[i]!;
  }
}

/** g of a valve, whose thresholds move with the distension. */
function distended(law: Float64Array, a: number, distension: number): number {
  const raw = distension * law[a + 8]!;
  const x = raw > 0 ? Math.min(raw, 1) : 0;
  return x * x * (3 - 2 * x);
}

/** Rates of the states. */
function turn({ paths, law, lawOf, wanted }: LaggingValves, all: FlowPaths, state: Float64Array): void {
  const { distension, stateOf, drop, rate } = all;
  for (let i = 0; i < paths.length; i++) {
    const e = paths[i]!;
    const a = lawOf[i]!;
    const xi = state[stateOf[e]!]!;
    let opening = law[a + 4]!;
    let closing = law[a + 6]!;
    if (law[a + 8]! > 0) {
      const g = distended(law, a, distension[e]!);
      opening += law[a + 5]! * g;
      closing += law[a + 7]! * g;
    }
    const share = logistic(law[a + 2]! * (drop[e]! - opening - (closing - opening) * xi));
    wanted[i] = share;
    rate[e] = (share - xi) * law[a + 3]!;
  }
}

function differentiate(valves: LaggingValves, all: FlowPaths, state: Float64Array): void {
  const { paths, law, lawOf, resistance, wanted } = valves;
  const { series, distension, stateOf, flow } = all;
  for (let i = 0; i < paths.length; i++) {
    const e = paths[i]!;
    const a = lawOf[i]!;
    const xi = state[stateOf[e]!]!;
    const beside = series[e]!;
    const conductance = 1 / (beside + resistance[i]!);
    const share = resistance[i]! * conductance;
    const ratio = xi > leastState && xi < mostState ? law[a + 1]! : 0;
    const q = flow[e]!;
    let spread = law[a + 6]! - law[a + 4]!;
    let bySqueeze = 0;
    const perFull = law[a + 8]!;
    if (perFull > 0) {
      const x = Math.min(Math.max(distension[e]! * perFull, 0), 1);
      const openingRise = law[a + 5]!;
      const closingRise = law[a + 7]!;
      spread += (closingRise - openingRise) * distended(law, a, distension[e]!);
      bySqueeze = 6 * x * (1 - x) * perFull * (openingRise * (1 - xi) + closingRise * xi);
    }
    const perLag = law[a + 3]!;
    const gain = law[a + 2]! * wanted[i]! * (1 - wanted[i]!) * perLag;
    all.byGap[e] = conductance;
    all.bySeries[e] = -q * conductance;
    all.byState[e] = q * share * ratio;
    all.rateByGap[e] = gain * share;
    all.rateBySeries[e] = -gain * q * share;
    all.rateByState[e] = -gain * (q * beside * share * ratio + spread) - perLag;
    all.rateByDistension[e] = -gain * bySqueeze;
  }
}
