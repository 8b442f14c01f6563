import { type ReactNode, useState } from "react";
import { AskAgain } from "./clinic/AskAgain.tsx";
import { asProblem, ClinicProblem } from "./clinic-problem.ts";

interface Waiting {
  readonly goOn: () => void;
  readonly giveUp: () => void;
}

export interface Confirming {
  /** Does something; where the server wants to know first that it is still the same person, asks that and goes on. */
  readonly confirming: <T>(work: () => Promise<T>) => Promise<T>;
  /** Where it is asked. */
  readonly panel: ReactNode;
}

export function useConfirming(): Confirming {
  const [waiting, setWaiting] = useState<Waiting>();
  const asked = (): Promise<void> =>
    new Promise<void>((resolve, reject) => {
      setWaiting({ goOn: resolve, giveUp: () => reject(new ClinicProblem("confirm", "")) });
    }).finally(() => setWaiting(undefined));
  return {
    async confirming(work) {
      try {
        return await work();
      } catch (error) {
        if (asProblem(error).code !== "confirm") throw error;
        await asked();
        return await work();
      }
    },
    panel: waiting === undefined ? null : <AskAgain onYes={waiting.goOn} onNo={waiting.giveUp} />,
  };
}
