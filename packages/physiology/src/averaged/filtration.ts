/**
 * Fluid and protein leaving the capillaries.
 *
 *   Jv = K [ pc − pf − σ (Πp − Π(c)) ]                                       (Starling 1896; textbook)
 *   Js = PS [ cp B(Pe) − c B(−Pe) ],  Pe = Jv (1 − σ) / PS,  B(z) = z / (1 − e⁻ᶻ)   (Patlak 1963; textbook)
 *
 * The second line is Patlak's Jv (1−σ)(cp − c e⁻ᴾᵉ)/(1 − e⁻ᴾᵉ), written so that it is smooth through Jv = 0.
 *
 * | symbol | unit     | meaning                            |
 * | K      | m³/s/Pa  | filtration coefficient             |
 * | PS     | m³/s     | permeability–surface product       |
 * | σ      | -        | reflection coefficient for protein |
 * | cp, c  | kg/m³    | protein in plasma, in tissue       |
 */

/** B(z) = z / (1 − e⁻ᶻ). */
export function bernoulli(z: number): number {
  if (Math.abs(z) < 1e-4) return 1 + z / 2 + (z * z) / 12;
  return z / -Math.expm1(-z);
}

/** B′(z). */
export function bernoulliSlope(z: number): number {
  if (Math.abs(z) < 1e-3) return 0.5 + z / 6;
  const e = Math.exp(-z);
  const d = -Math.expm1(-z);
  return (d - z * e) / (d * d);
}

/**
 * The permeability–surface product for which steady lymph of flow `q` carries protein of concentration `c`:
 * setting Js = q c gives e⁻ᴾᵉ = (c − (1−σ) cp) / (c σ). Needs (1−σ) cp < c < cp.
 */
export function permeabilityForSteadyProtein(q: number, c: number, plasma: number, reflection: number): number {
  const peclet = -Math.log((c - (1 - reflection) * plasma) / (c * reflection));
  return (q * (1 - reflection)) / peclet;
}
