import { useEffect, useState } from "react";

/** Keeps the screen on while something is played, and asks again whenever the page comes back. `false` where it cannot. */
export function useAwake(wanted: boolean): boolean {
  const [refused, setRefused] = useState(false);
  useEffect(() => {
    if (!wanted) return;
    let alive = true;
    let held: WakeLockSentinel | undefined;
    const ask = async (): Promise<void> => {
      if (document.visibilityState !== "visible") return;
      try {
        const lock = await navigator.wakeLock.request("screen");
        if (alive) held = lock;
        else await lock.release();
        setRefused(false);
      } catch {
        setRefused(true);
      }
    };
    void ask();
    document.addEventListener("visibilitychange", ask);
    return () => {
      alive = false;
      document.removeEventListener("visibilitychange", ask);
      void held?.release().catch(() => undefined);
    };
  }, [wanted]);
  return !refused;
}
