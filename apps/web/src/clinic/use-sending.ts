import { useState } from "react";
import { asProblem, type ClinicProblem } from "./clinic-problem.ts";

export interface Sending {
  readonly busy: boolean;
  readonly problem: ClinicProblem | undefined;
  /** Does one thing at a time; `true` where it was done. */
  readonly send: (work: () => Promise<unknown>) => Promise<boolean>;
  readonly dismiss: () => void;
}

/** Something that is sent: that it is under way, and why it failed. */
export function useSending(): Sending {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ClinicProblem>();
  return {
    busy,
    problem,
    async send(work) {
      if (busy) return false;
      setBusy(true);
      setProblem(undefined);
      try {
        await work();
        return true;
      } catch (error) {
        setProblem(asProblem(error));
        return false;
      } finally {
        setBusy(false);
      }
    },
    dismiss: () => setProblem(undefined),
  };
}
