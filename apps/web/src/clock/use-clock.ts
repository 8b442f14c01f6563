import { useSyncExternalStore } from "react";
import type { Clock, ClockState } from "./clock.ts";

/** A value read off the clock; the component is drawn again only when that value changes, so keep it coarse. */
export function useClock<T extends string | number | boolean | undefined>(
  clock: Clock,
  read: (at: ClockState) => T,
): T {
  return useSyncExternalStore(clock.subscribe, () => read(clock.get()));
}
