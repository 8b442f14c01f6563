import { fail, hour, ok, type Result } from "@openlymph/base";
import { effectSettings } from "../library/effect-settings.ts";
import type { VolumeMethod } from "../library/error-model.ts";
import type { Series } from "../series/series.ts";
import { ownDeviations, type Quantity, valuesOf } from "../trend/quantity.ts";
import { median } from "../trend/smooth.ts";
import { type ByLot, byLot } from "./by-lot.ts";
import { daysNeeded, type EffectChance, type EffectPlan, effectChance } from "./days-needed.ts";
import { type DecayFit, type DecayVerdict, fitDecay } from "./decay.ts";
import { type DecayDesign, decayDesign } from "./decay-design.ts";
import { type Episode, episodesOf, slotsOf } from "./episodes.ts";
import { type SlotChange, slotChanges } from "./slot-change.ts";

/** How many days would tell an effect worth telling. */
export interface DaysAsked {
  /** In the unit of the quantity; whether the person named it. */
  readonly worth: number;
  readonly worthNamed: boolean;
  /** s, assumed for planning. */
  readonly halfLife: number;
  /** Scatter of a reading, and whether it comes from the readings or from the stated error. */
  readonly scatter: number;
  readonly scatterSeen: boolean;
  /** Nothing where not even the longest plan would tell it. */
  readonly needed?: EffectChance;
  /** Days beyond those there are; 0 where there are enough. */
  readonly more?: number;
  /** With the days there are. */
  readonly now: EffectChance;
}

/** What one person's readings around sessions say of how long the effect lasts. */
export interface SessionEffect {
  readonly of: Quantity;
  readonly says: DecayVerdict | "too few readings";
  /** Days with readings before and after. */
  readonly held: number;
  readonly leftOut: number;
  readonly unused: number;
  readonly unread: number;
  /** Whether days without a session tell what the limb does by itself. */
  readonly ownCourse: boolean;
  readonly slots: readonly SlotChange[];
  readonly fit?: DecayFit;
  /** Middle of the first readings after a session, and the last of them, s. */
  readonly firstAfter?: number;
  readonly lastAfter?: number;
  readonly byLot?: ByLot;
  /** Mean of all values. */
  readonly mean: number;
  /** Stated error of one reading without what all share. */
  readonly stated: number;
  readonly days: DaysAsked;
}

export interface EffectOptions {
  readonly method?: VolumeMethod;
  /** Smallest effect the number of days is worked out for, in the unit of the quantity. */
  readonly worth?: number;
}

const usualHours = [-0.5, 0.25, 2, 4];
/** Freedom from which on the scatter of the readings is taken instead of the stated error. */
const enoughFreedom = 8;
const shares: readonly Quantity[] = ["excess", "rvc", "wac"];

/** Smallest effect that is worth telling where nobody names one. */
function usualWorth(of: Quantity, values: readonly number[]): number {
  if (of.startsWith("symptom ")) return effectSettings.worth_rating;
  const share = effectSettings.worth_percent / 100;
  if (shares.includes(of)) return share;
  return (share * values.reduce((sum, value) => sum + Math.abs(value), 0)) / values.length;
}

/** What sessions change most directly: the volume of the affected side; a symptom where no volume was measured. */
export function usualEffectQuantity(series: Series): Quantity {
  if (valuesOf(series, "volume").length > 0) return "volume";
  const label = series.measurements.flatMap(({ symptoms }) => Object.keys(symptoms))[0];
  return label === undefined ? "volume" : `symptom ${label}`;
}

/** A day counts where it was measured before and after. */
function isWhole({ readings }: Episode): boolean {
  return readings.some(({ offset }) => offset <= 0) && readings.some(({ offset }) => offset > 0);
}

function planOf(episodes: readonly Episode[], effect: number, scatter: number): EffectPlan {
  const slots = slotsOf(episodes);
  const usable = slots.some((slot) => slot <= 0) && slots.some((slot) => slot > 0);
  return {
    offsets: usable ? slots : usualHours.map((hours) => hours * hour),
    alternating: episodes.some(({ leftOut }) => leftOut),
    effect,
    halfLife: effectSettings.worthHalfLife_h * hour,
    scatter,
  };
}

function daysAsked(plan: EffectPlan, present: number, known: Pick<DaysAsked, "worthNamed" | "scatterSeen">): DaysAsked {
  const needed = daysNeeded(plan);
  return {
    worth: plan.effect,
    halfLife: plan.halfLife,
    scatter: plan.scatter,
    ...known,
    ...(needed === undefined ? {} : { needed, more: Math.max(0, needed.days - present) }),
    now: effectChance(plan, present),
  };
}

/**
 * How long the effect of a session lasts in this person, as far as their readings tell.
 *
 * @returns `field/missing` without sessions or without any value of the quantity beside one.
 */
export function sessionEffect(series: Series, of: Quantity, options: EffectOptions = {}): Result<SessionEffect> {
  if (series.sessions.length === 0) {
    return fail("field/missing", {
      path: "sessions",
      expected: "when sessions were held, such as sessions: [{ at: 2026-03-02T18:00+01:00, minutes: 20 }]",
    });
  }
  const method = options.method ?? "tape";
  const values = valuesOf(series, of, method);
  const { episodes, ends, unused, unread } = episodesOf(series, of, method);
  if (values.length === unused) {
    return fail("field/missing", {
      path: "measurements",
      value: of,
      expected: `readings of ${of} within ${effectSettings.before_h} h before or ${effectSettings.after_h} h after a session`,
    });
  }
  const stated = median(ownDeviations(values));
  const whole = episodes.filter(isWhole);
  const held = whole.filter(({ leftOut }) => !leftOut).length;
  const leftOut = whole.length - held;
  const design = held < effectSettings.leastDays ? undefined : decayDesign(episodes, ends);
  const fit = design && fitDecay(design, valuesIn(episodes));
  const scatterSeen = design !== undefined && design.freedom >= enoughFreedom;
  const scatter = scatterSeen ? fit!.scatter : stated;
  const numbers = values.map(({ estimate }) => estimate.value);
  const worth = options.worth ?? usualWorth(of, numbers);
  const lot = byLot(episodes);
  return ok({
    of,
    says: fit?.says ?? "too few readings",
    held,
    leftOut,
    unused,
    unread,
    ownCourse: design?.ownCourse ?? false,
    slots: slotChanges(episodes),
    ...fitted(design, fit),
    ...(lot === undefined ? {} : { byLot: lot }),
    mean: numbers.reduce((sum, one) => sum + one, 0) / numbers.length,
    stated,
    days: daysAsked(planOf(episodes, worth, scatter), held + leftOut, {
      worthNamed: options.worth !== undefined,
      scatterSeen,
    }),
  });
}

function fitted(design: DecayDesign | undefined, fit: DecayFit | undefined) {
  if (design === undefined || fit === undefined) return {};
  return { fit, firstAfter: design.firstAfter, lastAfter: design.lastAfter };
}

function valuesIn(episodes: readonly Episode[]): readonly number[] {
  return episodes.flatMap(({ readings }) => readings.map(({ value }) => value));
}
