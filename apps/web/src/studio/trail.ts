/** States one after the other, and which of them is shown: the way back and forth. Never empty. */
export interface Trail<T> {
  readonly entries: readonly T[];
  readonly at: number;
}

/** Farther back nothing is kept. */
const longest = 100;

export function trailOf<T>(first: T): Trail<T> {
  return { entries: [first], at: 0 };
}

export function shownOf<T>({ entries, at }: Trail<T>): T {
  return entries[at] as T;
}

/** A new state behind the one shown; those that were taken back are gone. */
export function pushed<T>({ entries, at }: Trail<T>, next: T): Trail<T> {
  const kept = [...entries.slice(0, at + 1), next].slice(-longest);
  return { entries: kept, at: kept.length - 1 };
}

/** Another state in place of the one shown. */
export function replaced<T>({ entries, at }: Trail<T>, next: T): Trail<T> {
  return { entries: entries.with(at, next), at };
}

/** One state back; `undefined` at the first. */
export function undone<T>({ entries, at }: Trail<T>): Trail<T> | undefined {
  return at === 0 ? undefined : { entries, at: at - 1 };
}

/** One state forth again; `undefined` at the last. */
export function redone<T>({ entries, at }: Trail<T>): Trail<T> | undefined {
  return at === entries.length - 1 ? undefined : { entries, at: at + 1 };
}
