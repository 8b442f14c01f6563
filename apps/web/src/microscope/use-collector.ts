import { describeFailure, type Result } from "@openlymph/base";
import { useEffect, useRef, useState } from "react";
import type { CollectorCycle, CollectorSettings, PumpPointTold } from "../run/collector-run.ts";
import { type OpenMicroscope, openMicroscope } from "../run/model.ts";

export interface CollectorState {
  /** The last one computed; nothing before the first. */
  readonly cycle: CollectorCycle | undefined;
  readonly pump: readonly PumpPointTold[] | undefined;
  /** Whether both belong to the settings shown. */
  readonly current: boolean;
  readonly problem: string | undefined;
}

const empty: CollectorState = { cycle: undefined, pump: undefined, current: false, problem: undefined };

async function told<T>(answer: Promise<Result<T>>): Promise<{ value?: T; problem?: string }> {
  const result = await answer.catch((error: unknown) => error as Error);
  if (result instanceof Error) return { problem: result.message };
  return result.ok ? { value: result.value } : { problem: describeFailure(result) };
}

/** The collector at these settings, computed in a worker of its own; while it computes, only the latest wish is kept. */
export function useCollector(settings: CollectorSettings): CollectorState {
  const [state, setState] = useState(empty);
  const scope = useRef<OpenMicroscope>(undefined);
  const wish = useRef<CollectorSettings>(undefined);
  const busy = useRef(false);
  useEffect(() => {
    scope.current = openMicroscope();
    return () => {
      scope.current?.close();
      scope.current = undefined;
    };
  }, []);
  useEffect(() => {
    wish.current = settings;
    setState((before) => ({ ...before, current: false }));
    const next = async (): Promise<void> => {
      const [own, open] = [wish.current, scope.current];
      if (busy.current || own === undefined || open === undefined) return;
      busy.current = true;
      wish.current = undefined;
      const cycle = await told(open.cycle(own));
      if (open === scope.current && cycle.value !== undefined) {
        setState((before) => ({ ...before, cycle: cycle.value, problem: undefined }));
      }
      // A newer wish comes before the slower curve.
      const pump = wish.current === undefined ? await told(open.pump(own)) : {};
      busy.current = false;
      if (open !== scope.current) return;
      const problem = cycle.problem ?? pump.problem;
      setState((before) => ({
        cycle: cycle.value ?? before.cycle,
        pump: pump.value ?? before.pump,
        current: wish.current === undefined && problem === undefined,
        problem,
      }));
      if (wish.current !== undefined) void next();
    };
    void next();
  }, [settings]);
  return state;
}
