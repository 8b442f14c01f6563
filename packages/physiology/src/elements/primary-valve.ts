/**
 * Primary valves: the overlapping flaps through which tissue fluid enters initial lymphatics, and hardly leaves again.
 *
 *   Q = Δ/R_x + (1/R_n − 1/R_x) r(Δ),   R = Δ/Q
 *   r(y) = 0 for y ≤ 0,   y²/2w for y < w,   y − w/2 above                  (a C¹ ramp)
 *
 * | symbol | unit     | default | range      | source                                                              |
 * | ------ | -------- | ------- | ---------- | ------------------------------------------------------------------- |
 * | R_n    | Pa·s·m⁻³ | 1e12    | 0.2–3e12   | open, per collector: 1/G_pv; *assumed* (human set)                  |
 * | R_x    | Pa·s·m⁻³ | 5e13    | 20–100 R_n | closed: a reflux of 0.02 (0.01 to 0.05); *assumed*                  |
 * | w      | Pa       | 10      | > 0        | drop over which the flaps open; *assumed*, numerical                |
 *
 * No drop, no flow; the flow rises with the drop everywhere, so there is one answer beside any series resistance. An open
 * valve carries w/2 less than Δ/R_n would. Diode form after Reddy & Patel 1995. Written as the first valve of a vessel
 * that begins in tissue or at an inlet; the plainer way is the inlet's own resistance and reflux (tissue.ts).
 */
import type { StaticResistance } from "./static-root.ts";

export interface PrimaryValve {
  readonly law: "primary";
  /** R_n and R_x, Pa·s/m³. */
  readonly open: number;
  readonly closed: number;
  /** w, Pa. */
  readonly width: number;
}

/** The valves of one human collector's initial lymphatics. *Assumed.* */
export const humanPrimaryValve: PrimaryValve = { law: "primary", open: 1e12, closed: 5e13, width: 10 };

/** R(Δ) of one valve, for the safeguarded search. */
export function primaryResistance({ open, closed, width }: PrimaryValve): StaticResistance {
  const shut = 1 / closed;
  const opened = 1 / open - shut;
  let slope = 0;
  return {
    open,
    closed,
    firm: Number.NEGATIVE_INFINITY,
    slope: () => slope,
    resistance(drop) {
      slope = 0;
      if (drop <= 0) return closed;
      const narrow = drop < width;
      const share = narrow ? drop / (2 * width) : 1 - width / (2 * drop);
      const resistance = 1 / (shut + opened * share);
      slope = -resistance * resistance * opened * (narrow ? 1 / (2 * width) : width / (2 * drop * drop));
      return resistance;
    },
  };
}
