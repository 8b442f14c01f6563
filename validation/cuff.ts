/**
 * The cuff test of pump pressure (Modi 2007, Unno 2010): a cuff holds back the tracer that comes from the hand or foot; it is
 * let down by 10 mmHg every 5 min, and the cuff pressure under which the tracer passes is the pump pressure.
 *
 *   tissue → N lymphangions full of tracer → 12 under the cuff → 3 beyond → outlet;   all walls fold flat (collapse.ts)
 *   reading: pressure of the cuff at the moment when tracer is seen beyond it; 0 for never
 *
 * | symbol      | value                 | source                                                       |
 * | ----------- | --------------------- | ------------------------------------------------------------ |
 * | window      | 12 cm                 | width of a cuff for the upper arm, *textbook*                 |
 * | steps       | 10 mmHg, 5 min        | Modi 2007 and Unno 2010, abstracts                           |
 * | seen        | a tenth of the tracer | *assumed*, as for all dye (tracer.ts)                        |
 * | collapse    | `usualCollapse`       | packages/physiology/src/elements/collapse.ts                 |
 * | grid        | T₀ 0.1 to 1.6 N/m, f mean ∓ 1.5 sd | points between which people are interpolated    |
 */
import { minute, mmHg, uniformAt } from "@openlymph/base";
import {
  type Collapse,
  type HumanCollectorOptions,
  type Network,
  usualCollapse,
  volumeOf,
} from "@openlymph/physiology";
import { beginCourse, goOn } from "./course.ts";
import { collector, type Spread } from "./human.ts";
import { numbersOf } from "./kept-cases.ts";
import { dye } from "./tracer.ts";

const [under, beyond] = [12, 3];
const length = 0.01;
const stepTime = 5 * minute;

export interface CuffTest {
  /** The vessel; its lymphangions are those below the cuff. */
  readonly collector: HumanCollectorOptions;
  /** What the cuff holds, one after another, mmHg. */
  readonly pressures: readonly number[];
  /** Strokes toward the cuff on the vessel below it, mmHg, 3 s in every 10, 2 cm/s; absent for none. */
  readonly strokes?: number;
  readonly collapse?: Collapse;
}

/** The vessel with the cuff around it. */
function cuffed({ collector: options, pressures, strokes = 0, collapse = usualCollapse }: CuffTest): Network {
  const below = options.lymphangions!;
  const network = collector({ ...options, lymphangions: below + under + beyond });
  const vessel = network.vessels["collector"]!;
  const wall = { ...vessel.walls[0]!, collapse };
  const amount = volumeOf(wall.referenceDiameter, length);
  const injections = Array.from({ length: below }, (_, j) => ({ at: `collector.${j + 1}`, amount, time: 0 }));
  const steps = pressures.slice(1).map((pressure, k) => ({ time: (k + 1) * stepTime, pressure: pressure * mmHg }));
  const cuff = {
    kind: "static",
    pressure: pressures[0]! * mmHg,
    steps,
    ramp: 5,
    from: below * length,
    to: (below + under) * length,
  } as const;
  const hand = {
    kind: "stroke",
    amplitude: strokes * mmHg,
    duration: 3,
    period: 10,
    speed: 0.02,
    direction: "proximal",
    from: 0,
    to: below * length,
  } as const;
  const loads = strokes > 0 ? [cuff, hand] : [cuff];
  return {
    ...network,
    vessels: { collector: { ...vessel, walls: [wall] } },
    external: { pressure: 0, loads: loads.map((load) => ({ load, share: 1 })) },
    solutes: { tracer: dye(0.1, { inlets: { tissue: 1 }, injections }) },
  };
}

/** When tracer is first seen beyond the cuff, s; infinite if it is held all the time. */
export function passingTime(test: CuffTest): number {
  const course = beginCourse(cuffed(test));
  const { arrival } = course.assembly.solutes[0]!;
  const first = test.collector.lymphangions! + under;
  const end = test.pressures.length * stepTime;
  for (let time = 10; time <= end && !Number.isFinite(arrival[first]!); time += 10) goOn(course, time);
  return arrival[first]!;
}

/** Steps of 10 mmHg from the first downward, the open cuff last. */
export function letDown(first: number): number[] {
  return Array.from({ length: first / 10 + 1 }, (_, k) => first - 10 * k);
}

/** What is read at a cuff that is let down, when tracer passes at a time (s), mmHg. */
export function reading(pressures: readonly number[], time: number): number {
  return pressures[Math.floor(time / stepTime)] ?? 0;
}

export interface CuffedPeople {
  /** Name under which the runs are kept. */
  readonly study: string;
  readonly collector: HumanCollectorOptions;
  readonly tension: Spread;
  readonly frequency: Spread;
  /** First pressure of the cuff, mmHg. */
  readonly first: number;
}

const people = 5000;
const seed = 17;
const tensions = [0.1, 0.4, 0.7, 1, 1.6];

function gauss(stream: number, n: number): number {
  const radius = Math.sqrt(-2 * Math.log(1 - uniformAt(seed, stream, 2 * n)));
  return radius * Math.cos(2 * Math.PI * uniformAt(seed, stream, 2 * n + 1));
}

/** Linear between the points of a rising grid, held at both ends. */
function between(grid: readonly number[], values: readonly number[], x: number): number {
  const k = Math.max(
    0,
    Math.min(
      grid.length - 2,
      grid.findLastIndex((point) => point <= x),
    ),
  );
  const share = Math.min(1, Math.max(0, (x - grid[k]!) / (grid[k + 1]! - grid[k]!)));
  return values[k]! + share * (values[k + 1]! - values[k]!);
}

/**
 * Readings of 5000 people whose T₀ and frequency are normally distributed: the test is run on a grid of both, and the time of
 * passing interpolated between its points, in frequency along its logarithm. At the ends of the grid people are held.
 */
export function cuffReadings({ study, collector: options, tension, frequency, first }: CuffedPeople): number[] {
  const pressures = letDown(first);
  const end = pressures.length * stepTime;
  const frequencies = [frequency.mean - 1.5 * frequency.sd, frequency.mean + 1.5 * frequency.sd];
  const logs = frequencies.map(Math.log);
  const passed = numbersOf(
    study,
    tensions.flatMap((activeTension) =>
      frequencies.map((each) => ({
        key: `${activeTension} N/m, ${(each * minute).toFixed(3)} /min`,
        run: () => [passingTime({ collector: { ...options, activeTension, frequency: each }, pressures })],
      })),
    ),
  );
  const times = tensions.map((_, n) => frequencies.map((_each, k) => Math.min(end, passed[2 * n + k]![0]!)));
  return Array.from({ length: people }, (_, n) => {
    const t = tension.mean + tension.sd * gauss(0, n);
    const f = Math.log(Math.max(frequencies[0]!, frequency.mean + frequency.sd * gauss(1, n)));
    const time = between(
      tensions,
      times.map((row) => between(logs, row, f)),
      t,
    );
    return reading(pressures, time);
  });
}

export function spreadOf(values: readonly number[]): Spread {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return { mean, sd: Math.sqrt(variance) };
}
