/**
 * Pacemakers: every lymphangion's wall counts toward its next contraction, at a rate its own state sets, and a contraction
 * excites the neighbours on both sides.
 *
 *   φ̇ = f,   f = min( f_max, f₀ [ f_min + (1 − f_min) σ((p_tm − p_f)/w_f) ] · (1 − a_f S(τ)) · Q₁₀^((T − T₀)/10) )
 *   φ = 1: the lymphangion contracts, φ ← 0, its neighbours follow after L/c_w unless they are refractory
 *
 * | symbol    | unit  | default  | range    | meaning, source                                                        |
 * | --------- | ----- | -------- | -------- | ---------------------------------------------------------------------- |
 * | f₀        | Hz    | 1/60     | 0.6–6/min | rate of a distended vessel at T₀; *assumed*. Isolated human vessels at 37 °C: 4.4 ± 0.5 /min (Majgaard 2022), which gives 0.9 /min hardly distended and 7 K cooler; at rest leg 0.59 ± 0.13, arm 0.9 ± 0.4 /min (NIRF) |
 * | f_min     | –     | 0.3      | 0–1      | share left without distension; *assumed*                               |
 * | p_f, w_f  | Pa    | 400, 150 | –        | transmural pressure of half effect, and width; contraction begins at 5–25 mmHg of filling (Olszewski & Engeset 1979) |
 * | f_max     | Hz    | 0.1      | –        | 6 /min; ex vivo 4.4 ± 0.5 /min (Majgaard 2022)                          |
 * | t_ref     | s     | 8        | ≥ t_c    | refractory time from one onset to the next; *assumed*                   |
 * | c_w       | m/s   | 0.012    | 4–15 mm/s | conduction along the wall, both ways; packets run at 11–15 mm/s (NIRF); across junctions and nodes *assumed* |
 * | Q₁₀       | –     | 2.35     | –        | 40 °C against rest: 0.62 to 1.46 /min (NIRF); *assumed* to be 10 °C apart at the vessel |
 * | spread    | –     | 0.05     | 0–1      | standard deviation of f₀ from one lymphangion to the next; *assumed*     |
 *
 * Pressure-dependent pacemakers with conduction both ways: Bertram et al. 2022 (nonuniform lymphangion length). S(τ): see
 * wall-shear.ts. φ is advanced by splitting; a step ends where the first φ reaches 1, so onsets fall between steps.
 */
import { exp, log, logistic, raisedCosine, raisedCosineSlope, uniformAt } from "@openlymph/base";
import type { SlowProcess } from "../solve/slow.ts";
import type { System } from "../solve/system.ts";
import type { Activation } from "./activation.ts";

export interface Pacemaker {
  /** f₀, Hz. */
  readonly frequency: number;
  /** f_min. */
  readonly least: number;
  /** p_f and w_f, Pa. */
  readonly halfPressure: number;
  readonly width: number;
  /** f_max, Hz. */
  readonly most: number;
  /** t_ref, s; at least the contraction. */
  readonly refractory: number;
  /** c_w, m/s. */
  readonly conduction: number;
  /** T − T₀, K. */
  readonly warming: number;
  readonly q10: number;
  readonly spread: number;
  /** Seed of the spread and of the phases at the start. */
  readonly seed: number;
}

/** The defaults of the table. */
export const usualPacemaker: Pacemaker = {
  frequency: 1 / 60,
  least: 0.3,
  halfPressure: 400,
  width: 150,
  most: 0.1,
  refractory: 8,
  conduction: 0.012,
  warming: 0,
  q10: 2.35,
  spread: 0.05,
  seed: 1,
};

/** f, Hz, at a transmural pressure (Pa); `tempo` is 1 − a_f S(τ). */
export function pacemakerFrequency(law: Pacemaker, pressure: number, tempo: number): number {
  const filled = law.least + (1 - law.least) * logistic((pressure - law.halfPressure) / law.width);
  const warmed = exp((law.warming / 10) * log(law.q10));
  return Math.min(law.most, law.frequency * filled * tempo * warmed);
}

