import { dateSeconds } from "@openlymph/therapy";
import { todayText } from "../../when.ts";

/**
 * The moment at which a screening is judged, seconds since 1970: now, and not before the day that the calendar of this
 * device shows has begun in a file, whose days begin at midnight in Greenwich. A clearance of today counts today.
 */
export function judgedAt(now = new Date()): number {
  return Math.max(now.getTime() / 1000, dateSeconds(todayText(now)) ?? 0);
}
