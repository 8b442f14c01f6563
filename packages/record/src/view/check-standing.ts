/**
 * Whether a session may be played now, from the record alone. Every way to the player asks here.
 *
 * | standing | meaning                                                                                        |
 * | -------- | ---------------------------------------------------------------------------------------------- |
 * | none     | no check that still holds: the questions have to be answered                                    |
 * | locked   | the last check found a reason to wait, and nobody has cleared it                                |
 * | free     | the last check found nothing, and is not older than it may be                                   |
 *
 * A check in the future (a clock was set back) does not hold: it is asked again.
 */
import { hour } from "@openlymph/base";
import type { CareRecord, Written } from "../fold/record.ts";
import type { SessionRecord } from "../fold/session.ts";

export type CheckStanding =
  | { readonly kind: "none" }
  | { readonly kind: "locked"; readonly check: Written<"check/answered"> }
  | { readonly kind: "free"; readonly check: Written<"check/answered">; readonly until: number };

/** @param now ms since 1970, by the same clock as the record's. @param validHours how long a check holds. */
export function checkStanding(
  { checks, clearances }: Pick<CareRecord, "checks" | "clearances">,
  now: number,
  validHours: number,
): CheckStanding {
  const cleared = new Set(clearances.map(({ check }) => check));
  const locking = checks.findLast(({ locks, operation }) => locks && !cleared.has(operation));
  if (locking !== undefined) return { kind: "locked", check: locking };
  const last = checks.at(-1);
  if (last === undefined || last.locks) return { kind: "none" };
  const given = Date.parse(last.at);
  const until = given + validHours * hour * 1000;
  return now >= given && now <= until ? { kind: "free", check: last, until } : { kind: "none" };
}

/** The session that was begun and not ended, the last one. */
export function openSession({ sessions }: Pick<CareRecord, "sessions">): SessionRecord | undefined {
  return sessions.findLast(({ ended }) => ended === undefined);
}
