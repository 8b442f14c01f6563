import { type Estimate, interval95, meanOf, minus, powers, shifted } from "../error/estimate.ts";
import { type Judged, judged } from "../error/verdict.ts";
import { askAgain } from "../guard/ask-again.ts";
import type { Question } from "../guard/question.ts";
import type { VolumeMethod } from "../library/error-model.ts";
import { thresholds } from "../library/thresholds.ts";
import { dayWords, hourOfDay } from "../series/moment.ts";
import { type BySide, mapSides, otherSide, type Series, type Side } from "../series/series.ts";
import { excessChange, excessShare, excessVolume } from "../volume/excess.ts";
import { relativeVolumeChange } from "../volume/relative-volume-change.ts";
import { limbVolumes } from "./limb-volumes.ts";
import { comparedSide, weightChangeSince } from "./measured.ts";

/** A number that changed, with what the change allows to say. */
export interface Change extends Judged {
  readonly before: Estimate;
  readonly after: Estimate;
  readonly change: Estimate;
}

/** Volume of one side, m³. */
export interface VolumeChange extends Change {
  /** The change as a share of the volume before. */
  readonly share: Estimate;
}

/** What became of the affected side beside the other. */
export interface ExcessCourse {
  readonly affected: Side;
  readonly known: boolean;
  /** Excess as a share of the other side; the change in percentage points. */
  readonly excess: Change;
  /** Excess volume, m³. */
  readonly difference: Change;
  /** Share of the excess volume that is gone; none where there was no certain excess before. */
  readonly reduction?: Estimate;
  readonly relativeChange: Estimate & { readonly judged: Judged };
}

export interface Comparison {
  /** Indices of the measurements that were taken together. */
  readonly before: readonly number[];
  readonly after: readonly number[];
  readonly volumes: BySide<VolumeChange>;
  readonly excess?: ExcessCourse;
  readonly weightAdjusted: BySide<Estimate>;
  readonly rater: "same" | "different" | "not known";
  readonly questions: readonly Question[];
  /** What must be said beside the numbers. */
  readonly notes: readonly string[];
}

/** All measurements of the day of one of them: repeated on purpose, they are taken together. */
export function sameDay(series: Series, index: number): readonly number[] {
  const at = series.measurements[index]?.at;
  if (at === undefined) return [index];
  const day = dayWords(at);
  return series.measurements.flatMap((one, i) => (one.at !== undefined && dayWords(one.at) === day ? [i] : []));
}

function meanVolumes(series: Series, indices: readonly number[], method: VolumeMethod): BySide<Estimate> {
  const all = indices.map((index) => limbVolumes(series, index, method));
  return mapSides(all[0] ?? {}, (_, side) =>
    meanOf(all.flatMap(({ [side]: own }) => (own === undefined ? [] : [own]))),
  );
}

function changed(before: Estimate, after: Estimate, questions: boolean): Change {
  const change = minus(after, before);
  return { before, after, change, ...judged(change, questions) };
}

function ratherThan(before: Estimate, after: Estimate): Estimate {
  return shifted(
    powers([
      [1, after],
      [-1, before],
    ]),
    -1,
  );
}

function excessCourse(
  series: Series,
  before: BySide<Estimate>,
  after: BySide<Estimate>,
  questions: boolean,
): ExcessCourse | undefined {
  const chosen = comparedSide(series);
  if (chosen === undefined) return undefined;
  const { side: affected, known } = chosen;
  const other = otherSide[affected];
  const [a1, u1, a2, u2] = [before[affected], before[other], after[affected], after[other]];
  if (a1 === undefined || u1 === undefined || a2 === undefined || u2 === undefined) return undefined;
  const [d1, d2] = [excessVolume(a1, u1), excessVolume(a2, u2)];
  const [low] = interval95(d1);
  const relative = relativeVolumeChange({ affected: a1, other: u1 }, { affected: a2, other: u2 });
  return {
    affected,
    known,
    excess: changed(excessShare(a1, u1), excessShare(a2, u2), questions),
    difference: changed(d1, d2, questions),
    ...(low > 0 ? { reduction: excessChange(d1, d2) } : {}),
    relativeChange: { ...relative, judged: judged(relative, questions) },
  };
}

function raterOf(series: Series, indices: readonly number[]): Comparison["rater"] {
  const raters = indices.map((index) => series.measurements[index]?.rater);
  if (raters.includes(undefined)) return "not known";
  return new Set(raters).size === 1 ? "same" : "different";
}

function notesOf(series: Series, before: readonly number[], after: readonly number[], rater: Comparison["rater"]) {
  const [first, last] = [before[0], after[0]].map((index) => series.measurements[index!]?.at);
  const apart = first === undefined || last === undefined ? 0 : Math.abs(hourOfDay(first) - hourOfDay(last));
  const clock = Math.min(apart, 24 - apart);
  return [
    ...(rater === "different" ? ["Measured by different people: their spread is in the error."] : []),
    ...(rater === "not known" ? ["Who measured is not known: the error is that of different people."] : []),
    ...(clock > thresholds.guards.timeOfDay_h
      ? [
          `Measured ${clock.toFixed(0)} hours apart by the clock: limbs swell during the day, which is not in the error.`,
        ]
      : []),
  ];
}

/** Compares two measurements of a series; others of the same days are taken together with them. */
export function compareMeasurements(
  series: Series,
  from: number,
  to: number,
  method: VolumeMethod = "tape",
): Comparison {
  const [before, after] = [sameDay(series, from), sameDay(series, to)];
  const questions = method === "tape" ? [...before, ...after].flatMap((index) => askAgain(series, index)) : [];
  const [was, is] = [meanVolumes(series, before, method), meanVolumes(series, after, method)];
  const asked = (side: Side) => questions.some((question) => question.side === side);
  const volumes = mapSides(is, (now, side) => {
    const then = was[side];
    return then === undefined ? undefined : { ...changed(then, now, asked(side)), share: ratherThan(then, now) };
  });
  const excess = excessCourse(series, was, is, questions.length > 0);
  const rater = raterOf(series, [...before, ...after]);
  return {
    before,
    after,
    volumes: mapSides(volumes as BySide<VolumeChange>, (one) => one),
    ...(excess === undefined ? {} : { excess }),
    weightAdjusted: weightChangeSince(series, from, to, method),
    rater,
    questions,
    notes: notesOf(series, before, after, rater),
  };
}
