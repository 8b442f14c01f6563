import { fail, ok, type Result } from "@openlymph/base";

/** A moment with the clock of the place where it was. */
export interface Moment {
  /** Seconds since 1970. */
  readonly seconds: number;
  /** Seconds by which the clock of the place was ahead of UTC. */
  readonly offset: number;
}

const pattern = /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::(\d{2}))?\s*(?:(Z)|([+-])(\d{2}):(\d{2}))$/;
const expected = "a date, a time and a time zone such as 2026-03-02T09:30+01:00";

/** Reads a date and time with its time zone; without a zone the hours between two measurements would be unknown. */
export function readMoment(value: unknown): Result<Moment> {
  const match = typeof value === "string" ? pattern.exec(value.trim()) : null;
  if (match === null) return fail(value === undefined ? "field/missing" : "field/invalid", { expected });
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1, 7)
    .map((part) => Number(part ?? 0));
  const date = new Date(Date.UTC(year, month - 1, day, hour, minute, second));
  const exists =
    date.getUTCMonth() === month - 1 && date.getUTCDate() === day && hour < 24 && minute < 60 && second < 60;
  const [zoneHours, zoneMinutes] = [Number(match[9] ?? 0), Number(match[10] ?? 0)];
  if (!exists || zoneHours > 14 || zoneMinutes > 59) return fail("field/invalid", { expected });
  const offset = (match[8] === "-" ? -1 : 1) * (3600 * zoneHours + 60 * zoneMinutes);
  return ok({ seconds: date.getTime() / 1000 - offset, offset });
}

/** `2026-03-02 09:30` by the clock of the place. */
export function momentWords({ seconds, offset }: Moment): string {
  return new Date((seconds + offset) * 1000).toISOString().slice(0, 16).replace("T", " ");
}

/** `2026-03-02` by the clock of the place. */
export function dayWords(moment: Moment): string {
  return momentWords(moment).slice(0, 10);
}

/** Hours since midnight by the clock of the place. */
export function hourOfDay({ seconds, offset }: Moment): number {
  return ((((seconds + offset) % 86400) + 86400) % 86400) / 3600;
}
