import { day, fail, ok, type Result } from "@openlymph/base";
import { type Estimate, type Interval, z95 } from "../error/estimate.ts";
import type { VolumeMethod } from "../library/error-model.ts";
import { baselineOf, comparedSide } from "../measured/measured.ts";
import type { Series } from "../series/series.ts";
import { type Flare, findFlares } from "./flares.ts";
import { ownDeviations, type Quantity, type Value, valuesOf } from "./quantity.ts";
import { type Observations, robustLine } from "./robust-line.ts";
import { courseAt, fewestValues, withScatter } from "./smooth.ts";

/** A mean month. */
export const month = 30.4375 * day;
/** How far back the rate looks. */
const rateReach = 120 * day;
const steps = 80;

/** A number of the course with its 95 % interval. */
export interface CoursePoint {
  /** Seconds since 1970. */
  readonly time: number;
  readonly value: number;
  readonly interval: Interval;
}

export interface Rate {
  /** Per mean month. */
  readonly perMonth: number;
  readonly interval: Interval;
  readonly says: "rising" | "falling" | "not distinguishable from no change";
  /** How many values it rests on. */
  readonly values: number;
}

/** What a quantity did over time. */
export interface Trend {
  readonly of: Quantity;
  readonly values: readonly Value[];
  /** Values that the course left out as far off, by their place in `values`. */
  readonly leftOut: readonly number[];
  readonly baseline: Estimate;
  /** Whether the series names its baseline; else it is the first value. */
  readonly baselineNamed: boolean;
  /** Empty with fewer than three values. */
  readonly course: readonly CoursePoint[];
  /** Scatter from day to day beyond the error of measuring, as a standard deviation. */
  readonly scatter: number;
  readonly rate?: Rate;
  readonly flares: readonly Flare[];
}

function pointOf(time: number, value: number, spread: number): CoursePoint {
  return { time, value, interval: [value - z95 * spread, value + z95 * spread] };
}

function courseOf(observations: Observations): readonly CoursePoint[] {
  const [first, last] = [observations.times[0]!, observations.times.at(-1)!];
  return Array.from({ length: steps + 1 }, (_, i) => {
    const time = first + ((last - first) * i) / steps;
    const { level, levelDeviation } = courseAt(observations, time);
    return pointOf(time, level, levelDeviation);
  });
}

function rateOf(observations: Observations): Rate | undefined {
  const last = observations.times.at(-1)!;
  const recent = observations.times.map((time) => (last - time <= rateReach ? 1 : 0));
  const values = recent.filter((one) => one === 1).length;
  if (values < fewestValues) return undefined;
  const { slope, slopeDeviation } = robustLine(observations, last, recent);
  if (!(slopeDeviation > 0)) return undefined;
  const { value: perMonth, interval } = pointOf(last, slope * month, slopeDeviation * month);
  const direction = perMonth > 0 ? "rising" : "falling";
  const certain = interval[0] > 0 || interval[1] < 0;
  return { perMonth, interval, says: certain ? direction : "not distinguishable from no change", values };
}

/** The quantity that is followed where none is asked for. */
export function usualQuantity(series: Series): Quantity {
  return comparedSide(series) === undefined ? "volume" : "excess";
}

/**
 * Follows a quantity of a series: robust course with its band, rate of the last 120 days, flares.
 *
 * @returns `field/missing` where no measurement has that quantity.
 */
export function trendOf(series: Series, of: Quantity, method: VolumeMethod = "tape"): Result<Trend> {
  const values = valuesOf(series, of, method);
  const [first] = values;
  if (first === undefined) {
    return fail("field/missing", { path: "measurements", expected: `at least one measurement with ${of} and a time` });
  }
  const named = baselineOf(series);
  const baseline = values.find(({ index }) => index === named);
  const bare: Observations = {
    times: values.map(({ time }) => time),
    values: values.map(({ estimate }) => estimate.value),
    deviations: ownDeviations(values).map((one) => Math.max(one, 1e-12)),
  };
  const observations = withScatter(bare);
  const enough = values.length >= fewestValues;
  const scatter = Math.sqrt(Math.max(0, observations.deviations[0]! ** 2 - bare.deviations[0]! ** 2));
  const rate = enough ? rateOf(observations) : undefined;
  const leftOut = values.flatMap(({ time }, i) => (courseAt(observations, time).counted[i] === 0 ? [i] : []));
  return ok({
    of,
    values,
    leftOut: enough ? leftOut : [],
    baseline: (baseline ?? first).estimate,
    baselineNamed: baseline !== undefined,
    course: enough ? courseOf(observations) : [],
    scatter,
    ...(rate === undefined ? {} : { rate }),
    flares: findFlares(observations),
  });
}
