/** The course of the last cycle, step by step, for drawing. */
import type { Assembly } from "../network/assemble.ts";

/** One row per accepted step: `diameter[j][i]` belongs to lymphangion j at `time[i]`. SI. */
export interface Trace {
  readonly time: Float64Array;
  readonly lymphangions: readonly string[];
  readonly diameter: readonly Float64Array[];
  readonly pressure: readonly Float64Array[];
  readonly valves: readonly string[];
  readonly flow: readonly Float64Array[];
}

export interface TraceRecorder {
  /** Adds the present state; the system's pressures and flows belong to it. */
  add(time: number, state: Float64Array): void;
  finish(): Trace;
}

export function createTraceRecorder({ system, lymphangions, paths }: Assembly): TraceRecorder {
  const time: number[] = [];
  const rows: Float64Array[] = [];
  const cells = lymphangions.length;
  const width = 2 * cells + paths.length;
  const column = (k: number) => Float64Array.from(rows, (row) => row[k] ?? Number.NaN);
  return {
    add(now, state) {
      const row = new Float64Array(width);
      for (let j = 0; j < cells; j++) {
        row[j] = Math.sqrt((state[j] ?? 0) * (system.walls.squareDiameterPerVolume[j] ?? 0));
        row[cells + j] = system.pressure[j] ?? 0;
      }
      row.set(system.flow.flow, 2 * cells);
      time.push(now);
      rows.push(row);
    },
    finish() {
      return {
        time: Float64Array.from(time),
        lymphangions: lymphangions.map((cell) => cell.id),
        diameter: lymphangions.map((_, j) => column(j)),
        pressure: lymphangions.map((_, j) => column(cells + j)),
        valves: paths.map((path) => path.id),
        flow: paths.map((_, e) => column(2 * cells + e)),
      };
    },
  };
}
