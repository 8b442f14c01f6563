import { useEffect, useState } from "react";
import { readChoices } from "../run/model.ts";
import type { PlanChoices } from "../run/plan-choices.ts";

/** What a step can be made of; nothing until it was read. */
export function usePlanChoices(): PlanChoices | undefined {
  const [choices, setChoices] = useState<PlanChoices>();
  useEffect(() => {
    let alive = true;
    readChoices().then(
      (found) => {
        if (alive) setChoices(found);
      },
      () => undefined,
    );
    return () => {
      alive = false;
    };
  }, []);
  return choices;
}
