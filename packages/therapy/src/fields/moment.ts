import { day, type FailureDetail, fail, hour, minute, ok, parseQuantity, type Result } from "@openlymph/base";

const datePattern = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2}))?$/;
const clockPattern = /^(\d{1,2}):(\d{2})$/;

function clockSeconds(hours: string | undefined, minutes: string | undefined): number | undefined {
  const [h, m] = [Number(hours ?? 0), Number(minutes ?? 0)];
  return m < 60 && (h < 24 || (h === 24 && m === 0)) ? h * hour + m * minute : undefined;
}

/** Seconds since 1970 of `2026-11-22` or `2026-11-22T08:00`, or `undefined` for a day that does not exist. */
export function dateSeconds(text: string): number | undefined {
  const match = datePattern.exec(text);
  if (match === null) return undefined;
  const [, year, month, dayOfMonth, hours, minutes] = match;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(dayOfMonth)));
  const exists = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(dayOfMonth);
  const clock = clockSeconds(hours, minutes);
  return exists && clock !== undefined ? date.getTime() / 1000 + clock : undefined;
}

/** A whole day such as `2026-11-22`, as seconds since 1970. */
export function readDay(value: unknown): Result<number> {
  const seconds = typeof value === "string" && value.length === 10 ? dateSeconds(value) : undefined;
  if (seconds !== undefined) return ok(seconds);
  return fail(value === undefined ? "field/missing" : "field/invalid", { expected: "a date such as 2026-11-22" });
}

/**
 * A moment as seconds from the start of the `asOf` day: a time from then (`6 h`, `-3 d`), a time of that day (`08:00`,
 * `24:00`), or a date, with or without a time of day.
 */
export function readMoment(value: unknown, asOf: number): Result<number> {
  const detail: FailureDetail = { expected: `a time such as "6 h", "08:00" or "2026-11-22"` };
  if (value === undefined) return fail("field/missing", detail);
  if (typeof value === "string") {
    const date = dateSeconds(value);
    if (date !== undefined) return ok(date - asOf);
    const match = clockPattern.exec(value);
    const clock = match === null ? undefined : clockSeconds(match[1], match[2]);
    if (clock !== undefined) return ok(clock);
    if (datePattern.test(value) || match !== null) return fail("field/invalid", detail);
  }
  const quantity = parseQuantity(value, "time");
  if (quantity.ok && Math.abs(quantity.value) > 100 * 366 * day) {
    return fail("param/out-of-range", { expected: "at most 100 years from asOf" });
  }
  return quantity.ok ? quantity : fail(quantity.code, detail);
}
