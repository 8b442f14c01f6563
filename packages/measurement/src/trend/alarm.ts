import { closest, type Dimension, fail, ok, parseQuantity, type Result } from "@openlymph/base";
import { type Estimate, exactly, minus, powers, shifted } from "../error/estimate.ts";
import type { VolumeMethod } from "../library/error-model.ts";
import { thresholds, type Watched } from "../library/thresholds.ts";
import { type Beside, beside, lineOf, watchedDimensions } from "../measured/judge-rules.ts";
import { baselineOf } from "../measured/measured.ts";
import type { Series } from "../series/series.ts";
import { type Quantity, quantityByName, type Value, valuesOf } from "./quantity.ts";

/** A line that a therapist set. */
export interface Threshold {
  /** As it was written. */
  readonly words: string;
  readonly of: Quantity;
  /** Compared with the baseline of the series instead of with zero. */
  readonly rise: boolean;
  /** SI. */
  readonly line: number;
  /** How many measurements in a row must lie above. */
  readonly inARow: 1 | 2;
}

const grammar = /^(.+?)(\s+rise)?\s*>\s*(.+?)(\s+twice)?$/;
const example = 'such as "excess > 10 %", "volume rise > 5 %", "heaviness > 6 twice", or excess_10';

function dimensionOf(of: Quantity, rise: boolean): Dimension | undefined {
  const volume = of === "volume" || of === "left" || of === "right";
  if (volume) return rise ? "fraction" : "volume";
  return of.startsWith("symptom ") ? undefined : watchedDimensions[of as Watched];
}

function readLine(text: string, dimension: Dimension | undefined): Result<number> {
  if (dimension !== undefined) return parseQuantity(text, dimension);
  const number = Number(text);
  return text.trim() !== "" && Number.isFinite(number)
    ? ok(number)
    : fail("field/type", { expected: "a plain number" });
}

/**
 * Reads a threshold: the id of a rule of the library, or `<quantity> [rise] > <amount> [twice]`.
 *
 * A rise of a volume is a share of the baseline, a rise of a share is in percentage points.
 */
export function parseThreshold(series: Series, words: string): Result<Threshold> {
  const rule = thresholds.rules.find(({ id }) => id === words.trim());
  if (rule !== undefined) return ok({ words: rule.say, of: rule.of, rise: false, line: lineOf(rule), inARow: 1 });
  const match = grammar.exec(words.trim());
  if (match === null) {
    const near = closest(
      words.trim(),
      thresholds.rules.map(({ id }) => id),
    );
    const hint = near === undefined ? {} : { hint: `Did you mean ${near}?` };
    return fail("field/invalid", { value: words, expected: `a threshold ${example}`, ...hint });
  }
  const [, name = "", rise, amount = "", twice] = match;
  const of = quantityByName(series, name.trim());
  if (!of.ok) return of;
  const dimension = dimensionOf(of.value, rise !== undefined);
  const line = readLine(amount, dimension);
  if (!line.ok) {
    const unit = dimension === undefined ? "a plain number" : `an amount with its unit (${dimension})`;
    return fail(line.code, { value: amount, expected: `${unit}, ${example}` });
  }
  const inARow = twice === undefined ? 1 : 2;
  return ok({ words: words.trim(), of: of.value, rise: rise !== undefined, line: line.value, inARow });
}

/** One measurement held against a threshold. */
export interface Replayed {
  readonly index: number;
  readonly value: Estimate;
  readonly beside: Beside;
  /** The value lies above, at as many measurements in a row as were asked for. */
  readonly alarm: boolean;
}

function risen(values: readonly Value[], baseline: Value, of: Quantity): readonly Estimate[] {
  const volume = of === "volume" || of === "left" || of === "right";
  return values.map(({ index, estimate }) => {
    if (index === baseline.index) return exactly(0);
    if (!volume) return minus(estimate, baseline.estimate);
    return shifted(
      powers([
        [1, estimate],
        [-1, baseline.estimate],
      ]),
      -1,
    );
  });
}

/** Replays a threshold on what was measured: where it would have been crossed, and whether that is certain. */
export function replay(series: Series, threshold: Threshold, method: VolumeMethod = "tape"): readonly Replayed[] {
  const values = valuesOf(series, threshold.of, method);
  const named = baselineOf(series);
  const baseline = values.find(({ index }) => index === named) ?? values[0];
  if (baseline === undefined) return [];
  const held = threshold.rise ? risen(values, baseline, threshold.of) : values.map(({ estimate }) => estimate);
  const above = held.map(({ value }) => value > threshold.line);
  return held.map((value, i) => ({
    index: values[i]!.index,
    value,
    beside: beside(value, threshold.line),
    alarm: above[i] === true && (threshold.inARow === 1 || above[i - 1] === true),
  }));
}
