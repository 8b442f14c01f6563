import { hour } from "@openlymph/base";
import { type DaysAsked, effectSettings, type Quantity, type Ranged, type SessionEffect } from "@openlymph/measurement";
import { fixed, significant, timeWords } from "../output/numbers.ts";
import { quantityShown } from "../present/trend.ts";
import { type Shown, shownNumber, unitWords } from "./measure-words.ts";

/** `6.2 h`; to two digits, as no fit is finer. */
export function spanWords(seconds: number): string {
  const minutes = seconds < 1.5 * hour;
  return minutes ? `${fixed(seconds / 60, 0)} min` : `${significant(seconds / hour, 2)} h`;
}

/** `3.1 to 12 h`, `over 3.1 h`, `under 12 h`. */
export function spanRange([low, high]: Ranged["interval"]): string {
  if (!Number.isFinite(high)) return low > 0 ? `over ${spanWords(low)}` : "any";
  return low > 0 ? `${spanWords(low)} to ${spanWords(high)}` : `under ${spanWords(high)}`;
}

/** How a change of a quantity is shown: per cent become points. */
export function changeShown(of: Quantity): { readonly shown: Shown; readonly unit: string } {
  const shown = quantityShown(of);
  return { shown, unit: shown.unit === "%" ? " points" : unitWords(shown) };
}

function amount(value: number, of: Quantity): string {
  const { shown, unit } = changeShown(of);
  return `${shownNumber(Math.abs(value), shown)}${unit}`;
}

/** `80 mL lower (56 to 105)`; the interval may reach over zero. */
export function changeWords({ value, interval }: Ranged, of: Quantity): string {
  const { shown, unit } = changeShown(of);
  const sign = value < 0 ? -1 : 1;
  const [near, far] = sign < 0 ? [interval[1], interval[0]] : interval;
  const ends = [near, far].map((end) => shownNumber(sign * end, shown));
  return `${shownNumber(Math.abs(value), shown)}${unit} ${value < 0 ? "lower" : "higher"} (95 %: ${ends.join(" to ")})`;
}

function durationSentence({ fit, lastAfter = 0 }: SessionEffect): string {
  const { value, interval } = fit!.halfLife!;
  if (fit!.says === "decay") {
    return interval[0] > 0
      ? `Half of the effect was gone after ${spanWords(value)} (95 %: ${spanRange(interval)}).`
      : `Half of the effect was gone within ${spanWords(interval[1])} (95 %).`;
  }
  const from = interval[0] > 0 ? [`Half of it was still there after ${spanWords(interval[0])} (95 %).`] : [];
  return [
    "An effect was found, its end was not.",
    ...from,
    `The last readings were ${spanWords(lastAfter)} after a session: later ones, or more days, would tell more.`,
  ].join(" ");
}

function daysSentences(
  of: Quantity,
  { worth, worthNamed, halfLife, needed, more = 0, now }: DaysAsked,
): readonly string[] {
  const size = `an effect of ${amount(worth, of)} at the first readings, half of it gone after ${timeWords(halfLife)} (${worthNamed ? "the size you named, the duration assumed" : "both assumed"}, for planning only)`;
  if (needed === undefined) {
    return [
      `Even ${effectSettings.mostDays} days would seldom find ${size}: measure more often, or by a method with less error.`,
    ];
  }
  const chance = `${Math.round(100 * now.found)} of 100`;
  return more > 0
    ? [
        `Not enough data to rule out ${size}: ${more} more ${more === 1 ? "day" : "days"} like these would do (found in 80 of 100 then, now in ${chance}).`,
      ]
    : [`These days would have found ${size} in ${chance} cases.`];
}

/** What the readings say, in the order a person would ask. */
export function effectSentences(effect: SessionEffect): readonly string[] {
  const { of, says, fit, firstAfter = 0, ownCourse, days, held } = effect;
  if (says === "too few readings" || fit === undefined) {
    return [
      `Not enough data: ${held} ${held === 1 ? "day" : "days"} with a session and readings before and after it; three is the least.`,
      ...daysSentences(of, days),
    ];
  }
  const when = `${spanWords(firstAfter)} after a session`;
  const own = ownCourse ? "than without a session" : "than before it";
  if (says === "no effect") {
    const { shown, unit } = changeShown(of);
    const ends = fit.effect.interval.map((end) => shownNumber(end, shown)).join(" and ");
    return [
      `No effect could be told from the scatter of the readings. ${when[0]!.toUpperCase()}${when.slice(1)} the change was between ${ends}${unit} (95 %).`,
      ...daysSentences(of, days),
    ];
  }
  return [durationSentence(effect), `${when}: ${changeWords(fit.effect, of)} ${own}.`];
}

/** How the fit was held against simpler ones. */
export function modelSentence({ fit, of, stated }: SessionEffect): string | undefined {
  if (fit === undefined) return undefined;
  const { noEffect, noDecay } = fit.leftOver;
  return `Squares left over, beside those of an effect that fades: no effect ${fixed(noEffect, 2)} times, an effect that stays ${fixed(noDecay, 2)} times. Scatter of a reading ${amount(fit.scatter, of)}; stated error ${amount(stated, of)}.`;
}

/** What the lot says by itself. */
export function lotSentence({ byLot, of }: SessionEffect): string | undefined {
  if (byLot === undefined) return undefined;
  const { difference, interval, chance, blocks, lots } = byLot;
  const ended = interval.every(Number.isFinite);
  const many = `${blocks} ${blocks === 1 ? "block" : "blocks"} drawn by lot`;
  if (!ended) {
    return `By lot alone: ${many}, too few for a statement with 95 %; six pairs are the least.`;
  }
  return `By lot alone (${many}): over all readings after the hour of the session ${changeWords({ value: difference, interval }, of)} on days with one; ${Math.round(chance * lots)} of ${lots} lots, the one drawn among them, would make a difference as large.`;
}

/** What these numbers are and are not. */
export const effectLimits =
  "One person, these weeks, measured like this. Nobody has published how long the effect of one session lasts, so nothing here is compared with such a number, and no effect of the next session is promised.";

/** Where the own course of the limb is not separated. */
export const mixedWords =
  "What the limb does by itself at these hours is in these numbers. Days without a session, drawn by lot, would separate it (openlymph measure schedule); agree with your therapist before you leave one out.";
