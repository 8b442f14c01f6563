/**
 * Colloid osmotic (oncotic) pressure of plasma, tissue fluid and lymph.
 *
 *   Π(c) = 2.1 c + 0.16 c² + 0.009 c³   [mmHg], c in g/dL        (Landis and Pappenheimer 1963, textbook)
 *
 * | symbol | unit here | meaning                              |
 * | c      | kg/m³     | total protein (10 kg/m³ = 1 g/dL)    |
 * | Π      | Pa        | pressure across a protein-tight wall |
 *
 * Fitted to plasma between 0 and about 9 g/dL; beyond that the cubic is an extrapolation.
 */
import { mmHg } from "@openlymph/base";

const a1 = 0.21 * mmHg;
const a2 = 0.0016 * mmHg;
const a3 = 0.000009 * mmHg;

/** Oncotic pressure in Pa of a protein concentration in kg/m³. */
export function oncoticPressure(concentration: number): number {
  return concentration * (a1 + concentration * (a2 + concentration * a3));
}

/** dΠ/dc in Pa·m³/kg. */
export function oncoticSlope(concentration: number): number {
  return a1 + concentration * (2 * a2 + concentration * 3 * a3);
}

/** The concentration (kg/m³) whose oncotic pressure (Pa) is the given one; Newton from the linear term. */
export function concentrationAtOncotic(pressure: number): number {
  let c = pressure / a1 / 2;
  for (let n = 0; n < 60; n++) {
    const step = (oncoticPressure(c) - pressure) / oncoticSlope(c);
    c -= step;
    if (Math.abs(step) < 1e-14 * c) break;
  }
  return c;
}
