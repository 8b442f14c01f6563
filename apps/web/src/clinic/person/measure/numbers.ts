import { type Estimate, interval95 } from "@openlymph/measurement";
import { words } from "../../words/words.ts";

const whole = (value: number): string => Math.abs(value).toLocaleString(words.locale, { maximumFractionDigits: 0 });

/** mL with a true minus and, where asked for, a plus. */
export function mLSaid(cubicMetres: number, signed = false): string {
  const value = Math.round(1e6 * cubicMetres);
  if (value < 0) return `−${whole(value)}`;
  return signed && value > 0 ? `+${whole(value)}` : whole(value);
}

/** Half of the 95 % interval, m³. */
export function halfOf(estimate: Estimate): number {
  const [low, high] = interval95(estimate);
  return (high - low) / 2;
}

/** `2 412 ± 60 mL` */
export const estimateSaid = (estimate: Estimate, signed = false): string =>
  words.measure.ml(mLSaid(estimate.value, signed), mLSaid(halfOf(estimate)));

/** `12.3 % ± 2.1` */
export function shareSaid(estimate: Estimate): string {
  const sign = estimate.value < 0 ? "−" : "";
  return `${sign}${Math.abs(100 * estimate.value).toFixed(1)} ± ${(100 * halfOf(estimate)).toFixed(1)} %`;
}
