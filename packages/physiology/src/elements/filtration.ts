/**
 * Fluid and protein leaving the capillaries.
 *
 *   Jv = K [ pc − p − σ (Πp − Π°) ],   Π° = (1 − w) Π(c) + w Πg                            (Starling 1896; textbook)
 *   patlak:              Js = PS [ cp B(Pe) − c B(−Pe) ],  Pe = Jv (1 − σ) / PS,  B(z) = z / (1 − e⁻ᶻ)   (Patlak 1963; textbook)
 *   starling-convective: Js = Jv (1 − σ) (cp + c) / 2 + PS (cp − c)                        (its limit for small Pe)
 *
 * Patlak's law is usually written Jv (1−σ)(cp − c e⁻ᴾᵉ)/(1 − e⁻ᴾᵉ); the form above is smooth through Jv = 0.
 *
 * | symbol | unit     | default | meaning, source                                                            |
 * | ------ | -------- | ------- | -------------------------------------------------------------------------- |
 * | K      | m³/s/Pa  | –       | filtration coefficient L_p S; 5e-11 for a leg, *source and textbook*       |
 * | PS     | m³/s     | –       | permeability–surface product; 1.6e-9 for a leg, from its balance            |
 * | σ      | –        | 0.9     | reflection coefficient for protein, 0 to 1; *textbook*                      |
 * | w, Πg  | –, Pa    | 0, –    | share of the wall below a glycocalyx that keeps tissue protein away, and the oncotic pressure there; *assumed* |
 * | cp, c  | kg/m³    | –       | protein in plasma, in tissue                                               |
 *
 * The glycocalyx (revised Starling principle, Michel & Weinbaum) is a switch from w = 0 (tissue protein opposes) to
 * w = 1 (it does not); Πg is held. The convective form errs once |Pe| exceeds about 1 and may then give a flux of the
 * wrong sign; Patlak's never does.
 */
import { exp, expm1, log } from "@openlymph/base";
import { type OncoticLaw, oncoticPressure, oncoticSlope } from "./oncotic.ts";

/** Below this B and B′ are zero to rounding, and e⁻ᶻ would leave the numbers. */
const flat = -500;

/** B(z) = z / (1 − e⁻ᶻ). */
export function bernoulli(z: number): number {
  if (Math.abs(z) < 1e-4) return 1 + z / 2 + (z * z) / 12;
  return z / -expm1(-z);
}

/** B′(z). */
export function bernoulliSlope(z: number): number {
  if (Math.abs(z) < 1e-3) return 0.5 + z / 6;
  if (z < flat) return 0;
  const e = exp(-z);
  const d = -expm1(-z);
  return (d - z * e) / (d * d);
}

/** B(z) and B′(z) from one exponential, into `out[0]` and `out[1]`. */
export function bernoulliAndSlope(z: number, out: Float64Array): void {
  if (Math.abs(z) < 1e-3) {
    out[0] = bernoulli(z);
    out[1] = bernoulliSlope(z);
    return;
  }
  const d = -expm1(-z);
  out[0] = z / d;
  if (z < flat) out[1] = 0;
  else out[1] = (d - z * (1 - d)) / (d * d);
}

export type SoluteLaw = "patlak" | "starling-convective";

/** The wall between capillaries and one tissue. */
export interface CapillaryWall {
  /** K, m³/s/Pa. */
  readonly conductance: number;
  /** PS, m³/s. */
  readonly permeability: number;
  /** σ, 0 to 1. */
  readonly reflection: number;
  readonly solute: SoluteLaw;
  /** Absent: the classical Starling law. */
  readonly glycocalyx?: Glycocalyx | undefined;
}

export interface Glycocalyx {
  /** w, 0 to 1. */
  readonly share: number;
  /** Πg, Pa. */
  readonly oncotic: number;
}

