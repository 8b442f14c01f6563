import { type Dimension, parseQuantity, unwrap } from "@openlymph/base";
import { type Estimate, exactly, interval95 } from "../error/estimate.ts";
import { type Rule, thresholds, type Watched } from "../library/thresholds.ts";
import { otherSide, type Series } from "../series/series.ts";
import type { Measured } from "./measured.ts";

/** What a number is beside a line: above or below with all of its 95 % interval, or not to be told. */
export type Beside = "above" | "below" | "cannot tell";

/** Where a number stands beside a line. */
export function beside(estimate: Estimate, line: number): Beside {
  const [low, high] = interval95(estimate);
  if (low > line) return "above";
  return high < line ? "below" : "cannot tell";
}

export interface JudgedRule {
  readonly rule: Rule;
  readonly value: Estimate;
  /** SI. */
  readonly line: number;
  readonly beside: Beside;
}

/** Dimensions of what can be watched; the others are plain numbers. */
export const watchedDimensions: Readonly<Partial<Record<Watched, Dimension>>> = {
  excess: "fraction",
  rvc: "fraction",
  wac: "fraction",
  difference: "volume",
  girth: "length",
};

/** A line as it is written in the library, in SI. */
export function lineOf({ of, above }: Pick<Rule, "of" | "above">): number {
  const dimension = watchedDimensions[of];
  return dimension === undefined ? Number(above) : unwrap(parseQuantity(above, dimension));
}

type Found = Pick<Measured, "compared" | "relativeChange" | "weightAdjusted">;

/** L-Dex above that of the baseline, or the ratio of two tissue readings: as the devices gave them, without an error. */
function deviceValue(series: Series, index: number, of: Watched): number | undefined {
  const { lDex, tissueDielectric } = series.measurements[index]!;
  if (of === "ldex") return lDex;
  if (of === "ldexRise") {
    const before = series.measurements.slice(0, index).find(({ baseline }) => baseline)?.lDex;
    return lDex === undefined || before === undefined ? undefined : lDex - before;
  }
  const { affected } = series;
  if (affected === undefined || affected === "both") return undefined;
  const [own, other] = [tissueDielectric[affected], tissueDielectric[otherSide[affected]]];
  return own === undefined || other === undefined ? undefined : own / other;
}

/** The number a rule looks at; none where it was not measured. */
export function watchedValue(series: Series, index: number, found: Found, of: Watched): Estimate | undefined {
  const { compared, relativeChange, weightAdjusted } = found;
  switch (of) {
    case "excess":
      return compared?.excess;
    case "difference":
      return compared?.difference;
    case "girth":
      return compared?.girth?.reduce((most, one) => (one.value > most.value ? one : most));
    case "rvc":
      return relativeChange;
    case "wac": {
      const { left, right } = weightAdjusted;
      return left !== undefined && (right === undefined || left.value > right.value) ? left : right;
    }
    default: {
      const value = deviceValue(series, index, of);
      return value === undefined ? undefined : exactly(value);
    }
  }
}

/** The lines of the library that this measurement can be held against. */
export function judgeRules(series: Series, index: number, found: Found): readonly JudgedRule[] {
  return thresholds.rules.flatMap((rule) => {
    if (rule.limb !== undefined && rule.limb !== series.limb) return [];
    const value = watchedValue(series, index, found, rule.of);
    if (value === undefined) return [];
    const line = lineOf(rule);
    return [{ rule, value, line, beside: beside(value, line) }];
  });
}
