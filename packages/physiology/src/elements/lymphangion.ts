/**
 * Lymphangion: one contracting segment between two valves. State: its volume V, so that mass is exactly conserved.
 *
 *   V̇   = Q_in − Q_out,   D = √(4V / πL)
 *   p    = p_e(t) + P_d [ exp(k D/D₀ − c) − (D₀/D)³ ] + (2/D) [T_t + a(t) T₀] · exp(−((D/D₀ − s₀)/w)²)
 *   r    = 64 μL / (πD⁴)                    Poiseuille resistance from the middle to either end (half-segment variant)
 *
 * Two published or computed laws are cases of it.
 *
 * | symbol | unit | `bertram-2011`        | `human-collector` | meaning, source                                        |
 * | ------ | ---- | --------------------- | ----------------- | ------------------------------------------------------ |
 * | P_d    | Pa   | 5–12.5                | 150               | passive pressure scale; Bertram 2011 / *assumed*       |
 * | D₀     | m    | 0.16–0.25e-3 (D_d)    | 0.5e-3            | reference diameter; Bertram 2011 / Olszewski & Engeset 1980 |
 * | k      | –    | 1                     | 10                | stiffening; Bertram 2011 / *assumed*                   |
 * | c      | –    | 0                     | k                 | offset of the exponent                                 |
 * | T₀     | N/m  | 3.6e-3 (M)            | 1.0               | peak active tension; Bertram 2011 / scaled from Telinius 2010 |
 * | T_t    | N/m  | 0                     | 0.03              | tone; *assumed*                                        |
 * | s₀, w  | –    | no length dependence  | 1.2, 0.5          | optimal stretch, width; *assumed*                      |
 * | L      | m    | 3e-3                  | 10e-3             | length; Bertram 2011 / *textbook*                      |
 *
 * Sources: Bertram, Macaskill & Moore, J Biomech Eng 2011;133:011008. Telinius et al. 2010 (human thoracic duct rings).
 * The exponent is clipped at 30 (p ~ 10¹³ P_d), far outside any use. Valid for V > 0.
 * Walls stay round however hard they are pressed, unless they collapse: collapse.ts.
 * Where 2T₀/D² exceeds the wall's stiffness the contraction snaps through: judge mean flows there, not trajectories.
 */
import { exp } from "@openlymph/base";
import type { Activation } from "./activation.ts";
import { type Collapse, type CollapsingWalls, foldedPressure, foldWalls } from "./collapse.ts";

/** Wall of one lymphangion, in SI. */
export interface WallLaw {
  readonly law: "bertram-2011" | "human-collector";
  /** P_d, Pa. */
  readonly passivePressure: number;
  /** D₀, m. */
  readonly referenceDiameter: number;
  /** k. */
  readonly stiffening: number;
  /** T₀, N/m; M of Bertram 2011. */
  readonly activeTension: number;
  /** T_t, N/m. */
  readonly tone: number;
  /** s₀. */
  readonly optimalStretch: number;
  /** w; infinite for no dependence on length. */
  readonly stretchWidth: number;
  /** How it folds flat when it is pressed from outside; absent for a wall that stays round. */
  readonly collapse?: Collapse | undefined;
}

/** Walls of a whole network. */
export interface WallArrays {
  readonly count: number;
  /** Whether the active tension of any wall depends on its length. */
  lengthCounts: boolean;
  /** Eight numbers for each wall, in one array because a loop over many is slow: P_d, D₀, k, c, T₀, T_t, s₀, 1/w. */
  readonly law: Float64Array;
  /** 1/D₀, 1/m. */
  readonly inverseReference: Float64Array;
  /** 4 / (πL), 1/m: D² = V times this. */
  readonly squareDiameterPerVolume: Float64Array;
  /** 64 μL / π: r = this / D⁴. */
  readonly poiseuille: Float64Array;
  /** Diameter, m, e^(k D/D₀ − c), and the part of the active tension its length leaves, of the last evaluation. */
  readonly diameter: Float64Array;
  readonly rise: Float64Array;
  readonly bell: Float64Array;
  /** Those that fold flat; absent where none does. */
  readonly collapsing?: CollapsingWalls | undefined;
}

const largestExponent = 30;

/** Room for `count` walls. */
export function createWalls(count: number): WallArrays {
  const array = () => new Float64Array(count);
  return {
    count,
    lengthCounts: false,
    law: new Float64Array(8 * count),
    inverseReference: array(),
    squareDiameterPerVolume: array(),
    poiseuille: array(),
    diameter: array(),
    rise: array(),
    bell: array().fill(1),
  };
}

/** Writes one wall into the arrays; `length` in m, `viscosity` in Pa·s. */
export function setWall(walls: WallArrays, j: number, law: WallLaw, length: number, viscosity: number): void {
  const { passivePressure, referenceDiameter, stiffening, activeTension, tone, optimalStretch, stretchWidth } = law;
  const offset = law.law === "human-collector" ? stiffening : 0;
  walls.law.set(
    [passivePressure, referenceDiameter, stiffening, offset, activeTension, tone, optimalStretch, 1 / stretchWidth],
    8 * j,
  );
  walls.lengthCounts ||= 1 / stretchWidth > 0;
  walls.inverseReference[j] = 1 / referenceDiameter;
  walls.squareDiameterPerVolume[j] = 4 / (Math.PI * length);
  walls.poiseuille[j] = (64 * viscosity * length) / Math.PI;
}