/** What lies on the blood's side. */
export interface CapillaryBlood {
  /** pc, Pa. */
  readonly pressure: number;
  /** cp, kg/m³. */
  readonly concentration: number;
  /** Πp, Pa. */
  readonly oncotic: number;
}

/** Flows from blood to tissue and their derivatives by the tissue's pressure p and concentration c. */
export interface Filtration {
  /** Jv, m³/s. */
  fluid: number;
  /** m³/s/Pa. */
  fluidByPressure: number;
  /** m³/s per kg/m³. */
  fluidByConcentration: number;
  /** Js, kg/s. */
  protein: number;
  /** kg/s/Pa. */
  proteinByPressure: number;
  /** kg/s per kg/m³. */
  proteinByConcentration: number;
}

/** Room for the result of `evaluateFiltration`; make it once. */
export function createFiltration(): Filtration {
  return {
    fluid: 0,
    fluidByPressure: 0,
    fluidByConcentration: 0,
    protein: 0,
    proteinByPressure: 0,
    proteinByConcentration: 0,
  };
}

/** Flows through the wall at tissue pressure p (Pa) and protein c (kg/m³), into `out`. No allocation. */
export function evaluateFiltration(
  wall: CapillaryWall,
  blood: CapillaryBlood,
  pressure: number,
  concentration: number,
  law: OncoticLaw,
  out: Filtration,
): void {
  const { conductance, permeability, reflection } = wall;
  const shielded = wall.glycocalyx?.share ?? 0;
  const below = wall.glycocalyx?.oncotic ?? 0;
  const opposing = (1 - shielded) * oncoticPressure(concentration, law) + shielded * below;
  const fluid = conductance * (blood.pressure - pressure - reflection * (blood.oncotic - opposing));
  out.fluid = fluid;
  out.fluidByPressure = -conductance;
  out.fluidByConcentration = conductance * reflection * (1 - shielded) * oncoticSlope(concentration, law);
  const passing = 1 - reflection;
  let byFluid = (passing * (blood.concentration + concentration)) / 2;
  let byConcentration = (passing * fluid) / 2 - permeability;
  out.protein = byFluid * fluid + permeability * (blood.concentration - concentration);
  if (wall.solute === "patlak") {
    const peclet = (fluid * passing) / permeability;
    const forward = bernoulli(peclet);
    const backward = forward - peclet;
    const slope = bernoulliSlope(peclet);
    out.protein = permeability * (blood.concentration * forward - concentration * backward);
    byFluid = passing * (blood.concentration * slope - concentration * (slope - 1));
    byConcentration = -permeability * backward;
  }
  out.proteinByPressure = byFluid * out.fluidByPressure;
  out.proteinByConcentration = byFluid * out.fluidByConcentration + byConcentration;
}

/**
 * The permeability–surface product for which steady lymph of flow `q` carries protein of concentration `c`:
 * setting Js = q c gives e⁻ᴾᵉ = (c − (1−σ) cp) / (c σ). Needs (1−σ) cp < c < cp.
 */
export function permeabilityForSteadyProtein(q: number, c: number, plasma: number, reflection: number): number {
  const peclet = -log((c - (1 - reflection) * plasma) / (c * reflection));
  return (q * (1 - reflection)) / peclet;
}

/**
 * Protein (kg/m³) of steady lymph whose flow `q` (m³/s) all comes through the wall: Patlak's Js = q c, solved for c,
 *
 *   c = cp (1 − σ) / (1 − σ e⁻ᴾᵉ),   and for σ → 1  c = cp PS / (PS + q)   (Joyner, Carter & Renkin 1973)
 *
 * From cp at no flow down to (1 − σ) cp at a flow far above PS.
 */
export function steadyLymphProtein(q: number, permeability: number, plasma: number, reflection: number): number {
  const passing = 1 - reflection;
  if (passing < 1e-9) return (plasma * permeability) / (permeability + q);
  return (plasma * passing) / (passing - reflection * expm1((-q * passing) / permeability));
}
