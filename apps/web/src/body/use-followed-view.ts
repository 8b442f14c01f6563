import { anatomy } from "@openlymph/anatomy";
import type { View } from "@openlymph/figure";
import type { Rehearsal, SessionStep } from "@openlymph/rehearsal";
import { useEffect, useState } from "react";
import type { Clock } from "../clock/clock.ts";
import { useClock } from "../clock/use-clock.ts";
import { stepsAt } from "./hand.ts";

const onBack = new Set(
  anatomy.coordinates.territories
    .filter(({ id, view }) => {
      const all = anatomy.coordinates.territories.filter((other) => other.id === id);
      return view === "back" && all.length === 1;
    })
    .map(({ id }) => id),
);

/** The view in which the hands of a step are seen. */
export function viewOfStep({ territories }: SessionStep): View {
  return territories.length > 0 && territories.every((id) => onBack.has(id)) ? "back" : "front";
}

/** The view shown where there is room for one: it turns with the hands when a new step begins. */
export function useFollowedView(rehearsal: Rehearsal | undefined, clock: Clock) {
  const [view, setView] = useState<View>("front");
  const steps = rehearsal?.steps;
  const place = useClock(clock, (at) => stepsAt(steps ?? [], at.time).place);
  useEffect(() => {
    const step = steps?.[place];
    if (step !== undefined) setView(viewOfStep(step));
  }, [steps, place]);
  return [view, setView] as const;
}
