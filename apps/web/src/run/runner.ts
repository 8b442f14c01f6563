import type { Progress, Result } from "@openlymph/base";
import type { Rehearsal } from "@openlymph/rehearsal";
import type { History, Plan } from "@openlymph/therapy";
import { proxy, releaseProxy, wrap } from "comlink";
import type { RehearsalWorker } from "./rehearsal.worker.ts";

/** A rehearsal under way in its own worker. */
export interface Running {
  readonly result: Promise<Result<Rehearsal>>;
  /** Ends the worker; `result` then stays open. */
  cancel(): void;
}

/** Rehearses in a worker, so that the page stays alive; `report` hears how far it is. */
export function startRehearsal(history: History, plan: Plan, report: (progress: Progress) => void): Running {
  const worker = new Worker(new URL("./rehearsal.worker.ts", import.meta.url), { type: "module" });
  const remote = wrap<RehearsalWorker>(worker);
  const cancel = (): void => {
    remote[releaseProxy]();
    worker.terminate();
  };
  const failed = new Promise<never>((_, reject) => {
    worker.addEventListener("error", (event) => reject(new Error(event.message)), { once: true });
  });
  const result = Promise.race([remote.run(history, plan, proxy(report)), failed]);
  return { result: result.finally(() => worker.terminate()), cancel };
}
