/**
 * Water exchange of a lymph node with its blood, with the lymph's protein as a state: the node concentrates thin lymph
 * and thins thick lymph.
 *
 *   J = K [ (p_n − p_cap) − σ (Π(c) − Π_b) ]          water to the blood, Q_e = Q_a − J
 *   V c′ = c_a Q_a − c Q_e                            protein stays in the lymph; at rest c_e Q_e = c_a Q_a
 *
 * | symbol | unit    | default | source                                                                             |
 * | ------ | ------- | ------- | ---------------------------------------------------------------------------------- |
 * | K      | m³/s/Pa | –       | from the absorbed share at a stated inflow: half of the body's lymph, 8 → 4 L/day (Bhave & Neilson 2011) |
 * | p_cap  | Pa      | –       | from J = 0 at Π(c) = 0.6 Π_b: Adair, Moffatt, Paulsen & Guyton 1982 (dog popliteal node)  |
 * | σ      | –       | 0.9     | *textbook*                                                                         |
 * | V      | m³      | –       | lymph in the sinus, well mixed (c is what leaves); *assumed*                         |
 *
 * The same study finds 98 % of the change of concentration to be transfer of protein-free water; here it is all. More
 * than 90 % of lymph stays in the subcapsular sinus, on the afferent side, so p_n is the afferent pressure. K follows
 * from two numbers and a difference of two oncotic pressures that nearly cancel: read it as an order of magnitude.
 */
import { exp, expm1, fail, ok, type Result } from "@openlymph/base";
import { concentrationAtOncotic, type OncoticLaw, oncoticLaws, oncoticPressure, oncoticSlope } from "./oncotic.ts";

/** Exchange between the lymph of a node and its blood. */
export interface NodeExchange {
  /** K, m³/s/Pa. */
  readonly conductance: number;
  /** p_cap, Pa. */
  readonly capillaryPressure: number;
  /** σ. */
  readonly reflection: number;
  /** Π_b, Pa. */
  readonly bloodOncotic: number;
  readonly law: OncoticLaw;
}

/** J, m³/s, at node pressure p_n (Pa) and lymph protein (kg/m³); negative where blood gives water to the lymph. */
export function nodeAbsorption(exchange: NodeExchange, pressure: number, concentration: number): number {
  const { conductance, capillaryPressure, reflection, bloodOncotic, law } = exchange;
  const pull = reflection * (oncoticPressure(concentration, law) - bloodOncotic);
  return conductance * (pressure - capillaryPressure - pull);
}

/** ∂J/∂c, m³/s per kg/m³; ∂J/∂p_n is the conductance. */
export function nodeAbsorptionByConcentration(exchange: NodeExchange, concentration: number): number {
  return -exchange.conductance * exchange.reflection * oncoticSlope(concentration, exchange.law);
}

/** What leaves a node at rest. */
export interface NodePassage {
  /** J, m³/s. */
  readonly absorbed: number;
  /** Q_e, m³/s. */
  readonly efferent: number;
  /** c_e, kg/m³; 0 without protein. */
  readonly concentration: number;
}

/** Steady passage of an afferent flow Q_a (m³/s, above 0) with protein c_a (kg/m³) at node pressure p_n (Pa). */
export function passNode(exchange: NodeExchange, pressure: number, inflow: number, afferent: number): NodePassage {
  // Share y = Q_e / Q_a: absorption rises with y (thinner lymph), the rest Q_a (1 − y) falls with it. One crossing.
  const excess = (share: number) => nodeAbsorption(exchange, pressure, afferent / share) - inflow * (1 - share);
  let low = 0;
  let high = 1;
  for (let n = 0; n < 60 && excess(high) < 0; n++) high *= 2;
  for (let n = 0; n < 100 && high - low > 1e-15 * high; n++) {
    const middle = (low + high) / 2;
    if (excess(middle) < 0) low = middle;
    else high = middle;
  }
  const share = high;
  return { absorbed: inflow * (1 - share), efferent: inflow * share, concentration: afferent / share };
}

/** Protein of the node's lymph (kg/m³) after `step` s with flows held: exact, never overshooting. */
export function stepNodeProtein(
  concentration: number,
  afferent: { readonly flow: number; readonly concentration: number },
  efferentFlow: number,
  volume: number,
  step: number,
): number {
  const brought = afferent.flow * afferent.concentration;
  const z = (efferentFlow * step) / volume;
  const mean = Math.abs(z) < 1e-12 ? 1 : -expm1(-z) / z;
  return concentration * exp(-z) + ((brought * step) / volume) * mean;
}

/** The state of a node that fixes its exchange. */
export interface NodeAtRest {
  /** p_n, Pa. */
  readonly pressure: number;
  /** Q_a, m³/s. */
  readonly inflow: number;
  /** c_a, kg/m³. */
  readonly afferent: number;
  /** J / Q_a. */
  readonly absorbedShare: number;
  /** Protein of the blood, kg/m³. */
  readonly blood: number;
  /** σ; 0.9. */
  readonly reflection?: number | undefined;
  /** Π at which nothing passes, over that of the blood; 0.6. */
  readonly equilibriumShare?: number | undefined;
  readonly law?: OncoticLaw | undefined;
}

/**
 * The exchange with no flow at the equilibrium share and the stated absorption at rest. A `param/out-of-range` failure
 * where no K can do it: lymph can be concentrated up to the equilibrium only (and be thinned down to it).
 */
export function calibrateNodeExchange(rest: NodeAtRest): Result<NodeExchange> {
  const { pressure, inflow, afferent, absorbedShare, blood } = rest;
  const { reflection = 0.9, equilibriumShare = 0.6, law = oncoticLaws["landis-pappenheimer"] } = rest;
  const bloodOncotic = oncoticPressure(blood, law);
  const equilibrium = concentrationAtOncotic(equilibriumShare * bloodOncotic, law);
  const drive = reflection * (equilibriumShare * bloodOncotic - oncoticPressure(afferent / (1 - absorbedShare), law));
  const conductance = (absorbedShare * inflow) / drive;
  if (!(conductance > 0 && conductance < Infinity)) {
    return fail("param/out-of-range", {
      path: "absorbedShare",
      value: absorbedShare,
      expected: `between 0 and ${(1 - afferent / equilibrium).toPrecision(3)}, neither of them`,
      hint: "Absorption ends when the lymph reaches the node's equilibrium concentration.",
    });
  }
  const capillaryPressure = pressure + reflection * (1 - equilibriumShare) * bloodOncotic;
  return ok({ conductance, capillaryPressure, reflection, bloodOncotic, law });
}
