export type { ByLot } from "./effect/by-lot.ts";
export { daysNeeded, type EffectChance, type EffectPlan, effectChance } from "./effect/days-needed.ts";
export type { DecayFit, DecayVerdict, EffectPoint, Ranged } from "./effect/decay.ts";
export { scheduleByLot } from "./effect/schedule.ts";
export { type DaysAsked, type SessionEffect, sessionEffect, usualEffectQuantity } from "./effect/session-effect.ts";
export type { SlotChange } from "./effect/slot-change.ts";
export { semFromReliability } from "./error/detectable-change.ts";
export { deviation, type Estimate, type Interval, interval95 } from "./error/estimate.ts";
export type { Judged, Verdict } from "./error/verdict.ts";
export { type Question, type QuestionCode, questionCodes } from "./guard/question.ts";
export { readingTime, type ShortForm, type ShortMark, shortForm } from "./home/short-form.ts";
export { effectSettings } from "./library/effect-settings.ts";
export { type ErrorRecord, errorLibrary, type VolumeMethod, volumeMethods } from "./library/error-model.ts";
export { instruments } from "./library/instruments.ts";
export {
  type Limb,
  limbs,
  type Protocol,
  protocolById,
  protocols,
  type VolumeModel,
  volumeModels,
} from "./library/protocol.ts";
export { staging } from "./library/staging.ts";
export { type Rule, thresholds } from "./library/thresholds.ts";
export {
  type Change,
  type Comparison,
  compareMeasurements,
  type ExcessCourse,
  type VolumeChange,
} from "./measured/comparison.ts";
export { type Explained, explained } from "./measured/explain.ts";
export { joinSeries } from "./measured/join-series.ts";
export type { Beside, JudgedRule } from "./measured/judge-rules.ts";
export { baselineOf, type Compared, type Measured, type MeasuredOptions, measured } from "./measured/measured.ts";
export { type PooledEffect, poolEffects, type SharedFile } from "./pooled/pool-effects.ts";
export { parseSharedEffect, type SharedEffect, sharedEffect } from "./pooled/shared-effect.ts";
export { dayWords, type Moment, momentWords, readMoment } from "./series/moment.ts";
export { parseSeries } from "./series/parse-series.ts";
export { type ImportedTable, parseTable, type TableOptions } from "./series/parse-table.ts";
export {
  type BySide,
  type Measurement,
  measurementsFormat,
  type Series,
  type Session,
  type Side,
  sides,
} from "./series/series.ts";
export { meaningfulChange, type RatedSymptom, ratedSymptoms } from "./symptom/ratings.ts";
export { type Score, type ScoredDay, scoredDays, scoresOf } from "./symptom/score.ts";
export { parseThreshold, type Replayed, replay, type Threshold } from "./trend/alarm.ts";
export type { Flare } from "./trend/flares.ts";
export { type Quantity, quantityByName, type Value } from "./trend/quantity.ts";
export { type CoursePoint, type Rate, type Trend, trendOf, usualQuantity } from "./trend/trend.ts";
export { coveredLength, markPositions } from "./volume/tape-volume.ts";
