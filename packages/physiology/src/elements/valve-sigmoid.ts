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
 * see valve-fold.ts. In R the valve opens only above Δ_o + ln(R_x/R_n)/s_o, a hidden threshold. Most valves neither prolapse
 * nor fold; sigmoid-search.ts solves these, by the hundred.
 */
import { exp } from "@openlymph/base";
import type { StaticResistance } from "./static-root.ts";

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
