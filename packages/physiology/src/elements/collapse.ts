/**
 * Collapse: what a wall does when the pressure outside exceeds the one within. Its ring stays round as long as the tissue
 * it is tethered to holds it open; pressed harder, it folds flat, and what flows goes through a slit.
 *
 *   p_r(V, a)                                       transmural pressure of the round ring: lymphangion.ts
 *   p_f = −P_s − K [ (A₀/A)^(3/2) − 1 ]              of the folded one
 *   p   = p_r + w ln(1 + e^x),   x = (p_f − p_r)/w,   λ = σ(x) folded,   w = P_s/10
 *   r   = 64 μL/(πD⁴) · [ 1 + λ (π²/8) (A₀ − A)₊ / (A + A_c) ]
 *
 * | symbol | unit | default | range | meaning, source                                                                  |
 * | ------ | ---- | ------- | ----- | -------------------------------------------------------------------------------- |
 * | P_s    | Pa   | 500     | > 0   | transmural pressure, below zero, that tethers carry; *assumed*                    |
 * | K      | Pa   | 1.6     | > 0   | bending stiffness, E h³ / 12R³ = P_d (k + 3) (h/R)² / 12 of the human wall, with h/R = 0.1, *assumed* |
 * | A₀     | m²   | –       | –     | πD₀²/4                                                                           |
 * | A_c    | m²   | 0.21 A₀ | –     | area at which opposite walls lie on each other (Flaherty et al.); smaller, the shape stays |
 * | w      | Pa   | P_s/10  | –     | width of the change from round to folded; *assumed*                              |
 *
 * A ^ −3/2 is the similarity law of a folded tube (Flaherty, Keller & Rubinow, SIAM J Appl Math 1972;23:446; Shapiro, J
 * Biomech Eng 1977;99:126; both *textbook*): two lobes that shrink without changing shape, so that r ∝ A⁻² like a round one.
 * Before, the factor of r is that of a flat ellipse of constant circumference, (a² + b²)/2ab; the change between is *assumed*.
 * That tethers keep a lymphatic open below zero transmural pressure: Jamalian et al., Sci Rep 2017;7:12080. The ring's own
 * buckling pressure, 3K, is small beside them. Between round and folded, pressure hardly changes: a folding vessel gives way.
 */
import { exp, log, logistic } from "@openlymph/base";

export interface Collapse {
  /** K, Pa. */
  readonly stiffness: number;
  /** P_s, Pa. */
  readonly support: number;
}

/** The defaults of the table. */
export const usualCollapse: Collapse = { stiffness: 1.6, support: 500 };

/** Walls of a network that collapse, among all of them. */
export interface CollapsingWalls {
  /** Which lymphangions. */
  readonly cells: Int32Array;
  /** K, P_s, Pa, and A₀L, m³, of each. */
  readonly law: Float64Array;
  /** ∂r/∂V and, at constant volume, ∂r/∂t of the last evaluation with derivatives; Pa·s/m⁶ and Pa/m³. */
  readonly resistanceByVolume: Float64Array;
  readonly resistanceRate: Float64Array;
}

/** A wall that collapses, by the number of its lymphangion; `volume` is that of the round lumen at D₀, m³. */
export interface PlacedCollapse {
  readonly cell: number;
  readonly collapse: Collapse;
  readonly volume: number;
}

/** The walls that collapse; `undefined` for none. */
export function collapsingWalls(placed: readonly PlacedCollapse[]): CollapsingWalls | undefined {
  if (placed.length === 0) return undefined;
  return {
    cells: Int32Array.from(placed, ({ cell }) => cell),
    law: Float64Array.from(placed.flatMap(({ collapse, volume }) => [collapse.stiffness, collapse.support, volume])),
    resistanceByVolume: new Float64Array(placed.length),
    resistanceRate: new Float64Array(placed.length),
  };
}

/** x of the table: beyond this many widths on either side a ring is all round or all folded. */
const farOff = 40;
const flatness = Math.PI ** 2 / 8;
/** A_c / A₀. */
const contact = 0.21;

/** Folds what is pressed flat, after all walls were evaluated as round. No allocation. */
export function foldWalls(
  walls: CollapsingWalls,
  outside: Float64Array,
  outsideRate: Float64Array,
  state: Float64Array,
  derivatives: boolean,
  out: {
    readonly pressure: Float64Array;
    readonly resistance: Float64Array;
    readonly pressureByVolume: Float64Array;
    readonly pressureRate: Float64Array;
  },
): void {
  const { cells, law, resistanceByVolume, resistanceRate } = walls;
  for (let i = 0; i < cells.length; i++) {
    const j = cells[i]!;
    const support = law[3 * i + 1]!;
    const volume = state[j]!;
    const perArea = law[3 * i + 2]! / volume;
    const shrunk = law[3 * i]! * perArea * Math.sqrt(perArea);
    const width = 0.1 * support;
    const round = out.pressure[j]! - outside[j]!;
    const x = (law[3 * i]! - shrunk - support - round) / width;
    const resistance = out.resistance[j]!;
    if (derivatives) {
      resistanceByVolume[i] = (-2 * resistance) / volume;
      resistanceRate[i] = 0;
    }
    if (x < -farOff) continue;
    const folded = logistic(x);
    const shape = 1 + contact * perArea;
    const narrow = flatness * Math.max(0, (perArea - 1) / shape);
    out.pressure[j]! += width * (x > farOff ? x : log(1 + exp(x)));
    out.resistance[j] = resistance * (1 + folded * narrow);
    if (!derivatives) continue;
    const byVolume = out.pressureByVolume[j]!;
    const rate = out.pressureRate[j]! - outsideRate[j]!;
    const differs = (1.5 * shrunk) / volume - byVolume;
    const turn = (folded * (1 - folded)) / width;
    const narrowing = perArea > 1 ? (-flatness * (1 + contact) * perArea) / (shape * shape * volume) : 0;
    out.pressureByVolume[j] = byVolume + folded * differs;
    out.pressureRate[j] = outsideRate[j]! + (1 - folded) * rate;
    resistanceByVolume[i]! += resistance * (narrow * (turn * differs - (2 * folded) / volume) + folded * narrowing);
    resistanceRate[i] = -resistance * turn * narrow * rate;
  }
}

/** Transmural pressure, Pa, of a wall that would hold `round` (Pa) if it stayed round, at a stretch D/D₀. */
export function foldedPressure({ stiffness, support }: Collapse, round: number, stretch: number): number {
  const width = 0.1 * support;
  const x = (stiffness * (1 - stretch ** -3) - support - round) / width;
  return round + width * (x > farOff ? x : log(1 + exp(x)));
}
