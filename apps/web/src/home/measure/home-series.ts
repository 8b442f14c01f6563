/** The tape readings of the record as a series of the measurement package, which knows volumes and their errors. */
import type { Result } from "@openlymph/base";
import { parseSeries, type Series } from "@openlymph/measurement";
import type { CareRecord } from "@openlymph/record";

export type MeasuredLimb = "arm" | "leg";

/** The short protocol of a limb, for use at home. */
export const shortProtocol: Readonly<Record<MeasuredLimb, string>> = { arm: "arm_8cm", leg: "leg_8cm" };

const inCm = (readings: readonly number[]): readonly number[] =>
  readings.map((value) => Number((100 * value).toFixed(2)));

/** A written time as the format of a series takes it: to the minute. */
const toMinute = (at: string): string => `${at.slice(0, 16)}${/(Z|[+-]\d\d:\d\d)$/.exec(at)?.[0] ?? "Z"}`;

/** All measurements of one limb, the oldest first; a failure names the reading that cannot be. */
export function homeSeries({ measurements }: Pick<CareRecord, "measurements">, limb: MeasuredLimb): Result<Series> {
  const own = measurements.filter((each) => each.limb === limb && each.protocol === shortProtocol[limb]);
  const sorted = [...own].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  const text = JSON.stringify({
    format: "openlymph/measurements@1",
    title: "Home",
    limb,
    protocol: shortProtocol[limb],
    unit: "cm",
    measurements: sorted.map(({ at, left, right }) => ({
      at: toMinute(at),
      rater: "self",
      ...(left.length > 0 ? { left: inCm(left) } : {}),
      ...(right.length > 0 ? { right: inCm(right) } : {}),
    })),
  });
  return parseSeries(text, "home");
}
