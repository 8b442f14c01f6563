/**
 * The cuff test of pump pressure (Modi 2007, Unno 2010): a cuff holds back the tracer that comes from the hand or foot; it is
 * let down by 10 mmHg every 5 min, and the cuff pressure under which the tracer passes is the pump pressure.
 *
 * The cuff is taken as ideal, as the authors take it: the vessel under it is closed until the lymph below reaches the cuff's
 * pressure. For the lymphangions below, this is an outlet at that pressure. (Our wall law narrows under a cuff and does not
 * close, so a cuff put on its lymphangions would never hold the tracer.) Every step is run on its own until it is periodic.
 *
 *   tissue → r_in → N lymphangions → outlet at the pressure P of the cuff
 *   passes when Q(P) · 5 min ≥ w π D₀² / 4: the lumen under the cuff is filled once within one step
 *   pump pressure P: equality; reading: the step of 10 mmHg at or below it
 *
 * | symbol    | value          | source                                           |
 * | --------- | -------------- | ------------------------------------------------ |
 * | w         | 12 cm          | width of a cuff for the upper arm, *textbook*     |
 * | steps     | 10 mmHg, 5 min | Modi 2007 and Unno 2010, abstracts               |
 *
 * Mixing is left out: tracer running ahead of the mean would be seen earlier, at a somewhat higher pressure.
 */
import { minute, mmHg, uniformAt } from "@openlymph/base";
import { type HumanCollectorOptions, volumeOf } from "@openlymph/physiology";
import { collector, type Spread, settled } from "./human.ts";

const width = 0.12;
const stepTime = 5 * minute;

/** Flow, m³/s, that carries the tracer under the cuff within one step. */
export function passingFlow(options: HumanCollectorOptions): number {
  const wall = collector(options).vessels["collector"]!.walls[0]!;
  return volumeOf(wall.referenceDiameter, width) / stepTime;
}

/** Outflow, m³/s, against a cuff of that pressure, Pa. */
function flowUnder(options: HumanCollectorOptions, pressure: number): number {
  return settled(collector({ ...options, outletPressure: pressure })).outflow;
}

export interface PumpPressure {
  /** mmHg. */
  readonly pressure: number;
  /** ∂P/∂ln f, mmHg: flow is in proportion to frequency, so the threshold moves along the pump curve. */
  readonly byFrequency: number;
}

/** Pump pressure of a collector to about 0.3 mmHg: a secant in ln Q from a guess, mmHg, kept between 2 and 150 mmHg. */
export function pumpPressure(options: HumanCollectorOptions, guess: number): PumpPressure {
  const wanted = Math.log(passingFlow(options));
  const excess = (p: number) => Math.log(Math.max(flowUnder(options, p * mmHg), 1e-16)) - wanted;
  let [p0, p1] = [guess - 2, guess + 2];
  let [e0, e1] = [excess(p0), excess(p1)];
  for (let n = 0; n < 8 && Math.abs(e1) > 0.02; n++) {
    const next = Math.min(150, Math.max(2, p1 - (e1 * (p1 - p0)) / (e1 - e0)));
    [p0, e0] = [p1, e1];
    [p1, e1] = [next, excess(next)];
  }
  return { pressure: p1, byFrequency: -(p1 - p0) / (e1 - e0) };
}

/** What is read at the cuff, mmHg: the step of 10 at or below the pump pressure, not above the first step. */
export function reading(pressure: number, first: number): number {
  return Math.min(first, Math.max(0, 10 * Math.floor(pressure / 10)));
}

export interface CuffedPeople {
  readonly collector: HumanCollectorOptions;
  readonly tension: Spread;
  readonly frequency: Spread;
  /** First pressure of the cuff, mmHg. */
  readonly first: number;
  /** Roughly mmHg of pump pressure per N/m: where the search begins. */
  readonly slope: number;
}

const people = 5000;
const seed = 17;

function gauss(stream: number, n: number): number {
  const radius = Math.sqrt(-2 * Math.log(1 - uniformAt(seed, stream, 2 * n)));
  return radius * Math.cos(2 * Math.PI * uniformAt(seed, stream, 2 * n + 1));
}

/**
 * Readings of 5000 people whose T₀ (at least 0.1 N/m) and frequency (at least 0.2 /min) are normally distributed. Pump
 * pressure is close to linear in T₀: within 2 mmHg between 0.3 and 1.8 N/m of the line through 0.6 and 1.2 N/m, which is used.
 */
export function cuffReadings({ collector: options, tension, frequency, first, slope }: CuffedPeople): number[] {
  const [low, high] = [0.6, 1.2].map((activeTension) =>
    pumpPressure({ ...options, frequency: frequency.mean, activeTension }, slope * activeTension),
  ) as [PumpPressure, PumpPressure];
  const between = (from: number, to: number, t: number) => from + ((t - 0.6) / 0.6) * (to - from);
  return Array.from({ length: people }, (_, n) => {
    const t = Math.max(0.1, tension.mean + tension.sd * gauss(0, n));
    const f = Math.max(0.2 / minute, frequency.mean + frequency.sd * gauss(1, n));
    const moved = between(low.byFrequency, high.byFrequency, t) * Math.log(f / frequency.mean);
    return reading(between(low.pressure, high.pressure, t) + moved, first);
  });
}

export function spreadOf(values: readonly number[]): Spread {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return { mean, sd: Math.sqrt(variance) };
}
