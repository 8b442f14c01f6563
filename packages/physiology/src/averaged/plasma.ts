/**
 * Plasma: what leaves the capillaries leaves the blood, what enters the lymph comes back to it, as lymph at the venous
 * angles or as water in the nodes; kidneys and drink, and the liver, bring both back to normal.
 *
 *   Vp′ = Σ Q − Σ Jv − (Vp − Vp0)/τV           Mp′ = Σ Q c − Σ Js − (Mp − Mp0)/τM
 *   at the capillaries:  c = cp0 + φ (Mp/Vp − cp0),   Π(c),   pc + φ (Vp − Vp0)/C
 *
 * | symbol | unit  | default     | source                                                                                |
 * | ------ | ----- | ----------- | ------------------------------------------------------------------------------------- |
 * | Vp0    | m³    | 3 L         | textbook: plasma of an adult                                                          |
 * | C      | m³/Pa | 160 mL/mmHg | textbook: compliance of the circulation, 2 to 3 mL/mmHg per kg                        |
 * | τV     | s     | 12 h        | assumed: kidneys and thirst                                                           |
 * | τM     | s     | 27 d        | textbook: half-life of albumin about 19 d                                             |
 * | φ      | -     | 0           | share of the change that capillaries feel; 0: the circulation holds them as they are    |
 *
 * The network stores nothing: the rates equal −Σ V′ and −Σ M′ of the tissues but for the last terms. Within a stage of
 * length s the plasma is therefore a linear function of what the tissues hold,
 *
 *   Vp = [Vp,base − Σ (Vk − Vk,base) + s Vp0/τV] / (1 + s/τV),
 *
 * and Newton's matrix is A + U Wᵀ with two columns: exact derivatives for two more solves (Sherman–Morrison–Woodbury).
 */
import { oncoticPressure, oncoticSlope } from "../elements/oncotic.ts";
import type { SparseLu } from "../solve/sparse-lu.ts";
import type { Flows } from "./flows.ts";
import type { WholeBody } from "./invert.ts";
import type { Scales } from "./jacobian.ts";

/** Volume (m³) and protein (kg) of the plasma; also their rates. */
export interface Plasma {
  volume: number;
  protein: number;
}

export function healthyPlasma({ parameters }: WholeBody): Plasma {
  const { plasmaVolume, plasmaProtein } = parameters;
  return { volume: plasmaVolume, protein: plasmaVolume * plasmaProtein };
}

/** What the capillaries feel of the plasma: protein kg/m³, its oncotic pressure Pa, rise of capillary pressure Pa. */
export interface Blood {
  protein: number;
  oncotic: number;
  rise: number;
}

/** Writes what the capillaries feel. */
export function feelPlasma({ parameters }: WholeBody, { volume, protein }: Plasma, out: Blood): void {
  const { plasmaFeedback, plasmaProtein, plasmaVolume, vascularCompliance } = parameters;
  out.protein = plasmaProtein + plasmaFeedback * (protein / volume - plasmaProtein);
  out.oncotic = oncoticPressure(out.protein);
  out.rise = (plasmaFeedback * (volume - plasmaVolume)) / vascularCompliance;
}

/** Rate at which kidneys, drink and liver bring the plasma back, m³/s and kg/s. */
export function regulation(body: WholeBody, plasma: Plasma): Plasma {
  const rest = healthyPlasma(body);
  const { fluidBalanceTime, proteinBalanceTime } = body.parameters;
  return {
    volume: (rest.volume - plasma.volume) / fluidBalanceTime,
    protein: (rest.protein - plasma.protein) / proteinBalanceTime,
  };
}

/**
 * Writes the plasma at the end of a stage.
 *
 * @param gained what the tissues hold above the base of the stage, m³ and kg.
 * @param step hγ in s.
 */
export function stagePlasma(body: WholeBody, base: Plasma, gained: Plasma, step: number, out: Plasma): void {
  const rest = healthyPlasma(body);
  const byFluid = step / body.parameters.fluidBalanceTime;
  const byProtein = step / body.parameters.proteinBalanceTime;
  out.volume = (base.volume - gained.volume + byFluid * rest.volume) / (1 + byFluid);
  out.protein = (base.protein - gained.protein + byProtein * rest.protein) / (1 + byProtein);
}

/** The two columns by which the plasma couples all tissues, and A⁻¹ of them. */
export interface PlasmaBorder {
  readonly byVolume: Float64Array;
  readonly byProtein: Float64Array;
}

export function makePlasmaBorder(size: number): PlasmaBorder {
  return { byVolume: new Float64Array(size), byProtein: new Float64Array(size) };
}

/** Writes A⁻¹ U for the factorised A; call after each factorisation. */
export function borderColumns(
  body: WholeBody,
  lu: SparseLu,
  flows: Flows,
  plasma: Plasma,
  scales: Scales,
  step: number,
  out: PlasmaBorder,
): void {
  const { plasmaFeedback: share, vascularCompliance, fluidBalanceTime, proteinBalanceTime } = body.parameters;
  const { byVolume, byProtein } = out;
  const proteinByVolume = (-share * plasma.protein) / plasma.volume ** 2;
  const proteinByMass = share / plasma.volume;
  const slope = oncoticSlope(flows.blood.protein);
  const perVolume = -1 / (1 + step / fluidBalanceTime);
  const perMass = -1 / (1 + step / proteinBalanceTime);
  byVolume.fill(0);
  byProtein.fill(0);
  for (let k = 0; k < body.compartmentCount; k++) {
    const { filtrationByRise, filtrationByOncotic, proteinByFlow, proteinByPlasma } = flows;
    const write = (column: Float64Array, byC: number, rise: number, factor: number): void => {
      const flow = filtrationByRise[k]! * rise + filtrationByOncotic[k]! * slope * byC;
      column[2 * k] = (-step * factor * flow) / body.volume[k]!;
      column[2 * k + 1] =
        (-step * factor * (proteinByFlow[k]! * flow + proteinByPlasma[k]! * byC)) / scales.restMass[k]!;
    };
    write(byVolume, proteinByVolume, share / vascularCompliance, perVolume);
    write(byProtein, proteinByMass, 0, perMass);
  }
  lu.solve(byVolume);
  lu.solve(byProtein);
}

/** Turns A⁻¹ r into (A + U Wᵀ)⁻¹ r in place; W sums what the tissues hold. */
export function applyBorder(body: WholeBody, scales: Scales, border: PlasmaBorder, update: Float64Array): void {
  const { byVolume, byProtein } = border;
  const held = (vector: Float64Array, offset: 0 | 1): number => {
    const scale = offset === 0 ? body.volume : scales.restMass;
    let sum = 0;
    for (let k = 0; k < body.compartmentCount; k++) sum += vector[2 * k + offset]! * scale[k]!;
    return sum;
  };
  const a = 1 + held(byVolume, 0);
  const b = held(byProtein, 0);
  const c = held(byVolume, 1);
  const d = 1 + held(byProtein, 1);
  const first = held(update, 0);
  const second = held(update, 1);
  const determinant = a * d - b * c;
  const x = (d * first - b * second) / determinant;
  const y = (a * second - c * first) / determinant;
  for (let n = 0; n < update.length; n++) update[n] = update[n]! - x * byVolume[n]! - y * byProtein[n]!;
}
