import { type People, peopleSchema } from "@openlymph/record/clinic";
import { useEffect } from "react";
import { ask } from "./api.ts";
import { type Loaded, useLoaded } from "./use-loaded.ts";

/**
 * The people of this account with what waits. Asked anew when somebody comes back to the page, and not by itself: a page that
 * asks without anybody there would never be signed out.
 */
export function usePeople(): Loaded<People> {
  const loaded = useLoaded("people", () => ask("people", peopleSchema));
  const { again } = loaded;
  useEffect(() => {
    const look = (): void => {
      if (document.visibilityState === "visible") again();
    };
    document.addEventListener("visibilitychange", look);
    return () => document.removeEventListener("visibilitychange", look);
  }, [again]);
  return loaded;
}
