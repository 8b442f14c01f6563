import { useCallback, useEffect, useRef, useState } from "react";
import { asProblem, type ClinicProblem } from "./clinic-problem.ts";

export interface Loaded<T> {
  /** The last that came; it stays in sight while it is asked for again. */
  readonly value: T | undefined;
  readonly problem: ClinicProblem | undefined;
  readonly busy: boolean;
  readonly again: () => void;
}

/** Something the server is asked for, anew whenever `key` changes. */
export function useLoaded<T>(key: string, load: () => Promise<T>): Loaded<T> {
  const [state, setState] = useState<{ readonly key: string; readonly value?: T; readonly problem?: ClinicProblem }>();
  const [turn, setTurn] = useState(0);
  const [busy, setBusy] = useState(true);
  const latest = useRef(load);
  latest.current = load;
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again when somebody asks for it
  useEffect(() => {
    let wanted = true;
    setBusy(true);
    latest.current().then(
      (value) => {
        if (!wanted) return;
        setState({ key, value });
        setBusy(false);
      },
      (error: unknown) => {
        if (!wanted) return;
        const problem = asProblem(error);
        setState((before) => (before?.key === key ? { ...before, problem } : { key, problem }));
        setBusy(false);
      },
    );
    return () => {
      wanted = false;
    };
  }, [key, turn]);
  const again = useCallback(() => setTurn((n) => n + 1), []);
  const own = state?.key === key ? state : undefined;
  return { value: own?.value, problem: own?.problem, busy, again };
}
