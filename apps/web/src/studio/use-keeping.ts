import { useCallback, useEffect, useRef, useState } from "react";
import type { Clock } from "../clock/clock.ts";
import type { UsedView } from "./use-view.ts";
import type { UsedWork } from "./use-work.ts";
import { keepWork, type Work } from "./work-kept.ts";

/** Longest a moved clock is not kept, ms. */
const pause = 600;

export interface Keeping {
  /** Whether this browser keeps the work. */
  readonly kept: boolean;
  /** The work as it is looked at in this moment, to be handed on. */
  readonly now: () => Work | undefined;
}

/** Keeps the work and what is looked at in this browser: at every change, and when the clock stands or the page goes. */
export function useKeeping(
  { whole, visiting }: Pick<UsedWork, "whole" | "visiting">,
  { view, begin }: Pick<UsedView, "view" | "begin">,
  clock: Clock,
): Keeping {
  const [kept, setKept] = useState(false);
  const latest = useRef({ whole, visiting, view, begin, clock });
  latest.current = { whole, visiting, view, begin, clock };
  const now = useCallback((): Work | undefined => {
    const { whole: files, view: looked, begin: from, clock: running } = latest.current;
    if (files === undefined) return undefined;
    // Before anything was rehearsed the clock has no time: what was opened stays where it was left.
    const standing = running.timeline.phases.length === 0 ? from : { moment: running.get().time };
    return { ...files, view: { ...looked, ...standing } };
  }, []);
  const keep = useCallback((): void => {
    const work = latest.current.visiting ? undefined : now();
    if (work !== undefined) setKept(keepWork(work));
  }, [now]);
  const told = JSON.stringify([whole, view]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: kept when what it says changes, not at every drawing
  useEffect(keep, [told, keep]);
  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const soon = (): void => {
      if (clock.get().playing) return;
      clearTimeout(waiting);
      waiting = setTimeout(keep, pause);
    };
    const stop = clock.subscribe(soon);
    addEventListener("pagehide", keep);
    return () => {
      stop();
      clearTimeout(waiting);
      removeEventListener("pagehide", keep);
    };
  }, [clock, keep]);
  return { kept, now };
}
