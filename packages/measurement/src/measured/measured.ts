import type { Estimate } from "../error/estimate.ts";
import { readingEstimate } from "../error/tape-error.ts";
import { askAgain } from "../guard/ask-again.ts";
import type { Question } from "../guard/question.ts";
import type { VolumeMethod } from "../library/error-model.ts";
import { type BySide, mapSides, otherSide, type Series, type Side } from "../series/series.ts";
import { withoutDominance } from "../volume/dominance.ts";
import { excessShare, excessVolume } from "../volume/excess.ts";
import { girthDifferences } from "../volume/girth.ts";
import { relativeVolumeChange } from "../volume/relative-volume-change.ts";
import { type Severity, severityOf } from "../volume/severity.ts";
import { weightAdjustedChange } from "../volume/weight-adjusted-change.ts";
import { type JudgedRule, judgeRules } from "./judge-rules.ts";
import { errorOf, limbVolumes } from "./limb-volumes.ts";

export interface MeasuredOptions {
  readonly method?: VolumeMethod;
  /** Share taken off the dominant limb in the comparison; nothing where it is left out. */
  readonly dominance?: number;
}

/** What one limb is compared with the other by. */
export interface Compared {
  readonly affected: Side;
  /** Whether the series says which side is affected; else it is left minus right. */
  readonly known: boolean;
  /** m³. */
  readonly difference: Estimate;
  readonly excess: Estimate;
  readonly severity: Severity;
  /** Differences of the circumference at every mark, m; only from a tape. */
  readonly girth?: readonly Estimate[];
}

/** A measurement as numbers with their errors. */
export interface Measured {
  readonly index: number;
  readonly method: VolumeMethod;
  readonly volumes: BySide<Estimate>;
  /** Both sides were measured and not both are affected. */
  readonly compared?: Compared;
  /** Since the baseline of the series, where it has one. */
  readonly relativeChange?: Estimate;
  readonly weightAdjusted: BySide<Estimate>;
  readonly rules: readonly JudgedRule[];
  readonly questions: readonly Question[];
}

/** The circumferences of one side with their errors, m. */
function girthOf(series: Series, index: number, side: Side): readonly Estimate[] {
  const { record, names } = errorOf(series, index, "tape");
  const own = series.measurements[index]!.circumferences[side] ?? [];
  return own.map((value, i) => readingEstimate(value, record, names(side), String(i + 1)));
}

/** The side that is compared with the other one. */
export function comparedSide({ affected }: Series): { readonly side: Side; readonly known: boolean } | undefined {
  if (affected === "both") return undefined;
  return { side: affected ?? "left", known: affected !== undefined };
}

function compare(
  series: Series,
  index: number,
  volumes: BySide<Estimate>,
  options: MeasuredOptions,
): Compared | undefined {
  const chosen = comparedSide(series);
  if (chosen === undefined) return undefined;
  const { side: affected, known } = chosen;
  const share = options.dominance ?? 0;
  const { [affected]: own, [otherSide[affected]]: other } = mapSides(volumes, (volume, side) =>
    side === series.dominant && share > 0 ? withoutDominance(volume, share) : volume,
  );
  if (own === undefined || other === undefined) return undefined;
  const excess = excessShare(own, other);
  const girth =
    (options.method ?? "tape") === "tape"
      ? { girth: girthDifferences(girthOf(series, index, affected), girthOf(series, index, otherSide[affected])) }
      : {};
  return { affected, known, difference: excessVolume(own, other), excess, severity: severityOf(excess), ...girth };
}

/** Relative volume change of a measurement since another one of the same series. */
export function changeSince(series: Series, from: number, to: number, method: VolumeMethod): Estimate | undefined {
  const chosen = comparedSide(series);
  if (chosen === undefined) return undefined;
  const [before, now] = [limbVolumes(series, from, method), limbVolumes(series, to, method)];
  const [a1, u1, a2, u2] = [before, now].flatMap((volumes) => [volumes[chosen.side], volumes[otherSide[chosen.side]]]);
  if (a1 === undefined || u1 === undefined || a2 === undefined || u2 === undefined) return undefined;
  return relativeVolumeChange({ affected: a1, other: u1 }, { affected: a2, other: u2 });
}

/** Weight-adjusted change of each side since another measurement; none without both weights. */
export function weightChangeSince(series: Series, from: number, to: number, method: VolumeMethod): BySide<Estimate> {
  const [w1, w2] = [series.measurements[from]?.weight, series.measurements[to]?.weight];
  if (w1 === undefined || w2 === undefined) return {};
  const before = limbVolumes(series, from, method);
  const changes = mapSides(limbVolumes(series, to, method), (limb, side) => {
    const was = before[side];
    return was === undefined ? undefined : weightAdjustedChange({ limb: was, weight: w1 }, { limb, weight: w2 });
  });
  return mapSides(changes as BySide<Estimate>, (change) => change);
}

/** Index of the measurement that later ones are compared with; none where the series names none. */
export function baselineOf({ measurements }: Series): number | undefined {
  const found = measurements.findIndex(({ baseline }) => baseline);
  return found < 0 ? undefined : found;
}

/** All numbers of one measurement of a series. */
export function measured(series: Series, index: number, options: MeasuredOptions = {}): Measured {
  const method = options.method ?? "tape";
  const volumes = limbVolumes(series, index, method);
  const compared = compare(series, index, volumes, options);
  const baseline = baselineOf(series);
  const later = baseline !== undefined && baseline < index;
  const relativeChange = later ? changeSince(series, baseline, index, method) : undefined;
  const found = {
    ...(compared === undefined ? {} : { compared }),
    ...(relativeChange === undefined ? {} : { relativeChange }),
    weightAdjusted: later ? weightChangeSince(series, baseline, index, method) : {},
  };
  return {
    index,
    method,
    volumes,
    ...found,
    rules: judgeRules(series, index, found),
    questions: method === "tape" ? askAgain(series, index) : [],
  };
}
