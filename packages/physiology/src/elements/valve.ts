/**
 * Secondary lymphatic valve in series with the vessel on both sides: its resistance R depends on the drop Δ across it.
 *
 *   P = p_up − p_down = Q (R_s + R),   Δ = Q R,   R_s = r_up + r_down + r_fixed
 *
 *   sigmoid    R = R_n + R_x [ σ(−s_o(Δ − Δ_o)) + σ(s_f(Δ − Δ_f)) − 1 ]          the second σ lets the valve prolapse
 *   log-blend  ln R = ξ ln R_n + (1 − ξ) ln R_x,   ξ = σ((Δ − Δ_o)/w)            single-valued beside any vessel if Δ_o ≫ w
 *   lagging    as log-blend, but ξ is a state:   τ ξ̇ = σ((Δ − Δ_th)/w) − ξ,   Δ_th = Δ_o (1 − ξ) + Δ_c ξ
 *
 * with σ(x) = 1/(1 + e^−x).
 *
 * | symbol   | unit     | sigmoid (Bertram 2011) | human, *assumed* | meaning                             |
 * | -------- | -------- | ---------------------- | ---------------- | ----------------------------------- |
 * | R_n      | Pa·s·m⁻³ | 6e7                    | 1e9              | open                                |
 * | R_x      | Pa·s·m⁻³ | 1.2e12                 | 1e15             | closed (added to R_n in the sigmoid) |
 * | s_o, Δ_o | 1/Pa, Pa | 0.4, −7                | –, 10            | opening                             |
 * | s_f, Δ_f | 1/Pa, Pa | 0.49, −1800            | –                | prolapse                            |
 * | Δ_c, w   | Pa       | –                      | −1, 1.5          | closing, width                      |
 * | τ        | s        | –                      | 0.01             | lag                                 |
 *
 * Sources: Bertram, Macaskill & Moore, J Biomech Eng 2011;133:011008; Davis et al. 2011 for hysteresis in real valves.
 * A static law has one answer beside every R_s only where d(Δ/R)/dΔ ≥ 0 (for the sigmoid: s_o |Δ_o| ≤ 2 if Δ_o < 0);
 * see valve-fold.ts. Where it has several, the most closed one (lowest Δ) is taken. Note the sigmoid's hidden
 * threshold: in R, it conducts only above Δ_o + ln(R_x/R_n)/s_o.
 */

export interface SigmoidValve {
  readonly law: "sigmoid";
  readonly open: number;
  readonly closed: number;
  /** s_o, 1/Pa. */
  readonly slope: number;
  /** Δ_o, Pa. */
  readonly opening: number;
  /** s_f, 1/Pa, and Δ_f, Pa; absent for a valve that never prolapses. */
  readonly prolapse?: { readonly slope: number; readonly pressure: number } | undefined;
  readonly fold: "refuse" | "allow";
}

