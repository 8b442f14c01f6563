import { bandWords, instruments, type Scale } from "../library/instruments.ts";
import { dayWords } from "../series/moment.ts";
import type { Series } from "../series/series.ts";

/** The score of one scale on one day. */
export interface Score {
  readonly scale: string;
  readonly name: string;
  readonly score: number;
  /** Largest possible score. */
  readonly most: number;
  readonly band?: string;
  /** Whether a screen is positive; none for a scale that is no screen. */
  readonly positive?: boolean;
}

/** Scores of one measurement. */
export interface ScoredDay {
  readonly index: number;
  readonly day: string;
  readonly scores: readonly Score[];
  /** Licensed scores, as they were typed in. */
  readonly recorded: Readonly<Record<string, number>>;
}

function scoreOf(scale: Scale, answers: readonly number[]): Score {
  const score = answers.reduce((sum, answer) => sum + answer, 0);
  const band = bandWords(scale.bands, score);
  return {
    scale: scale.id,
    name: scale.name,
    score,
    most: scale.items * scale.range[1],
    ...(band === undefined ? {} : { band }),
    ...(scale.positiveFrom === undefined ? {} : { positive: score >= scale.positiveFrom }),
  };
}

/** Scores a scale and the scales within it: four answers of the PHQ-4 give three scores. */
export function scoresOf(id: string, answers: readonly number[]): readonly Score[] {
  const scale = instruments.scales.find((one) => one.id === id);
  if (scale === undefined) return [];
  const parts = (scale.parts ?? []).flatMap((part) =>
    scoresOf(
      part.id,
      part.items.map((item) => answers[item] ?? Number.NaN),
    ),
  );
  return [scoreOf(scale, answers), ...parts];
}

/** Every day of a series with answers or recorded scores. */
export function scoredDays(series: Series): readonly ScoredDay[] {
  return series.measurements.flatMap(({ at, scales, scores }, index) => {
    const found = Object.entries(scales).flatMap(([id, answers]) => scoresOf(id, answers));
    if (found.length === 0 && Object.keys(scores).length === 0) return [];
    return [{ index, day: at === undefined ? "" : dayWords(at), scores: found, recorded: scores }];
  });
}
