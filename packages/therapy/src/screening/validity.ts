import { day, hour } from "@openlymph/base";
import { contraindicationLibrary } from "../library/contraindication.ts";
import { dayText, type JudgedLifting } from "./lifting.ts";
import type { Answers, Episode, Screening } from "./screening.ts";

const { dailyCheck, screenAgain } = contraindicationLibrary;

/** When the answers count as given, for a judgement at `at`: within the day that is all a file says, at that moment. */
export function answeredAt({ answeredAt: given, dayOnly }: Screening, at: number): number {
  if (given === undefined) return at;
  return dayOnly === true && at < given + day ? at : Math.min(given, at);
}

/** Whether the daily questions were begun. */
export function dailyAsked(answers: Answers): boolean {
  return dailyCheck.items.some(({ id }) => answers[id] !== undefined);
}

/** Why the full screening has to be answered again, in words; nothing while it holds. */
export function whyScreenAgain(
  screening: Screening,
  liftings: readonly JudgedLifting[],
  ended: readonly Episode[],
  at: number,
): readonly string[] {
  const given = answeredAt(screening, at);
  const days = Math.floor((at - given) / day);
  const since = `the answers were given on ${dayText(given)}`;
  const later = (date: number) => screening.answeredAt !== undefined && date >= screening.answeredAt + day;
  const cleared = liftings.find(({ kind, counts, given: { date } }) => kind === "clearance" && counts && later(date));
  const ill = ended.find(({ began }) => later(began));
  return [
    days > screenAgain.days ? `${since}, ${days} days ago; they hold for ${screenAgain.days} days` : undefined,
    cleared === undefined ? undefined : `${since}, before the clearance of ${dayText(cleared.given.date)}`,
    ill === undefined ? undefined : `${since}, before the illness of ${dayText(ill.began)}`,
  ].filter((words) => words !== undefined);
}

/** Why the daily questions have to be answered again, in words. */
export function whyDailyAgain(screening: Screening, at: number): readonly string[] {
  if (!dailyAsked(screening.answers)) return [];
  const hours = Math.floor((at - answeredAt(screening, at)) / hour);
  if (hours < dailyCheck.validHours) return [];
  return [`the daily questions were answered ${hours} hours ago; they hold for ${dailyCheck.validHours} hours`];
}