/** Volume, m³, of a cylinder of that diameter and length. */
export function volumeOf(diameter: number, length: number): number {
  return (Math.PI / 4) * diameter * diameter * length;
}

/** Diameter, m, of a cylinder of that volume and length. */
export function diameterOf(volume: number, length: number): number {
  return Math.sqrt((4 * volume) / (Math.PI * length));
}

/** What `evaluateWalls` writes; each array is at least as long as there are lymphangions. */
export interface WallOutput {
  /** Pressure in the middle, Pa. */
  readonly pressure: Float64Array;
  /** Half-segment resistance, Pa·s/m³. */
  readonly resistance: Float64Array;
  /** ∂p/∂V, Pa/m³. */
  readonly pressureByVolume: Float64Array;
  /** ∂p/∂t at constant volume, Pa/s. */
  readonly pressureRate: Float64Array;
}

/**
 * Pressures and resistances of all lymphangions for their volumes and activation, `outside` being the pressure on each
 * (Pa, by slot) and `outsideRate` its rate; with `derivatives`, also ∂p/∂V and ∂p/∂t. No allocation.
 */
export function evaluateWalls(
  walls: WallArrays,
  activation: Activation,
  outside: Float64Array,
  outsideRate: Float64Array,
  volume: Float64Array,
  derivatives: boolean,
  out: WallOutput,
): void {
  stretchWalls(walls, volume);
  pressWalls(walls, activation, outside, out);
  if (derivatives) differentiateWalls(walls, activation, outsideRate, volume, out);
  if (walls.collapsing !== undefined) foldWalls(walls.collapsing, outside, outsideRate, volume, derivatives, out);
}

/** Diameters, the rising part of the passive pressures, and what lengths leave of the active tensions. */
function stretchWalls(walls: WallArrays, volume: Float64Array): void {
  const { count, law, inverseReference, squareDiameterPerVolume, diameter, rise, bell } = walls;
  for (let j = 0; j < count; j++) {
    const d = Math.sqrt(volume[j]! * squareDiameterPerVolume[j]!);
    const stretch = d * inverseReference[j]!;
    const exponent = law[(j << 3) | 2]! * stretch - law[(j << 3) | 3]!;
    diameter[j] = d;
    rise[j] = exp(exponent < largestExponent ? exponent : largestExponent);
  }
  if (!walls.lengthCounts) return;
  for (let j = 0; j < count; j++) {
    const off = (diameter[j]! * inverseReference[j]! - law[(j << 3) | 6]!) * law[(j << 3) | 7]!;
    bell[j] = exp(-off * off);
  }
}

function pressWalls(walls: WallArrays, { level }: Activation, outside: Float64Array, out: WallOutput): void {
  const { count, law, poiseuille, diameter, rise, bell } = walls;
  const { pressure, resistance } = out;
  for (let j = 0; j < count; j++) {
    const d = diameter[j]!;
    const perDiameter = 1 / d;
    const square = perDiameter * perDiameter;
    const a = j << 3;
    const perStretch = perDiameter * law[a | 1]!;
    const shrink = perStretch * perStretch * perStretch;
    const tension = (law[a | 5]! + law[a | 4]! * level[j]!) * bell[j]!;
    pressure[j] = outside[j]! + law[a]! * (rise[j]! - shrink) + 2 * perDiameter * tension;
    resistance[j] = poiseuille[j]! * square * square;
  }
}

/** ∂p/∂(stretch), then ∂stretch/∂V = stretch / 2V. */
function differentiateWalls(
  walls: WallArrays,
  { level, rate }: Activation,
  outsideRate: Float64Array,
  volume: Float64Array,
  out: WallOutput,
): void {
  const { count, law, inverseReference, diameter, rise, bell } = walls;
  const { pressureByVolume, pressureRate } = out;
  for (let j = 0; j < count; j++) {
    const d = diameter[j]!;
    const stretch = d * inverseReference[j]!;
    const perStretch = 1 / stretch;
    const k = law[8 * j + 2]!;
    const narrow = law[8 * j + 7]!;
    const slope = k * stretch - law[8 * j + 3]! < largestExponent ? k * rise[j]! : 0;
    const square = perStretch * perStretch;
    const peak = law[8 * j + 4]!;
    const perTension = (2 / d) * bell[j]!;
    const hoop = perTension * (law[8 * j + 5]! + peak * level[j]!);
    const lean = perStretch + 2 * (stretch - law[8 * j + 6]!) * narrow * narrow;
    const byStretch = law[8 * j]! * (slope + 3 * square * square) - hoop * lean;
    pressureByVolume[j] = (byStretch * stretch) / (2 * volume[j]!);
    pressureRate[j] = outsideRate[j]! + perTension * peak * rate[j]!;
  }
}

/** Transmural pressure, Pa, of one lymphangion at a diameter (m) and activation (0 to 1): the law above, in one call. */
export function transmuralPressure(law: WallLaw, diameter: number, activation: number): number {
  const stretch = diameter / law.referenceDiameter;
  const offset = law.law === "human-collector" ? law.stiffening : 0;
  const exponent = Math.min(law.stiffening * stretch - offset, largestExponent);
  const passive = law.passivePressure * (exp(exponent) - stretch ** -3);
  const bell = exp(-(((stretch - law.optimalStretch) / law.stretchWidth) ** 2));
  const round = passive + (2 / diameter) * (law.tone + activation * law.activeTension) * bell;
  return law.collapse === undefined ? round : foldedPressure(law.collapse, round, stretch);
}
