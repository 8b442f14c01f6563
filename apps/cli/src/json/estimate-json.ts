import { type Dimension, toUnit, type UnitOf } from "@openlymph/base";
import { type Estimate, interval95 } from "@openlymph/measurement";

/** A number with its 95 % interval. */
export interface EstimateJson {
  readonly value: number;
  readonly unit: string;
  readonly interval: readonly [number, number];
}

/** A number of SI with its 95 % interval in a unit; one without dimension as it is. */
export function estimateJson<D extends Dimension>(estimate: Estimate, dimension: D, unit: UnitOf<D>): EstimateJson {
  const shown = (value: number) => toUnit(value, dimension, unit);
  const [low, high] = interval95(estimate);
  return { value: shown(estimate.value), unit, interval: [shown(low), shown(high)] };
}

export const volumeJson = (estimate: Estimate) => estimateJson(estimate, "volume", "mL");
export const shareJson = (estimate: Estimate) => estimateJson(estimate, "fraction", "%");
export const lengthJson = (estimate: Estimate) => estimateJson(estimate, "length", "cm");
