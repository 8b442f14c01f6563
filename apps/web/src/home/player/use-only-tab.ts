import { useEffect, useState } from "react";

/** Whether this tab alone plays a session: `waiting` until it is known, `elsewhere` while another tab holds it. */
export function useOnlyTab(): "waiting" | "here" | "elsewhere" {
  const [held, setHeld] = useState<"waiting" | "here" | "elsewhere">(
    navigator.locks === undefined ? "here" : "waiting",
  );
  useEffect(() => {
    if (navigator.locks === undefined) return;
    const stop = new AbortController();
    let release: () => void = () => undefined;
    const gone = new Promise<void>((resolve) => {
      release = resolve;
    });
    const take = (): Promise<void> => {
      setHeld("here");
      return gone;
    };
    void navigator.locks
      .request("openlymph-session", { ifAvailable: true }, async (lock) => {
        if (lock === null) setHeld("elsewhere");
        else await take();
        return lock !== null;
      })
      .then((was) =>
        // Held elsewhere: this tab waits in line and takes over when the other one is gone.
        was || stop.signal.aborted
          ? undefined
          : navigator.locks.request("openlymph-session", { signal: stop.signal }, take),
      )
      .catch(() => undefined);
    return () => {
      stop.abort();
      release();
    };
  }, []);
  return held;
}
