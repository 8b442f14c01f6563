/** What the benchmarks hand to each other: kept as results.json, told as docs/performance.md. Seconds, bytes, plain ratios. */
import { writeFileSync } from "node:fs";
import path from "node:path";

export type Solver = "ours" | "cvode";
export type Measure = "outflow" | "volume";

/** One rung of one ladder: the best time of all rounds. */
export interface Rung {
  readonly solver: Solver;
  readonly method: string;
  readonly tolerance: number;
  readonly outflowError: number;
  readonly volumeError: number;
  readonly seconds: number;
  readonly rounds: number;
  readonly steps: number;
  readonly refused: number;
  readonly evaluations: number;
  /** Seconds over evaluations and lymphangions, 1e-9 s: everything a step does is in it. */
  readonly nanoseconds: number;
}

/** The fastest method of each side at one error. */
export interface EqualError {
  readonly measure: Measure;
  readonly level: number;
  readonly ours?: { readonly method: string; readonly seconds: number; readonly atLoosest: boolean } | undefined;
  readonly cvode?: { readonly method: string; readonly seconds: number; readonly atLoosest: boolean } | undefined;
}

export interface CaseResult {
  readonly id: string;
  readonly kind: "mild" | "stiff";
  readonly lymphangions: number;
  readonly outflowAgreement: number;
  readonly volumeAgreement: number;
  readonly rungs: readonly Rung[];
  readonly levels: readonly EqualError[];
  /** Runs that failed or would have taken too long, in words. */
  readonly left: readonly string[];
}

export interface ResolvedSection {
  /** Why there are no CVODE columns. */
  readonly missing?: string | undefined;
  readonly built: string;
  readonly cases: readonly CaseResult[];
}

export interface WholeBodyRow {
  readonly what: string;
  readonly bar: string;
  readonly milliseconds: number;
  readonly steps: number;
  readonly newtonIterations: number;
}

export interface EveryLymphangionSection {
  readonly lymphangions: number;
  readonly simulated: number;
  readonly seconds: number;
  readonly steps: number;
}

export interface ColdStartSection {
  readonly seconds: number;
  readonly runs: number;
}

export interface MemorySection {
  readonly lymphangions: number;
  /** Bytes per lymphangion: numbers and names; the method's buffers; both after some steps. */
  readonly assembly: number;
  readonly integrator: number;
  readonly total: number;
}

/** The moving dots at one moment. */
export interface StudioDots {
  readonly webgl: boolean;
  readonly drawn: number;
  /** ms of script a picture, and between two pictures. */
  readonly milliseconds: number;
  readonly between: number;
}

/** The studio in a browser; has a date of its own, since it is measured without the rest. Milliseconds. */
export interface StudioSection {
  readonly date: string;
  readonly browser: string;
  readonly visits: number;
  /**
   * Until the body is seen as the build drew it, until the switches are there to be pressed, until the page has painted its
   * own body, and until the numbers of its rehearsal are there.
   */
  readonly picture: number;
  readonly answers: number;
  readonly painted: number;
  readonly numbers: number;
  /** Tasks over 50 ms a visit, in the seconds after both. */
  readonly longTasks: { readonly count: number; readonly longest: number; readonly seconds: number };
  readonly dots: readonly StudioDots[];
}

export interface Results {
  readonly date: string;
  readonly machine: string;
  readonly node: string;
  /** Programs that wanted to run in the minute before (load average). */
  readonly load: number;
  readonly wholeBody?: readonly WholeBodyRow[] | undefined;
  readonly everyLymphangion?: EveryLymphangionSection | undefined;
  readonly coldStart?: ColdStartSection | undefined;
  readonly memory?: MemorySection | undefined;
  readonly resolved?: ResolvedSection | undefined;
  readonly studio?: StudioSection | undefined;
}

/** Leaves a section where `npm run bench` collects them (the folder BENCH_RESULTS names); without one, nothing. */
export function keepSection<Name extends keyof Results>(name: Name, section: Results[Name]): void {
  const folder = process.env["BENCH_RESULTS"];
  if (folder !== undefined) writeFileSync(path.join(folder, `${name}.json`), JSON.stringify(section));
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** Three significant digits, with a unit that fits: `1.23 ms`. */
export function inTime(seconds: number): string {
  if (seconds >= 1) return `${Number(seconds.toPrecision(3))} s`;
  if (seconds >= 1e-3) return `${Number((1e3 * seconds).toPrecision(3))} ms`;
  return `${Number((1e6 * seconds).toPrecision(3))} µs`;
}