/** Neighbours along the wall: those of cell j are cells[start[j]] to cells[start[j + 1] − 1], each at its distance, m. */
export interface WallNeighbours {
  readonly start: Int32Array;
  readonly cells: Int32Array;
  readonly distance: Float64Array;
}

export interface PacemakerProcess extends SlowProcess {
  /** Writes the activation at time `t`. */
  readonly pace: (t: number, derivatives: boolean, out: Activation) => void;
  /** Onset of the contraction each lymphangion is in or has had last, s; −∞ before its first. */
  readonly onset: Float64Array;
}

/** Phase so near to 1 that it counts as reached. */
const atOne = 1 - 1e-9;

/** The pacemakers of all lymphangions; a contraction lasts `contraction` s. */
export function pacemakerProcess(law: Pacemaker, contraction: number, neighbours: WallNeighbours): PacemakerProcess {
  const count = neighbours.start.length - 1;
  const own = Float64Array.from({ length: count }, (_, j) => Math.max(0.1, 1 + law.spread * normalAt(law.seed, j)));
  const phase = Float64Array.from({ length: count }, (_, j) => uniformAt(law.seed, 1, j));
  const onset = new Float64Array(count).fill(Number.NEGATIVE_INFINITY);
  const pending = new Float64Array(count).fill(Number.POSITIVE_INFINITY);
  const rate = new Float64Array(count).fill(law.frequency);
  const waiting: number[] = [];
  let shortest = Number.POSITIVE_INFINITY;
  for (const distance of neighbours.distance) shortest = Math.min(shortest, distance / law.conduction);

  /** A contraction of j begins at `time`; the wall carries it on. */
  const begin = (j: number, time: number) => {
    onset[j] = time;
    pending[j] = Number.POSITIVE_INFINITY;
    phase[j] = 0;
    for (let i = neighbours.start[j]!; i < neighbours.start[j + 1]!; i++) {
      const n = neighbours.cells[i]!;
      const arrival = time + neighbours.distance[i]! / law.conduction;
      if (arrival >= onset[n]! + law.refractory && arrival < pending[n]!) pending[n] = arrival;
    }
  };

  return {
    name: "pacemakers",
    memory: [phase, onset, pending, rate],
    onset,
    longestStep: shortest,
    pace(t, derivatives, { level, rate: slope, strength }) {
      for (let j = 0; j < count; j++) {
        const since = t >= pending[j]! ? t - pending[j]! : t - onset[j]!;
        const active = since > 0 && since < contraction;
        level[j] = active ? strength[j]! * raisedCosine(since / contraction) : 0;
        if (derivatives) slope[j] = active ? (strength[j]! * raisedCosineSlope(since / contraction)) / contraction : 0;
      }
    },
    advance({ pressure, outside, activation }: System, _t, h) {
      for (let j = 0; j < count; j++) {
        const f = own[j]! * pacemakerFrequency(law, pressure[j]! - outside[j]!, activation.tempo[j]!);
        rate[j] = f;
        phase[j]! += f * h;
      }
    },
    settle(_system, t) {
      waiting.length = 0;
      for (let j = 0; j < count; j++) {
        if (pending[j]! <= t) begin(j, pending[j]!);
        else if (phase[j]! >= atOne && t >= onset[j]! + law.refractory) waiting.push(j);
      }
      for (const j of waiting) if (phase[j]! >= atOne) begin(j, t);
    },
    nextBreak(t) {
      let next = Number.POSITIVE_INFINITY;
      for (let j = 0; j < count; j++) {
        const ready = Math.max(t + Math.max(0, 1 - phase[j]!) / rate[j]!, onset[j]! + law.refractory);
        if (ready > t && ready < next) next = ready;
      }
      return next;
    },
  };
}

/** Standard normal by the sum of twelve uniforms: within 6 of zero, for a spread that must not run away. */
function normalAt(seed: number, j: number): number {
  let sum = -6;
  for (let n = 0; n < 12; n++) sum += uniformAt(seed, 2 + j, n);
  return sum;
}
