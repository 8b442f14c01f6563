import { describeFailure } from "@openlymph/base";
import type { History } from "@openlymph/therapy";
import { useEffect, useState } from "react";
import { figureWorker } from "../body/figure-worker.ts";
import type { ExaminationAsked, ToldExamination } from "../run/examine.ts";
import { startExamination } from "../run/model.ts";

export interface ExaminationState {
  /** The last one computed; nothing before the first. */
  readonly told: ToldExamination | undefined;
  /** Whether it answers what is asked. */
  readonly current: boolean;
  readonly problem: string | undefined;
}

/** Examines the body of a history in a worker; another question ends the one before. */
export function useExamination(history: History | undefined, { inject, tracer }: ExaminationAsked): ExaminationState {
  const [state, setState] = useState<ExaminationState>({ told: undefined, current: false, problem: undefined });
  useEffect(() => {
    if (history === undefined) return;
    let cancel = (): void => undefined;
    let alive = true;
    setState((before) => ({ ...before, current: false, problem: undefined }));
    const ask = async (): Promise<void> => {
      const joined = await figureWorker.joined();
      if (!alive) return;
      const running = startExamination(history, { inject, tracer }, joined);
      cancel = running.cancel;
      const result = await running.result;
      if (!alive) return;
      if (result.ok) setState({ told: result.value, current: true, problem: undefined });
      else setState((before) => ({ ...before, problem: describeFailure(result) }));
    };
    ask().catch((error: unknown) => {
      if (alive) setState((before) => ({ ...before, problem: (error as Error).message }));
    });
    return () => {
      alive = false;
      cancel();
    };
  }, [history, inject, tracer]);
  return state;
}
