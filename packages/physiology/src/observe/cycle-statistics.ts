/**
 * What each lymphangion does in its cycles, as isolated vessels are described.
 *
 *   V_ed, V_es   largest and smallest volume of a cycle, m³;  D = √(4V / πL)
 *   SV = V_ed − V_es,   EF = SV / V_ed,   FPF = EF · f
 *   W  = −∮ (p − p_e) dV per cycle, J: the area of the loop of transmural pressure against volume
 *   dP/dt max = largest rise of p − p_e over a step, Pa/s
 *
 * | symbol | unit | meaning, source                                                                                  |
 * | ------ | ---- | ------------------------------------------------------------------------------------------------ |
 * | V_ed, V_es, SV, EF, FPF | – | end-diastolic and end-systolic diameter, ejection fraction, fractional pump flow; Scallan, Wolpers, Muthuchamy, Zawieja, Gashev & Davis 2012; Davis et al. 2012 |
 * | f      | 1/s  | contractions per time: of the pacing, or the onsets counted                                      |
 * | W      | J    | stroke work, the lymphangion as a ventricle: Quick et al.; Scallan et al. 2012                      |
 *
 * Of several cycles, means. A cycle goes from one onset of the lymphangion to its next; where pacing is prescribed, from the
 * beginning of the window on. The piece before the first onset and the one after the last make one cycle together. W is the trapezoid
 * sum over the steps, and of a course that does not close upon itself (drift) it holds what its wall stored.
 */
import { diameterOf } from "../elements/lymphangion.ts";
import type { LymphangionName } from "../network/lay-out.ts";
import type { System } from "../solve/system.ts";
import type { Range } from "./simulation.ts";

export interface LymphangionObservation {
  readonly id: string;
  readonly vessel: string;
  /** m, over the whole window. */
  readonly diameter: Range;
  /** Pa, over the whole window. */
  readonly pressure: Range;
  /** (V_ed − V_es) / V_ed. */
  readonly ejectionFraction: number;
  /** m. */
  readonly endDiastolicDiameter: number;
  readonly endSystolicDiameter: number;
  /** m³. */
  readonly strokeVolume: number;
  /** J. */
  readonly strokeWork: number;
  /** 1/s; 0 where nothing contracts. */
  readonly frequency: number;
  /** 1/s. */
  readonly fractionalPumpFlow: number;
  /** Transmural pressure, Pa: mean over time, and highest. */
  readonly transmural: { readonly mean: number; readonly peak: number };
  /** Fastest rise of the transmural pressure, Pa/s. */
  readonly fastestRise: number;
}

const names = [
  ...["volume", "transmural", "low", "high", "headLow", "headHigh", "sumLow", "sumHigh", "splits", "narrowest"],
  ...["lowest", "highest", "lowestPressure", "highestPressure", "time", "transmuralTime", "peak", "work", "rise"],
] as const;

/** One number per lymphangion and name. */
type Arrays = Readonly<Record<(typeof names)[number], Float64Array>>;

export interface CycleStatistics {
  readonly memory: readonly Float64Array[];
  /** Forgets everything and begins with the present state. */
  begin(state: Float64Array): void;
  /** The present state, `h` s after the last look, at time `t`. */
  look(state: Float64Array, t: number, h: number): void;
  /** A cycle of lymphangion j begins now. */
  split(j: number): void;
  /** Contractions counted for lymphangion j. */
  contractions(j: number): number;
  /** Time, s, at which lymphangion j was narrowest in the window. */
  narrowestAt(j: number): number;
  /** Sum of the work of lymphangion j, J. */
  work(j: number): number;
  /** What was found; `frequencies` in 1/s by lymphangion. */
  finish(frequencies: readonly number[]): LymphangionObservation[];
}

