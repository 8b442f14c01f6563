import type { Estimate } from "../error/estimate.ts";
import { type ErrorNames, tapeEstimate, volumeEstimate } from "../error/tape-error.ts";
import { type ErrorRecord, errorRecord, type VolumeMethod } from "../library/error-model.ts";
import { type BySide, mapSides, type Series, type Side } from "../series/series.ts";
import { tapeVolume } from "../volume/tape-volume.ts";

/** What a measurement is called where errors are told apart; two measurements must not share a name. */
export function occasionName(series: Series, index: number): string {
  const at = series.measurements[index]?.at;
  return at === undefined ? `${series.title} ${index}` : String(at.seconds);
}

/** The error of a measurement and the names of what shares it. A rater who is not named is another one every time. */
export function errorOf(
  series: Series,
  index: number,
  method: VolumeMethod,
): { readonly record: ErrorRecord; readonly names: (side: Side) => ErrorNames } {
  const { rater } = series.measurements[index]!;
  const occasion = occasionName(series, index);
  return {
    record: errorRecord(method, series.limb, rater === "self" ? "self" : "trained"),
    names: (side) => ({ rater: `rater ${rater ?? `at ${occasion}`}`, limb: `${occasion} ${side}` }),
  };
}

/** Volumes of both sides by one method with their errors, m³. */
export function limbVolumes(series: Series, index: number, method: VolumeMethod = "tape"): BySide<Estimate> {
  const measurement = series.measurements[index]!;
  const { record, names } = errorOf(series, index, method);
  if (method !== "tape") {
    return mapSides(measurement[method], (volume, side) => volumeEstimate(volume, record, names(side)));
  }
  return mapSides(measurement.circumferences, (own, side) =>
    tapeEstimate(own, tapeVolume(own, series.protocol), record, names(side)),
  );
}
