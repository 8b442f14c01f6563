/**
 * How often one sign-in, or one phone, may ask: a bucket that holds what a minute allows and fills evenly again. Far above
 * what anybody does by hand, and below what would keep the server from others. Kept in this process, by the hash of the
 * token: whoever has none is a stranger, whose tries are limited by address.
 *
 * | limit   | requests a minute | of                                                          | source    |
 * | ------- | ----------------- | ----------------------------------------------------------- | --------- |
 * | account | 600               | a sign-in                                                   | *assumed* |
 * | phone   | 300               | a phone; 10 000 operations it kept for a month take 50       | *assumed* |
 * | heavy   | 10                | either, to what costs much: exports, following the trail     | *assumed* |
 *
 * What is refused so is no entry of the audit trail: it would grow with every one.
 */
import { raise } from "@openlymph/base";
import { sha256 } from "../store/seal.ts";

export interface PaceLimits {
  readonly account: number;
  readonly phone: number;
  readonly heavy: number;
}

export const usualPace: PaceLimits = { account: 600, phone: 300, heavy: 10 };
/** For benches, and tests of other things. */
export const noPace: PaceLimits = { account: Infinity, phone: Infinity, heavy: Infinity };

interface Bucket {
  left: number;
  at: number;
}

const minute = 60_000;
const mostKept = 10_000;

export interface Asking {
  readonly who: "account" | "phone";
  readonly token: string | undefined;
  readonly heavy: boolean;
}

export interface Pace {
  /** Counts a request. @throws FailureError `access/too-often`, with the seconds to wait as its value. */
  readonly count: (asking: Asking, now: number) => void;
}

export function openPace(limits: PaceLimits): Pace {
  const buckets = new Map<string, Bucket>();

  /** Whoever has not asked for a minute has a full bucket, as one who never asked. */
  function forgetFull(now: number): void {
    for (const [name, { at }] of buckets) if (Math.abs(now - at) >= minute) buckets.delete(name);
    // More than that within a minute are tokens that somebody made up.
    if (buckets.size >= mostKept) buckets.clear();
  }

  function take(name: string, limit: number, now: number): void {
    if (!Number.isFinite(limit)) return;
    if (buckets.size >= mostKept) forgetFull(now);
    const { left, at } = buckets.get(name) ?? { left: limit, at: now };
    // A clock that was set back fills nothing.
    const filled = Math.min(limit, left + (Math.max(0, now - at) * limit) / minute);
    buckets.set(name, { left: filled >= 1 ? filled - 1 : filled, at: now });
    if (filled >= 1) return;
    const seconds = Math.max(1, Math.ceil(((1 - filled) * minute) / limit / 1000));
    raise("access/too-often", { value: seconds, hint: `Try again in ${seconds} s.` });
  }

  return {
    count({ who, token, heavy }, now) {
      if (token === undefined) return;
      const whose = sha256(token);
      take(`${who} ${whose}`, limits[who], now);
      if (heavy) take(`heavy ${whose}`, limits.heavy, now);
    },
  };
}
