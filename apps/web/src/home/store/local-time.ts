const two = (n: number): string => String(Math.floor(Math.abs(n))).padStart(2, "0");

/** A moment as the clock on the wall shows it, with its offset: `2026-11-26T21:04:05.123+01:00`. */
export function localTime(date: Date): string {
  const offset = -date.getTimezoneOffset();
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  const time = `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
  const zone = `${offset < 0 ? "-" : "+"}${two(offset / 60)}:${two(offset % 60)}`;
  return `${day}T${time}.${String(date.getMilliseconds()).padStart(3, "0")}${zone}`;
}

/** The day of a local time: `2026-11-26`. */
export const dayOf = (local: string): string => local.slice(0, 10);
