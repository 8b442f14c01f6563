/**
 * Whether a session may be played now, from the record alone. Every way to the player asks here.
 *
 * | standing | meaning                                                                                        |
 * | -------- | ---------------------------------------------------------------------------------------------- |
 * | none     | no check that still holds: the questions have to be answered                                    |
 * | locked   | the last check found a reason to wait, and nobody has cleared it                                |
 * | free     | the last check found nothing, is not older than it may be, and no session that rests on it      |
 * |          | ended because the person was unwell, or left a step out because of red or sore skin              |
 *
 * A check in the future (a clock was set back) does not hold: it is asked again. An emergency is not cleared by the person
 * alone while it may still go on: what they write down counts from an hour after it (*assumed*), what a clinic writes at once.
 */
import { hour } from "@openlymph/base";
import type { CareRecord, Written } from "../fold/record.ts";
import type { SessionRecord } from "../fold/session.ts";

/** s after which a person who is joined to no clinic may write down that an emergency is over; *assumed*. */
export const emergencyWait = hour;

/** Whether somebody's word lets sessions go on after a check. */
export function clears(
  check: Pick<Written<"check/answered">, "operation" | "action" | "at">,
  clearance: Pick<Written<"check/cleared">, "check" | "by" | "at">,
): boolean {
  if (clearance.check !== check.operation) return false;
  if (check.action !== "EMERGENCY" || clearance.by !== undefined) return true;
  return Date.parse(clearance.at) - Date.parse(check.at) >= emergencyWait * 1000;
}

export type CheckStanding =
  | { readonly kind: "none" }
  | { readonly kind: "locked"; readonly check: Written<"check/answered"> }
  | { readonly kind: "free"; readonly check: Written<"check/answered">; readonly until: number };

/** @param now ms since 1970, by the same clock as the record's. @param validHours how long a check holds. */
export function checkStanding(
  { checks, clearances, sessions }: Pick<CareRecord, "checks" | "clearances" | "sessions">,
  now: number,
  validHours: number,
): CheckStanding {
  const locking = checks.findLast((check) => check.locks && !clearances.some((each) => clears(check, each)));
  if (locking !== undefined) return { kind: "locked", check: locking };
  const last = checks.at(-1);
  if (last === undefined || last.locks) return { kind: "none" };
  const isUsedUp = sessions.some(
    ({ check, ended, skips }) =>
      check === last.operation && (ended?.how === "unwell" || skips.some(({ why }) => why === "skin")),
  );
  if (isUsedUp) return { kind: "none" };
  const given = Date.parse(last.at);
  const until = given + validHours * hour * 1000;
  return now >= given && now <= until ? { kind: "free", check: last, until } : { kind: "none" };
}

/** The session that was begun and not ended, the last one. */
export function openSession({ sessions }: Pick<CareRecord, "sessions">): SessionRecord | undefined {
  return sessions.findLast(({ ended }) => ended === undefined);
}
