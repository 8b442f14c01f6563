/** The course of the last cycle, step by step, for drawing. */
import type { Assembly } from "../network/assemble.ts";

/** One row per accepted step: `diameter[j][i]` belongs to lymphangion j at `time[i]`. SI. */
export interface Trace {
  readonly time: Float64Array;
  readonly lymphangions: readonly string[];
  /** Length of each lymphangion. */
  readonly length: readonly number[];
  readonly diameter: readonly Float64Array[];
  readonly pressure: readonly Float64Array[];
  /** Pressure on the outside of each lymphangion. */
  readonly outside: readonly Float64Array[];
  readonly valves: readonly string[];
  readonly flow: readonly Float64Array[];
}

export interface TraceRecorder {
  /** Adds the present state; the system's pressures and flows belong to it. */
  add(time: number, state: Float64Array): void;
  /** A cycle ends here and another begins: what `finish` gives is the last whole one. */
  cut(): void;
  /** Forgets everything. */
  clear(): void;
  /** Rows so far, for a checkpoint: the last whole cycle and the present one, each row its time and then its numbers. */
  rows(): readonly [readonly Float64Array[], readonly Float64Array[]];
  restore(whole: readonly Float64Array[], present: readonly Float64Array[]): void;
  finish(): Trace;
}

export function createTraceRecorder({ system, lymphangions, paths }: Assembly): TraceRecorder {
  let whole: Float64Array[] = [];
  let present: Float64Array[] = [];
  const cells = lymphangions.length;
  const width = 1 + 3 * cells + paths.length;
  return {
    add(now, state) {
      const row = new Float64Array(width);
      row[0] = now;
      for (let j = 0; j < cells; j++) {
        row[1 + j] = Math.sqrt(state[j]! * system.walls.squareDiameterPerVolume[j]!);
        row[1 + cells + j] = system.pressure[j]!;
        row[1 + 2 * cells + j] = system.outside[j]!;
      }
      row.set(system.flow.flow, 1 + 3 * cells);
      present.push(row);
    },
    cut() {
      whole = present;
      present = whole.slice(-1);
    },
    clear() {
      whole = [];
      present = [];
    },
    rows: () => [whole, present],
    restore(first, second) {
      whole = [...first];
      present = [...second];
    },
    finish() {
      const rows = whole.length > 0 ? whole : present;
      const column = (k: number) => Float64Array.from(rows, (row) => row[k]!);
      return {
        time: column(0),
        lymphangions: lymphangions.map((cell) => cell.id),
        length: lymphangions.map((cell) => cell.length),
        diameter: lymphangions.map((_, j) => column(1 + j)),
        pressure: lymphangions.map((_, j) => column(1 + cells + j)),
        outside: lymphangions.map((_, j) => column(1 + 2 * cells + j)),
        valves: paths.map((path) => path.id),
        flow: paths.map((_, e) => column(1 + 3 * cells + e)),
      };
    },
  };
}
