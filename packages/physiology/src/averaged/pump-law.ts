/**
 * Mean flow of a bundle of collectors, averaged over contraction cycles: the fitted law.
 *
 *   Q = Qmax · gain · S(p) · ψ(ΔP),   ΔP = Pn − pt
 *   S(p) = 1 / (1 + exp(−(p − p50)/wS)),   p50 = p0 + wS ln(ρ − 1)     so that S(p0) = 1/ρ
 *   ψ(ΔP) = 1 / (1 + exp((ΔP − x50 θ)/(wA θ)))
 *
 * | symbol   | unit | default  | source                                                                        |
 * | -------- | ---- | -------- | ----------------------------------------------------------------------------- |
 * | ρ        | -    | 4        | assumed: pump reserve, within the 2–5 computed in the resolved chain            |
 * | wS       | Pa   | 1 mmHg   | assumed                                                                         |
 * | x50, wA  | Pa   | 21.5, 8 mmHg | computed: fit of the resolved chain of 10 lymphangions, within 0.07 of Q/Q(0) |
 * | θ        | -    | 1        | pump strength; 24/39 mmHg in swollen against healthy arms (Modi 2007)           |
 *
 * S is driven by the elastic tissue pressure: external pressure raises lymph and tissue pressure alike and does not fill
 * a collector. Smooth, positive and bounded for every pressure.
 */
import { exp } from "@openlymph/base";

/** Share of the filling drive, S(p). */
export function fillingShare(pressure: number, halfPressure: number, width: number): number {
  return 1 / (1 + exp(-(pressure - halfPressure) / width));
}

/** Share of flow left against the afterload ΔP, ψ. */
export function afterloadShare(afterload: number, half: number, width: number, strength: number): number {
  return 1 / (1 + exp((afterload - half * strength) / (width * strength)));
}
