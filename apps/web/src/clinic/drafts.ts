/**
 * What was typed and not yet sent, in the memory of this page alone: it outlives a form that is left and a sign-in that ran
 * out, and neither a reload nor another person at the keyboard.
 */
import { useCallback, useState } from "react";

const drafts = new Map<string, unknown>();
let owner: string | undefined;

/** Another account must not find what the last one typed. */
export function draftsBelongTo(account: string): void {
  if (owner !== undefined && owner !== account) drafts.clear();
  owner = account;
}

export function forgetDrafts(): void {
  drafts.clear();
  owner = undefined;
}

export interface Draft<T> {
  readonly value: T;
  readonly set: (value: T) => void;
  /** It was sent, or given up. */
  readonly forget: () => void;
  /** Whether something was typed. */
  readonly touched: boolean;
}

/** A value that is kept under a name until it is sent. */
export function useDraft<T>(name: string, initial: T): Draft<T> {
  const [, redraw] = useState(0);
  const touched = drafts.has(name);
  const set = useCallback(
    (value: T) => {
      drafts.set(name, value);
      redraw((n) => n + 1);
    },
    [name],
  );
  const forget = useCallback(() => {
    drafts.delete(name);
    redraw((n) => n + 1);
  }, [name]);
  return { value: touched ? (drafts.get(name) as T) : initial, set, forget, touched };
}
