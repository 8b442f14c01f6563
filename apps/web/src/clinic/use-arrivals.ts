import { clinicAddresses } from "@openlymph/record/clinic";
import { useCallback, useEffect, useState } from "react";
import { z } from "zod";

const arrivalSchema = z.object({ person: z.string() });

export interface Arrivals {
  /** Somebody else, or a phone, has written something since the page last asked. */
  readonly waiting: boolean;
  /** The page has asked. */
  readonly seen: () => void;
}

/**
 * Whether something new has arrived on the server: of one person, or of anybody. The page says so and asks only when somebody
 * wants to see it: nothing moves under a hand that is typing, and a page that nobody sits at does not stay signed in.
 */
export function useArrivals(person?: string): Arrivals {
  const [waiting, setWaiting] = useState(false);
  useEffect(() => {
    const events = new EventSource(clinicAddresses.changes);
    events.onmessage = ({ data }: MessageEvent<string>) => {
      const read = arrivalSchema.safeParse(JSON.parse(data));
      if (read.success && (person === undefined || read.data.person === person)) setWaiting(true);
    };
    return () => events.close();
  }, [person]);
  return { waiting, seen: useCallback(() => setWaiting(false), []) };
}