/** Statistics of lymphangions whose pressures, inside and outside, stand in the system. */
export function createCycleStatistics({
  system,
  lymphangions,
}: {
  readonly system: Pick<System, "pressure" | "outside">;
  readonly lymphangions: readonly LymphangionName[];
}): CycleStatistics {
  const count = lymphangions.length;
  const all = Object.fromEntries(names.map((name) => [name, new Float64Array(count)])) as unknown as Arrays;
  return {
    memory: names.map((name) => all[name]),
    begin(state) {
      for (const name of names) all[name].fill(0);
      const { pressure, outside } = system;
      for (let j = 0; j < count; j++) {
        const v = state[j]!;
        const p = pressure[j]!;
        const across = p - outside[j]!;
        for (const name of ["volume", "low", "high", "lowest", "highest"] as const) all[name][j] = v;
        all.lowestPressure[j] = p;
        all.highestPressure[j] = p;
        all.transmural[j] = across;
        all.peak[j] = across;
        all.rise[j] = Number.NEGATIVE_INFINITY;
      }
    },
    look(state, t, h) {
      const { pressure, outside } = system;
      for (let j = 0; j < count; j++) {
        const v = state[j]!;
        const p = pressure[j]!;
        const across = p - outside[j]!;
        const earlier = all.transmural[j]!;
        all.work[j]! -= 0.5 * (across + earlier) * (v - all.volume[j]!);
        all.transmuralTime[j]! += 0.5 * (across + earlier) * h;
        all.time[j]! += h;
        const rise = (across - earlier) / h;
        if (rise > all.rise[j]!) all.rise[j] = rise;
        if (across > all.peak[j]!) all.peak[j] = across;
        if (p < all.lowestPressure[j]!) all.lowestPressure[j] = p;
        if (p > all.highestPressure[j]!) all.highestPressure[j] = p;
        if (v < all.low[j]!) all.low[j] = v;
        if (v > all.high[j]!) all.high[j] = v;
        if (v > all.highest[j]!) all.highest[j] = v;
        if (v < all.lowest[j]!) {
          all.lowest[j] = v;
          all.narrowest[j] = t;
        }
        all.volume[j] = v;
        all.transmural[j] = across;
      }
    },
    split(j) {
      if (all.splits[j] === 0) {
        all.headLow[j] = all.low[j]!;
        all.headHigh[j] = all.high[j]!;
      } else {
        all.sumLow[j]! += all.low[j]!;
        all.sumHigh[j]! += all.high[j]!;
      }
      all.low[j] = all.volume[j]!;
      all.high[j] = all.volume[j]!;
      all.splits[j]!++;
    },
    contractions: (j) => all.splits[j]!,
    narrowestAt: (j) => all.narrowest[j]!,
    work: (j) => all.work[j]!,
    finish: (frequencies) =>
      lymphangions.map(({ id, vessel, length }, j) => {
        const { systolic, diastolic, cycles } = meanCycle(all, j);
        const frequency = frequencies[j] ?? 0;
        const ejectionFraction = (diastolic - systolic) / diastolic;
        return {
          id,
          vessel,
          diameter: { min: diameterOf(all.lowest[j]!, length), max: diameterOf(all.highest[j]!, length) },
          pressure: { min: all.lowestPressure[j]!, max: all.highestPressure[j]! },
          ejectionFraction,
          endDiastolicDiameter: diameterOf(diastolic, length),
          endSystolicDiameter: diameterOf(systolic, length),
          strokeVolume: diastolic - systolic,
          strokeWork: all.work[j]! / cycles,
          frequency,
          fractionalPumpFlow: ejectionFraction * frequency,
          transmural: { mean: all.transmuralTime[j]! / all.time[j]!, peak: all.peak[j]! },
          fastestRise: all.rise[j]!,
        };
      }),
  };
}

/** Mean smallest and largest volume over the cycles of lymphangion j, m³. */
function meanCycle(all: Arrays, j: number): { systolic: number; diastolic: number; cycles: number } {
  const cycles = all.splits[j]!;
  if (cycles === 0) return { systolic: all.low[j]!, diastolic: all.high[j]!, cycles: 1 };
  const low = all.sumLow[j]! + Math.min(all.low[j]!, all.headLow[j]!);
  const high = all.sumHigh[j]! + Math.max(all.high[j]!, all.headHigh[j]!);
  return { systolic: low / cycles, diastolic: high / cycles, cycles };
}
