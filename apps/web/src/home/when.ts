import type { HomeWords } from "./words/en.ts";

/** The language of the words, in the manner of this person's country where it is the same language. */
export function localeOf({ locale }: HomeWords): string {
  return navigator.languages.find((each) => each.split("-")[0] === locale) ?? locale;
}

/** A written moment as people say it: `today at 21:04`, `26 November`. */
export function whenSaid(at: string, words: HomeWords, now: Date = new Date()): string {
  const then = new Date(at);
  const time = then.toLocaleTimeString(localeOf(words), { hour: "2-digit", minute: "2-digit" });
  const day = (date: Date) => `${date.getFullYear()}-${date.getMonth()}-${date.getDate()}`;
  if (day(then) === day(now)) return words.when.today(time);
  const before = new Date(now);
  before.setDate(now.getDate() - 1);
  if (day(then) === day(before)) return words.when.yesterday(time);
  const year = then.getFullYear() === now.getFullYear() ? {} : ({ year: "numeric" } as const);
  return then.toLocaleDateString(localeOf(words), { day: "numeric", month: "long", ...year });
}

/** s as `4:05`. */
export function clockSaid(seconds: number): string {
  const whole = Math.floor(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}
