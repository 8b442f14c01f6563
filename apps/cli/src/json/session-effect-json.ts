import { hour, quantity, runRecord } from "@openlymph/base";
import type { Interval, Quantity, Ranged, Series, SessionEffect } from "@openlymph/measurement";
import { measureMarks } from "../words/measure-words.ts";
import { plainQuantity } from "./trend-json.ts";

export const effectFormat = "openlymph/session-effect@1";

/** An open end of an interval is `null`. */
const edge = (value: number) => (Number.isFinite(value) ? value : null);

function changeJson(of: Quantity, value: number, interval: Interval) {
  const shown = (one: number) => (Number.isFinite(one) ? plainQuantity(of, one).value : null);
  return { value: plainQuantity(of, value).value, unit: plainQuantity(of, value).unit, interval: interval.map(shown) };
}

/** A duration in hours; 0 and `null` are open ends. */
export function spanJson({ value, interval }: Ranged) {
  return { value: value / hour, unit: "h", interval: interval.map((one) => edge(one / hour)) };
}

/** The effect of sessions as JSON. */
export function sessionEffectJson(series: Series, effect: SessionEffect) {
  const { of, says, held, leftOut, unused, unread, ownCourse, slots, fit, byLot, stated, days } = effect;
  return {
    format: effectFormat,
    marks: measureMarks([]).map(({ word, text }) => `${word}: ${text}`),
    title: series.title,
    of,
    says,
    days: { held, leftOut, unused, unread },
    ownCourse,
    slots: slots.map(({ moment, leftOut: without, change, interval, days: count }) => ({
      after: quantity(moment, "time", "h"),
      session: !without,
      ...changeJson(of, change, interval),
      days: count,
    })),
    halfLife: fit?.halfLife === undefined ? null : spanJson(fit.halfLife),
    effect: fit === undefined ? null : changeJson(of, fit.effect.value, fit.effect.interval),
    firstAfter: effect.firstAfter === undefined ? null : quantity(effect.firstAfter, "time", "h"),
    course: (fit?.course ?? []).map(({ moment, value, interval }) => ({
      after: quantity(moment, "time", "h"),
      ...changeJson(of, value, interval),
    })),
    leftOver: fit?.leftOver ?? null,
    scatter: fit === undefined ? null : plainQuantity(of, fit.scatter),
    stated: plainQuantity(of, stated),
    byLot:
      byLot === undefined
        ? null
        : {
            ...changeJson(of, byLot.difference, byLot.interval),
            chance: byLot.chance,
            blocks: byLot.blocks,
            lots: byLot.lots,
          },
    planning: {
      worth: plainQuantity(of, days.worth),
      worthNamed: days.worthNamed,
      halfLife: quantity(days.halfLife, "time", "h"),
      days: days.needed?.days ?? null,
      more: days.more ?? null,
      chanceNow: days.now.found,
    },
    record: runRecord(effectFormat, { series, of, worth: days.worth }),
  };
}