export interface LogBlendValve {
  readonly law: "log-blend";
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

export type ValveLaw = SigmoidValve | LogBlendValve;

export const valveKinds = { none: 0, sigmoid: 1, logBlend: 2, lagging: 3 } as const;

/** All flow paths of a network: each a fixed resistance, the half vessels beside it, and perhaps a valve. */
export interface ValveArrays {
  readonly count: number;
  readonly kind: Uint8Array;
  readonly open: Float64Array;
  readonly closed: Float64Array;
  /** ln(R_x / R_n). */
  readonly ratio: Float64Array;
  readonly opening: Float64Array;
  readonly closing: Float64Array;
  /** s_o, or 1/w. */
  readonly steepness: Float64Array;
  readonly prolapse: Float64Array;
  readonly prolapseSteepness: Float64Array;
  readonly lag: Float64Array;
  /** Last drop Δ, Pa: the next solution starts here. */
  readonly drop: Float64Array;
  /** Results of `evaluateValve`: Q, and its derivatives by P, R_s and ξ. */
  readonly flow: Float64Array;
  readonly byPressure: Float64Array;
  readonly byResistance: Float64Array;
  readonly byState: Float64Array;
  /** ξ̇, and its derivatives by P, R_s and ξ; zero without a state. */
  readonly rate: Float64Array;
  readonly rateByPressure: Float64Array;
  readonly rateByResistance: Float64Array;
  readonly rateByState: Float64Array;
}

/** Room for `count` flow paths, all without a valve. */
export function createValves(count: number): ValveArrays {
  const array = () => new Float64Array(count);
  return {
    count,
    kind: new Uint8Array(count),
    open: array(),
    closed: array(),
    ratio: array(),
    opening: array(),
    closing: array(),
    steepness: array(),
    prolapse: array(),
    prolapseSteepness: array(),
    lag: array(),
    drop: array(),
    flow: array(),
    byPressure: array(),
    byResistance: array(),
    byState: array(),
    rate: array(),
    rateByPressure: array(),
    rateByResistance: array(),
    rateByState: array(),
  };
}

/** Writes one valve into the arrays. */
export function setValve(valves: ValveArrays, e: number, law: ValveLaw): void {
  valves.open[e] = law.open;
  valves.closed[e] = law.closed;
  valves.ratio[e] = Math.log(law.closed / law.open);
  valves.opening[e] = law.opening;
  if (law.law === "sigmoid") {
    valves.kind[e] = valveKinds.sigmoid;
    valves.steepness[e] = law.slope;
    valves.prolapse[e] = law.prolapse?.pressure ?? Number.NEGATIVE_INFINITY;
    valves.prolapseSteepness[e] = law.prolapse?.slope ?? 0;
    return;
  }
  valves.kind[e] = law.lag === undefined ? valveKinds.logBlend : valveKinds.lagging;
  valves.closing[e] = law.closing;
  valves.steepness[e] = 1 / law.width;
  valves.lag[e] = law.lag ?? 0;
}

/** ∂R/∂Δ of the last `staticResistance` call. */
let slopeOfResistance = 0;

/** R(Δ) of the static law of path `e`, Pa·s/m³. */
export function staticResistance(valves: ValveArrays, e: number, drop: number): number {
  const open = valves.open[e]!;
  const closed = valves.closed[e]!;
  const steep = valves.steepness[e]!;
  const z = steep * (drop - valves.opening[e]!);
  if (valves.kind[e] === valveKinds.logBlend) {
    const state = 1 / (1 + Math.exp(-z));
    const ratio = valves.ratio[e]!;
    const resistance = closed * Math.exp(-ratio * state);
    slopeOfResistance = -resistance * ratio * state * (1 - state) * steep;
    return resistance;
  }
  const shut = 1 / (1 + Math.exp(z));
  let sum = shut;
  let slope = -steep * shut * (1 - shut);
  const y = valves.prolapseSteepness[e]! * (drop - valves.prolapse[e]!);
  if (y < 40) {
    const firm = 1 / (1 + Math.exp(-y));
    sum += firm - 1;
    slope += valves.prolapseSteepness[e]! * firm * (1 - firm);
  }
  slopeOfResistance = closed * slope;
  return open + closed * sum;
}

/** Resistance, Pa·s/m³, of a static law at a drop Δ (Pa). */
export function valveResistance(law: ValveLaw, drop: number): number {
  const one = createValves(1);
  setValve(one, 0, law.law === "log-blend" ? { ...law, lag: undefined } : law);
  return staticResistance(one, 0, drop);
}

const relative = 1e-13;

/**
 * Root of G = R(Δ)(Δ − P) + R_s Δ between `low` (G ≤ 0) and `high` (G ≥ 0): Newton, or the middle of the bracket wherever
 * Newton leaves it or three iterations have not halved it. For P > 0, G rises and the root is the only one.
 */
function bracketedDrop(
  valves: ValveArrays,
  e: number,
  pressure: number,
  series: number,
  lowest: number,
  highest: number,
  start: number,
): number {
  let low = lowest;
  let high = highest;
  let x = start;
  let width = high - low;
  const enough = relative * Math.abs(pressure);
  for (let i = 1; i <= 200; i++) {
    const resistance = staticResistance(valves, e, x);
    const g = resistance * (x - pressure) + series * x;
    if (g < 0) low = x;
    else high = x;
    let next = x - g / (slopeOfResistance * (x - pressure) + resistance + series);
    let middle = !(next >= low && next <= high);
    if (i % 3 === 0) {
      middle ||= high - low > 0.5 * width;
      width = high - low;
    }
    if (middle) next = 0.5 * (low + high);
    const moved = Math.abs(next - x);
    x = next;
    if (moved <= enough) break;
  }
  return x;
}

/**
 * Lowest root for P < 0. Right of the prolapse, H = Δ + R_s Δ/R − P is concave up to its first maximum, so Newton from the
 * left climbs to the most closed root if there is one; where there is none, the open root is bracketed from the right.
 */
function backwardDrop(valves: ValveArrays, e: number, pressure: number, series: number): number {
  const slope = valves.prolapseSteepness[e]!;
  const firm = slope > 0 ? valves.prolapse[e]! + 40 / slope : pressure;
  let x = Math.min(Math.max(pressure, firm), 0);
  let low = pressure;
  for (let i = 0; i < 60; i++) {
    const resistance = staticResistance(valves, e, x);
    const h = x + (series * x) / resistance - pressure;
    // At the start the root lies in the prolapse; later the climb has passed the concave part and the root.
    if (h >= 0) return bracketedDrop(valves, e, pressure, series, low, x, x);
    low = x;
    const rise = 1 + (series * (resistance - x * slopeOfResistance)) / (resistance * resistance);
    const next = x - h / rise;
    if (rise <= 0 || next >= 0) break;
    if (next - x <= relative * -pressure) return next;
    x = next;
  }
  const open = valves.open[e]!;
  const start = (pressure * open) / (open + series);
  return bracketedDrop(valves, e, pressure, series, x, 0, Math.max(x, start));
}

/**
 * Flow through path `e` for a pressure difference P (Pa), series resistance R_s (Pa·s/m³) and valve state ξ.
 * Writes `flow`, `drop`, `rate`, and with `derivatives` the derivatives. No allocation.
 */
export function evaluateValve(
  valves: ValveArrays,
  e: number,
  pressure: number,
  series: number,
  state: number,
  derivatives: boolean,
): void {
  const kind = valves.kind[e]!;
  if (kind === valveKinds.none) {
    const flow = pressure / series;
    valves.flow[e] = flow;
    valves.byPressure[e] = 1 / series;
    valves.byResistance[e] = -flow / series;
    return;
  }
  if (kind === valveKinds.lagging) {
    const ratio = valves.ratio[e]!;
    const resistance = valves.closed[e]! * Math.exp(-ratio * state);
    const total = series + resistance;
    const flow = pressure / total;
    const share = resistance / total;
    const drop = pressure * share;
    const steep = valves.steepness[e]!;
    const lag = valves.lag[e]!;
    const thresholdSlope = valves.closing[e]! - valves.opening[e]!;
    const wanted = 1 / (1 + Math.exp(-steep * (drop - valves.opening[e]! - thresholdSlope * state)));
    valves.flow[e] = flow;
    valves.drop[e] = drop;
    valves.rate[e] = (wanted - state) / lag;
    if (!derivatives) return;
    valves.byPressure[e] = 1 / total;
    valves.byResistance[e] = -flow / total;
    valves.byState[e] = flow * share * ratio;
    const gain = (steep * wanted * (1 - wanted)) / lag;
    valves.rateByPressure[e] = gain * share;
    valves.rateByResistance[e] = -gain * flow * share;
    valves.rateByState[e] = -gain * (flow * series * share * ratio + thresholdSlope) - 1 / lag;
    return;
  }
  let drop = 0;
  if (pressure > 0) {
    const start = Math.min(Math.max(valves.drop[e]!, 0), pressure);
    drop = bracketedDrop(valves, e, pressure, series, 0, pressure, start);
  } else if (pressure < 0) drop = backwardDrop(valves, e, pressure, series);
  const resistance = staticResistance(valves, e, drop);
  const flow = drop / resistance;
  valves.drop[e] = drop;
  valves.flow[e] = flow;
  if (!derivatives) return;
  const conductance = (resistance - drop * slopeOfResistance) / (resistance * resistance);
  const divisor = 1 + series * conductance;
  valves.byPressure[e] = conductance / divisor;
  valves.byResistance[e] = (-flow * conductance) / divisor;
}
