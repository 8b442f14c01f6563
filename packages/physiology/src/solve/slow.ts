/**
 * Slow processes: what changes over seconds to hours beside a contraction of milliseconds to seconds, such as filtered
 * shear, a pacemaker's phase, a node's swelling, protein in tissue.
 *
 * Each is advanced by half a step before and half a step after the step of volumes (Strang splitting, order 2), with the
 * pressures and flows of that moment, by an update of its own that is exact for held inputs. Its arrays are saved before
 * a step and put back when the step is refused, and travel with a checkpoint.
 */
import type { System } from "./system.ts";

export interface SlowProcess {
  readonly name: string;
  /** Looks at the state before it goes on; for a process that needs more than pressures and flows. */
  observe?(state: Float64Array): void;
  /** Everything it remembers. */
  readonly memory: readonly Float64Array[];
  /** Goes on by `h` seconds from time `t` with the present pressures and flows of the system. */
  advance(system: System, t: number, h: number): void;
  /** Writes into the system what follows from the memory, after the memory was put back. */
  apply?(system: System): void;
  /** After an accepted step that ended at `t`: things that happen at a moment, such as a pacemaker firing. */
  settle?(system: System, t: number): void;
  /** A time after `t` that no step may cross; infinite for none. */
  nextBreak?(t: number): number;
  /** Longest step, s, while this process runs. */
  readonly longestStep?: number;
}

/** Copies of the memory of all processes, for a step that may be refused. */
export function saveMemory(processes: readonly SlowProcess[], copies: readonly Float64Array[]): void {
  let i = 0;
  for (const { memory } of processes) for (const array of memory) copies[i++]!.set(array);
}

/** Puts the copies back. */
export function restoreMemory(
  system: System,
  processes: readonly SlowProcess[],
  copies: readonly Float64Array[],
): void {
  let i = 0;
  for (const process of processes) {
    for (const array of process.memory) array.set(copies[i++]!);
    process.apply?.(system);
  }
}

/** Room for copies of the memory of all processes. */
export function roomForMemory(processes: readonly SlowProcess[]): readonly Float64Array[] {
  return processes.flatMap(({ memory }) => memory.map((array) => new Float64Array(array.length)));
}
