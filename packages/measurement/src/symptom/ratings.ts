import { bandWords, instruments } from "../library/instruments.ts";
import { dayWords } from "../series/moment.ts";
import type { Series } from "../series/series.ts";

const { meaningfulPoints, meaningfulPercent, bands, labels } = instruments.rating;

/** One symptom over all measurements that rate it. */
export interface RatedSymptom {
  readonly label: string;
  /** In the words of the library, or the label itself. */
  readonly words: string;
  readonly ratings: readonly { readonly index: number; readonly day: string; readonly value: number }[];
  /** Of the last rating. */
  readonly band: string;
  /** Last rating less the first; none with one rating. */
  readonly change?: number;
  /** The change is at least two points or 30 % of the first rating. */
  readonly meaningful: boolean;
}

/** Whether two ratings differ by what people call a difference: two points, or 30 % of the first. */
export function meaningfulChange(before: number, after: number): boolean {
  const size = Math.abs(after - before);
  return size >= meaningfulPoints || (size > 0 && before > 0 && size >= (meaningfulPercent / 100) * before);
}

/** Every symptom of a series, in the order of the library and then of the file. */
export function ratedSymptoms(series: Series): readonly RatedSymptom[] {
  const used = new Set(series.measurements.flatMap(({ symptoms }) => Object.keys(symptoms)));
  const known = labels.map(({ id }) => id).filter((id) => used.has(id));
  return [...new Set([...known, ...used])].map((label) => {
    const ratings = series.measurements.flatMap(({ at, symptoms }, index) => {
      const value = symptoms[label];
      return value === undefined ? [] : [{ index, day: at === undefined ? "" : dayWords(at), value }];
    });
    const [first, last] = [ratings[0]!.value, ratings.at(-1)!.value];
    return {
      label,
      words: labels.find(({ id }) => id === label)?.say ?? label,
      ratings,
      band: bandWords(bands, last) ?? "",
      ...(ratings.length < 2 ? {} : { change: last - first }),
      meaningful: ratings.length > 1 && meaningfulChange(first, last),
    };
  });
}
