import { closest, fail, ok, type Result } from "@openlymph/base";
import { deviation, type Estimate } from "../error/estimate.ts";
import type { VolumeMethod } from "../library/error-model.ts";
import { type Watched, watched } from "../library/thresholds.ts";
import { watchedValue } from "../measured/judge-rules.ts";
import { comparedSide, type Measured, measured } from "../measured/measured.ts";
import type { Series } from "../series/series.ts";

/** What can be followed over time: what rules look at, the volume of a side, or a symptom by its label. */
export type Quantity = Watched | "volume" | "left" | "right" | `symptom ${string}`;

/** One value of a quantity. */
export interface Value {
  /** Of the measurement in its series. */
  readonly index: number;
  /** Seconds since 1970. */
  readonly time: number;
  readonly estimate: Estimate;
}

/** A whole number from 0 to 10 stands for all that is rounded to it. */
const ratingDeviation = 1 / Math.sqrt(12);

function symptomOf(series: Series, index: number, label: string): Estimate | undefined {
  const value = series.measurements[index]?.symptoms[label];
  return value === undefined ? undefined : { value, terms: { [`rating ${index}`]: ratingDeviation } };
}

function volumeOf(series: Series, found: Measured, quantity: "volume" | "left" | "right"): Estimate | undefined {
  if (quantity !== "volume") return found.volumes[quantity];
  const side = comparedSide(series)?.side;
  if (side !== undefined) return found.volumes[side];
  const { left, right } = found.volumes;
  return left !== undefined && (right === undefined || left.value > right.value) ? left : right;
}

/** A quantity over all measurements that have it, in the order of time. */
export function valuesOf(series: Series, quantity: Quantity, method: VolumeMethod = "tape"): readonly Value[] {
  return series.measurements.flatMap(({ at }, index) => {
    if (at === undefined) return [];
    const symptom = quantity.startsWith("symptom ") ? quantity.slice("symptom ".length) : undefined;
    let estimate: Estimate | undefined;
    if (symptom !== undefined) estimate = symptomOf(series, index, symptom);
    else {
      const found = measured(series, index, { method });
      const volume = quantity === "volume" || quantity === "left" || quantity === "right";
      estimate = volume ? volumeOf(series, found, quantity) : watchedValue(series, index, found, quantity as Watched);
    }
    return estimate === undefined ? [] : [{ index, time: at.seconds, estimate }];
  });
}

/** Errors of all values without what every one of them shares: that moves the whole course and not its shape. */
export function ownDeviations(values: readonly Value[]): readonly number[] {
  const names = values.map(({ estimate }) => new Set(Object.keys(estimate.terms)));
  const shared = (name: string) => names.every((own) => own.has(name));
  return values.map(({ estimate }) => {
    const terms = Object.entries(estimate.terms).filter(([name]) => !shared(name));
    return deviation({ value: estimate.value, terms: Object.fromEntries(terms) });
  });
}

/** The quantity a person names: a word of the library, `left`, `right`, `volume`, or a label of the symptoms. */
export function quantityByName(series: Series, name: string): Result<Quantity> {
  const words = [...watched, "volume", "left", "right"] as const;
  const found = words.find((word) => word === name);
  if (found !== undefined) return ok(found);
  const labels = [...new Set(series.measurements.flatMap(({ symptoms }) => Object.keys(symptoms)))];
  if (labels.includes(name)) return ok(`symptom ${name}` as const);
  const known = [...words, ...labels];
  const near = closest(name, known);
  return fail("reference/unknown", {
    value: name,
    expected: `one of ${known.join(", ")}`,
    ...(near === undefined ? {} : { hint: `Did you mean ${near}?` }),
  });
}
