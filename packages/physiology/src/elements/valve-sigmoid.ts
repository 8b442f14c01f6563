/**
 * Secondary lymphatic valve after Bertram: its resistance is a sigmoid of the drop across it.
 *
 *   R = R_n + R_x [ σ(−s_o(Δ − Δ_o)) + σ(s_f(Δ − Δ_f)) − 1 ],   σ(x) = 1/(1 + e^−x)      the second σ lets it prolapse
 *
 * | symbol   | unit     | 2011       | range       | meaning                          | source                          |
 * | -------- | -------- | ---------- | ----------- | -------------------------------- | ------------------------------- |
 * | R_n      | Pa·s·m⁻³ | 6e7        | 1e7–6e10    | open                             | Bertram 2011; 2014 (6e10)       |
 * | R_x      | Pa·s·m⁻³ | 1.2e12     | 1e12–1.2e14 | added when closed                | Bertram 2011; 2014 (1.2e14)     |
 * | s_o, Δ_o | 1/Pa, Pa | 0.4, −7    | 0.1–4, any  | opening                          | Bertram 2011                    |
 * | s_f, Δ_f | 1/Pa, Pa | 0.49, −1800 | –          | prolapse; absent for none        | Bertram 2011                    |
 *
 * Sources: Bertram, Macaskill & Moore, J Biomech Eng 2011;133:011008, constants as in its public reproductions; Bertram et
 * al., Comput Methods Biomech Biomed Engin 2014;17:1519. Single-valued beside every R_s only for s_o |Δ_o| ≤ 2 (Δ_o < 0);
 * see valve-fold.ts. In R the valve opens only above Δ_o + ln(R_x/R_n)/s_o, a hidden threshold.
 */
import { exp } from "@openlymph/base";
import type { FlowPaths, PathGroup } from "./flow-paths.ts";
import { type StaticResistance, staticDrop } from "./static-root.ts";

export interface SigmoidValve {
  readonly law: "sigmoid";
  /** R_n and R_x, Pa·s/m³. */
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

/** The law of one valve, for the safeguarded search. */
export function sigmoidResistance(law: SigmoidValve): StaticResistance {
  const { open, closed, slope: steep, opening, prolapse } = law;
  let slope = 0;
  return {
    open,
    closed: open + closed,
    firm: prolapse === undefined ? Number.NEGATIVE_INFINITY : prolapse.pressure + 40 / prolapse.slope,
    slope: () => slope,
    resistance(drop) {
      const rise = exp(steep * (drop - opening));
      const shut = 1 / (1 + rise);
      let share = shut;
      slope = rise > 1e150 ? 0 : -closed * steep * rise * shut * shut;
      if (prolapse !== undefined) {
        const fall = exp(-prolapse.slope * (drop - prolapse.pressure));
        const firm = 1 / (1 + fall);
        share += firm - 1;
        if (fall < 1e150) slope += closed * prolapse.slope * fall * firm * firm;
      }
      return open + closed * share;
    },
  };
}

/** The fold number s_o |Δ_o| / 2: at most 1 for a law with one answer beside every series resistance. 1.4 for 2011. */
export function sigmoidFold(law: SigmoidValve): number {
  return law.opening < 0 ? (law.slope * -law.opening) / 2 : 0;
}

interface SigmoidArrays {
  readonly open: Float64Array;
  readonly closed: Float64Array;
  readonly steep: Float64Array;
  readonly opening: Float64Array;
}

/** Valves that neither prolapse nor fold, by Newton's method inline; the rare one that dawdles goes to the safe search. */
export function plainSigmoidGroup(paths: Int32Array, laws: readonly SigmoidValve[]): PathGroup {
  const column = (pick: (law: SigmoidValve) => number) => Float64Array.from(laws, pick);
  const arrays: SigmoidArrays = {
    open: column((law) => law.open),
    closed: column((law) => law.closed),
    steep: column((law) => law.slope),
    opening: column((law) => law.opening),
  };
  const safe = laws.map(sigmoidResistance);
  return {
    paths,
    evaluate(all, _state, derivatives) {
      evaluatePlain(paths, arrays, safe, all, derivatives);
    },
  };
}

/** Newton's method at most this often before the safe search; one or two are usual. */
const quickIterations = 12;

function evaluatePlain(
  paths: Int32Array,
  { open, closed, steep, opening }: SigmoidArrays,
  safe: readonly StaticResistance[],
  { gap, series, drop, dropGap, dropSlope, flow, byGap, bySeries }: FlowPaths,
  derivatives: boolean,
): void {
  for (let i = 0; i < paths.length; i++) {
    const e = paths[i]!;
    const pressure = gap[e]!;
    const beside = series[e]!;
    const rn = open[i]!;
    const rx = closed[i]!;
    const s = steep[i]!;
    const o = opening[i]!;
    const size = Math.abs(pressure);
    // Quadratic convergence: a move this small leaves an error of its square, some 1e-12.
    const enough = 2e-6 * (size * s < 1 ? size : 1 / s);
    let x = drop[e]! + (pressure - dropGap[e]!) * dropSlope[e]!;
    if (pressure < 0) x = (pressure * (rn + rx)) / (rn + rx + beside);
    else if (x < 0) x = 0;
    else if (x > pressure) x = pressure;
    let resistance = 0;
    let slope = 0;
    let climb = 1;
    let n = 0;
    for (; n < quickIterations; n++) {
      const rise = exp(s * (x - o));
      const shut = 1 / (1 + rise);
      resistance = rn + rx * shut;
      slope = -rx * s * shut * (1 - shut);
      climb = slope * (x - pressure) + resistance + beside;
      let next = x - (resistance * (x - pressure) + beside * x) / climb;
      if (pressure < 0) {
        if (next < pressure) next = pressure;
        else if (next > 0) next = 0;
      } else if (next < 0) next = 0;
      else if (!(next <= pressure)) next = pressure;
      const moved = next - x;
      x = next;
      if (moved <= enough && moved >= -enough) {
        resistance += slope * moved;
        break;
      }
    }
    if (n === quickIterations) {
      x = staticDrop(safe[i]!, pressure, beside, drop[e]!);
      resistance = safe[i]!.resistance(x);
      slope = safe[i]!.slope();
      climb = slope * (x - pressure) + resistance + beside;
    }
    const q = beside > resistance ? (pressure - x) / beside : x / resistance;
    drop[e] = x;
    dropGap[e] = pressure;
    dropSlope[e] = resistance / climb;
    flow[e] = q;
    if (!derivatives) continue;
    const conductance = (resistance - x * slope) / (resistance * resistance);
    const divisor = 1 + beside * conductance;
    byGap[e] = conductance / divisor;
    bySeries[e] = (-q * conductance) / divisor;
  }
}
