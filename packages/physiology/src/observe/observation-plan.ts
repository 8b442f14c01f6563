/**
 * When a run is looked at: over a whole number of periods at its end.
 *
 *   prescribed pacing   the last n T,  n the smallest number for which n T / P is whole for every load of period P
 *   self-paced          from an onset of the most proximal lymphangion to its last one: see run.ts
 *
 * | symbol | unit | value    | meaning                                                              |
 * | ------ | ---- | -------- | -------------------------------------------------------------------- |
 * | T      | s    | network  | contraction and rest                                                 |
 * | P      | s    | network  | from one stroke, sleeve cycle or step to the next                    |
 * | n      | –    | 1 to 24  | more cycles are not run together; *assumed*                          |
 *
 * The drift compares the window with the one as long before it, so a run of 2n cycles or more tells it.
 */
import { sleevePeriod } from "../elements/load-sleeve.ts";
import { type Network, type PlacedLoad, periodOf } from "../network/network.ts";

export interface ObservationPlan {
  /** T, s, or the whole run where that is shorter. */
  readonly period: number;
  /** n. */
  readonly cycles: number;
  /** Beginning of the window and of the one before it, s. Where a vessel paces itself: the middle of the run, twice. */
  readonly before: number;
  readonly start: number;
  readonly end: number;
  /** Times a step has to end on, rising; the last is the end. */
  readonly marks: readonly number[];
  readonly selfPaced: boolean;
  /** Cycles a run needs so that its window holds every load a whole number of times; null where no short one does. */
  readonly commonCycles: number | null;
}

const mostCommonCycles = 24;

function loadPeriod({ load }: PlacedLoad): number | undefined {
  switch (load.kind) {
    case "static":
      return undefined;
    case "stroke":
      return load.amplitude === 0 ? undefined : load.period;
    case "sleeve":
      return sleevePeriod(load);
    case "muscle-pump":
      return load.amplitude === 0 ? undefined : 1 / load.frequency;
  }
}

/** Periods, s, of everything that presses again and again and still does at the end of a run. */
export function loadPeriods({ external: { massage, loads } }: Network, end: number): readonly number[] {
  const lasting = (loads ?? []).filter(({ load }) => load.kind === "static" || (load.end ?? end) >= end);
  const periods = lasting.map(loadPeriod).filter((period) => period !== undefined);
  return massage === undefined || massage.amplitude === 0 ? periods : [massage.period, ...periods];
}

/** Smallest n for which n T holds every period a whole number of times; null above the most. */
export function commonCycles(period: number, others: readonly number[]): number | null {
  for (let n = 1; n <= mostCommonCycles; n++) {
    const fits = others.every((other) => {
      const times = (n * period) / other;
      return Math.abs(times - Math.round(times)) <= 1e-9 * times;
    });
    if (fits) return n;
  }
  return null;
}

/** The plan of a run that ends at `end`, s. */
export function planObservation(network: Network, end: number): ObservationPlan {
  const nominal = periodOf(network.pacing);
  const period = Math.min(nominal, end);
  const common = commonCycles(nominal, loadPeriods(network, end));
  if (network.pacing.source !== undefined) {
    const middle = end / 2;
    const marks = [middle, end];
    return { period, cycles: 1, before: middle, start: middle, end, marks, selfPaced: true, commonCycles: common };
  }
  const possible = Math.max(1, Math.floor((end / nominal) * (1 + 1e-12)));
  const cycles = common === null || common > possible ? 1 : common;
  const start = Math.max(0, end - cycles * period);
  const before = Math.max(0, start - cycles * period);
  const marks: number[] = [];
  for (let n = 1; n * period < before * (1 - 1e-12); n++) marks.push(n * period);
  marks.push(before, start);
  for (let n = 1; n < cycles; n++) marks.push(start + n * period);
  marks.push(end);
  const rising = marks.filter((mark, i) => mark > 0 && (i === 0 || mark > marks[i - 1]!));
  return { period, cycles, before, start, end, marks: rising, selfPaced: false, commonCycles: common };
}
