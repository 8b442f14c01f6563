import { day, minute } from "@openlymph/base";
import type { Screening } from "@openlymph/therapy";

/** What the clock of the place says, as seconds since 1970, in whole minutes. */
export function clock(now = new Date()): number {
  return Math.floor(now.getTime() / 1000 / minute - now.getTimezoneOffset()) * minute;
}

/** The moment a screening is judged for: now, or the day alone where the answers name no time. */
export function momentOf({ answeredAt, dayOnly }: Screening, now: number): number {
  return answeredAt === undefined || dayOnly === true ? Math.floor(now / day) * day : now;
}
