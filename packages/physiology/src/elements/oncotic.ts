/**
 * Colloid osmotic (oncotic) pressure of plasma, tissue fluid and lymph.
 *
 *   Π(c) = a₁ c + a₂ c² + a₃ c³         c in kg/m³ (10 kg/m³ = 1 g/dL), Π in Pa across a protein-tight wall
 *
 * | law                | a₁, a₂, a₃ in mmHg, c in g/L | fitted to            | source                              |
 * | ------------------ | ---------------------------- | -------------------- | ----------------------------------- |
 * | landis-pappenheimer| 0.21, 1.6e-3, 9e-6           | plasma, 0–90 kg/m³   | Landis & Pappenheimer 1963, *textbook* |
 * | guyton-1992        | 0.28, 1.9e-3, 0              | whole-body model     | Guyton 1992 model, public code      |
 * | lung               | 0.157, 3.2e-3, 0             | lung lymph           | pulmonary lymph model, public code  |
 * | nitta              | 4/7 albumin + 3/7 globulin   | plasma, A/G = 4/3    | Nitta 1981, public code             |
 *
 * Nitta: albumin 0.28, 1.8e-3, 1.2e-5; globulin 0.09, 1.2e-3, 4e-6; the part of each as its share of the total.
 * Every law rises and bends upward for c ≥ 0, so its inverse is unique for Π ≥ 0. Above the fitted range the polynomial
 * is an extrapolation; below zero it goes on smoothly, so that a solver's overshoot meets no corner. Plasma (72 kg/m³)
 * gives 26.8, 30.0, 27.9 and 25.5 mmHg in the order of the table: the choice matters more than most parameters.
 */
import { mmHg } from "@openlymph/base";

/** Coefficients of Π(c), in Pa and kg/m³. */
export interface OncoticLaw {
  readonly a1: number;
  readonly a2: number;
  readonly a3: number;
}

const albumin = { a1: 0.28, a2: 0.0018, a3: 0.000012 };
const globulin = { a1: 0.09, a2: 0.0012, a3: 0.000004 };
const mixed = (term: "a1" | "a2" | "a3") => ((4 * albumin[term] + 3 * globulin[term]) / 7) * mmHg;

/** The laws by name. */
export const oncoticLaws = {
  "landis-pappenheimer": { a1: 0.21 * mmHg, a2: 0.0016 * mmHg, a3: 0.000009 * mmHg },
  "guyton-1992": { a1: 0.28 * mmHg, a2: 0.0019 * mmHg, a3: 0 },
  lung: { a1: 0.157 * mmHg, a2: 0.0032 * mmHg, a3: 0 },
  nitta: { a1: mixed("a1"), a2: mixed("a2"), a3: mixed("a3") },
} as const satisfies Record<string, OncoticLaw>;

export type OncoticLawName = keyof typeof oncoticLaws;

const usual: OncoticLaw = oncoticLaws["landis-pappenheimer"];

/** Oncotic pressure in Pa of a protein concentration in kg/m³. */
export function oncoticPressure(concentration: number, law: OncoticLaw = usual): number {
  return concentration * (law.a1 + concentration * (law.a2 + concentration * law.a3));
}

/** dΠ/dc in Pa·m³/kg. */
export function oncoticSlope(concentration: number, law: OncoticLaw = usual): number {
  return law.a1 + concentration * (2 * law.a2 + concentration * 3 * law.a3);
}

/** The concentration (kg/m³) whose oncotic pressure (Pa, 0 or more) is the given one; Newton from the linear term. */
export function concentrationAtOncotic(pressure: number, law: OncoticLaw = usual): number {
  let c = pressure / law.a1 / 2;
  for (let n = 0; n < 60; n++) {
    const step = (oncoticPressure(c, law) - pressure) / oncoticSlope(c, law);
    c -= step;
    if (Math.abs(step) <= 1e-14 * c) break;
  }
  return c;
}
