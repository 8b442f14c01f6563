import { words } from "./words/words.ts";

/** The manner of this person's country where it is the language of the words. */
const locale = (): string => navigator.languages.find((each) => each.split("-")[0] === words.locale) ?? words.locale;

const dayLength = 86_400_000;
const startOfDay = (at: number): number => new Date(at).setHours(0, 0, 0, 0);

export function timeSaid(at: number): string {
  return new Date(at).toLocaleTimeString(locale(), { hour: "2-digit", minute: "2-digit" });
}

/** `26 November 2026`; the year is left out where it is this one. */
export function daySaid(at: number, now = Date.now()): string {
  const year = new Date(at).getFullYear() === new Date(now).getFullYear() ? {} : ({ year: "numeric" } as const);
  return new Date(at).toLocaleDateString(locale(), { day: "numeric", month: "long", ...year });
}

/** `26 Nov 2026`, for tables. */
export function dayShort(at: number): string {
  return new Date(at).toLocaleDateString(locale(), { day: "numeric", month: "short", year: "numeric" });
}

/** A moment as people say it: `today at 21:04`, `yesterday at 9:10`, `26 November`. */
export function whenSaid(at: number, now = Date.now()): string {
  const days = Math.round((startOfDay(now) - startOfDay(at)) / dayLength);
  if (days === 0) return words.when.today(timeSaid(at));
  if (days === 1) return words.when.yesterday(timeSaid(at));
  return daySaid(at, now);
}

/** How long ago, roughly: `for 3 days`, `since today`. */
export function sinceSaid(at: number, now = Date.now()): string {
  const days = Math.round((startOfDay(now) - startOfDay(at)) / dayLength);
  return days <= 0 ? words.when.sinceToday(timeSaid(at)) : words.when.forDays(days);
}

/** A day such as 1958-03-14 as it is said. */
export function calendarDay(day: string): string {
  return new Date(`${day}T12:00:00`).toLocaleDateString(locale(), { day: "numeric", month: "long", year: "numeric" });
}

/** Today by the clock of this device: `2026-11-26`. */
export function todayText(now = new Date()): string {
  const two = (n: number): string => String(n).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** Whole years since a day. */
export function ageOf(born: string, now = new Date()): number {
  const then = new Date(`${born}T12:00:00`);
  const before =
    now.getMonth() < then.getMonth() || (now.getMonth() === then.getMonth() && now.getDate() < then.getDate());
  return now.getFullYear() - then.getFullYear() - (before ? 1 : 0);
}
