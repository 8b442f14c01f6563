import { runRecord } from "@openlymph/base";
import type { Estimate, Quantity, Replayed, Series, Threshold, Trend } from "@openlymph/measurement";
import { dayOf, measureMarks } from "../words/measure-words.ts";
import { estimateJson, shareJson, volumeJson } from "./estimate-json.ts";
import { occasionJson, protocolJson, watchedJson } from "./limb-volume-json.ts";

export const trendFormat = "openlymph/limb-trend@1";
export const alarmsFormat = "openlymph/limb-alarms@1";

const isVolume = (of: Quantity) => of === "volume" || of === "left" || of === "right";

/** A value of a quantity with its interval. */
function quantityJson(of: Quantity, value: Estimate) {
  if (isVolume(of)) return volumeJson(value);
  if (of.startsWith("symptom ")) return estimateJson(value, "fraction", "1");
  return watchedJson(of as Parameters<typeof watchedJson>[0], value);
}

/** A number of a quantity without error, in the unit it is printed in. */
export function plainQuantity(of: Quantity, si: number): { readonly value: number; readonly unit: string } {
  const { value, unit } = quantityJson(of, { value: si, terms: {} });
  return { value, unit };
}

const plain = (of: Quantity, value: number) => plainQuantity(of, value).value;

/** A trend as JSON. */
export function trendJson(series: Series, trend: Trend) {
  const { of, values, course, rate, flares, baseline, baselineNamed, scatter, leftOut } = trend;
  const { unit } = quantityJson(of, baseline);
  const day = (i: number) => dayOf(series, values[i]!.index) ?? null;
  return {
    format: trendFormat,
    marks: measureMarks([]).map(({ word, text }) => `${word}: ${text}`),
    title: series.title,
    limb: series.limb,
    affected: series.affected ?? null,
    protocol: protocolJson(series),
    of,
    values: values.map(({ index, estimate }, i) => ({
      ...occasionJson(series, index),
      ...quantityJson(of, estimate),
      leftOut: leftOut.includes(i),
    })),
    baseline: { ...quantityJson(of, baseline), named: baselineNamed },
    course: course.map(({ time, value, interval }) => ({
      at: new Date(time * 1000).toISOString(),
      value: plain(of, value),
      unit,
      interval: interval.map((edge) => plain(of, edge)),
    })),
    scatter: { value: plain(of, scatter), unit },
    rate:
      rate === undefined
        ? null
        : {
            value: plain(of, rate.perMonth),
            unit: `${unit}/month`,
            interval: rate.interval.map((edge) => plain(of, edge)),
            values: rate.values,
            says: rate.says,
          },
    flares: flares.map(({ values: within, above, expected, stayed }) => ({
      from: day(within[0]!),
      to: day(within.at(-1)!),
      expected: plain(of, expected),
      above: plain(of, above),
      unit,
      stayed,
    })),
    record: runRecord(trendFormat, { series, of }),
  };
}

/** Thresholds replayed on a series as JSON. */
export function alarmsJson(
  series: Series,
  replays: readonly { readonly threshold: Threshold; readonly replayed: readonly Replayed[] }[],
) {
  return {
    format: alarmsFormat,
    marks: measureMarks([]).map(({ word, text }) => `${word}: ${text}`),
    title: series.title,
    thresholds: replays.map(({ threshold, replayed }) => {
      const { words, of, rise, line, inARow } = threshold;
      const printed = (value: Estimate) => (rise && isVolume(of) ? shareJson(value) : quantityJson(of, value));
      const { value, unit } = printed({ value: line, terms: {} });
      return {
        words,
        of,
        rise,
        line: { value, unit },
        inARow,
        alarms: replayed.filter(({ alarm }) => alarm).length,
        measurements: replayed.map(({ index, value: own, beside, alarm }) => ({
          ...occasionJson(series, index),
          ...printed(own),
          beside,
          alarm,
        })),
      };
    }),
    record: runRecord(alarmsFormat, { series, replays: replays.map(({ threshold }) => threshold) }),
  };
}
