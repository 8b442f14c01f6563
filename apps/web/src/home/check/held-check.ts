/**
 * A yes stands from the moment it is answered, before anything of it is saved: on this page, and in what the browser
 * remembers beside its store. So neither a full store nor a reload nor a way back takes it away. It is let go when the record
 * itself has it, or when the person has corrected the answer before the last question.
 */
import { type Body, checkBody, type Written } from "@openlymph/record";
import { useSyncExternalStore } from "react";
import { forget, recall, remember } from "../../theme/memory.ts";
import type { Ledger } from "../store/ledger.ts";
import { localTime } from "../store/local-time.ts";

export interface HeldCheck {
  readonly at: string;
  readonly body: Body<"check/answered">;
  /** Whether this page is still asking; else it is over, and to be written down. */
  readonly asking: boolean;
}

const place = "openlymph-home-held-check";

function remembered(): HeldCheck | undefined {
  try {
    const { at, body } = JSON.parse(recall(place) ?? "{}");
    const allowed = checkBody("check/answered", body);
    // Where a page was left in the middle, what was answered until then is the check.
    return typeof at === "string" && allowed.ok ? { at, body, asking: false } : undefined;
  } catch {
    return undefined;
  }
}

let held = remembered();
let saving = false;
const listeners = new Set<() => void>();

function set(next: HeldCheck | undefined): void {
  held = next;
  if (next === undefined) forget(place);
  else remember(place, JSON.stringify({ at: next.at, body: next.body }));
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useHeldCheck = (): HeldCheck | undefined => useSyncExternalStore(subscribe, () => held);

/** @param asking whether more questions come. */
export function holdCheck(body: Body<"check/answered">, asking: boolean): void {
  set({ at: held?.at ?? localTime(new Date()), body, asking });
}

/** The questions were left: what was answered until then stands. */
export function endAsking(): void {
  if (held?.asking) set({ ...held, asking: false });
}

export function releaseCheck(): void {
  if (held !== undefined) set(undefined);
}

/** Writes down what is held, and lets it go once the record has it. */
export function saveHeld(ledger: Ledger): void {
  if (held === undefined || held.asking || saving) return;
  saving = true;
  void ledger.write("check/answered", held.body).then(
    () => {
      saving = false;
      releaseCheck();
    },
    () => {
      saving = false;
    },
  );
}

/** As a check of the record. Its operation is not there yet. */
export const asWritten = ({ at, body }: HeldCheck): Written<"check/answered"> => ({
  ...body,
  at,
  operation: "",
  device: "",
});
