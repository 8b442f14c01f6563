import type { Progress, Result } from "@openlymph/base";
import type { Rehearsal } from "@openlymph/rehearsal";
import type { History, Plan } from "@openlymph/therapy";
import { proxy, type Remote, releaseProxy, wrap } from "comlink";
import type { CheckedPlan } from "./checked-plan.ts";
import type { ModelWorker } from "./model.worker.ts";
import type { Examples, Named, ToldPlan } from "./named.ts";

interface Started {
  readonly worker: Worker;
  readonly remote: Remote<ModelWorker>;
  /** Never resolves; rejects when the worker breaks. */
  readonly broken: Promise<never>;
}

function start(): Started {
  const worker = new Worker(new URL("./model.worker.ts", import.meta.url), { type: "module", name: "model" });
  const broken = new Promise<never>((_, reject) => {
    worker.addEventListener("error", (event) => reject(new Error(event.message)), { once: true });
  });
  return { worker, remote: wrap<ModelWorker>(worker), broken };
}

const reader = start();

function ask<T>(answer: Promise<T>): Promise<T> {
  return Promise.race([answer, reader.broken]);
}

/** Reads a history or plan; the parsers live in a worker, so that the page need not load them. */
export const readHistory = (file: Named): Promise<Result<History>> => ask<Result<History>>(reader.remote.history(file));
export const readPlan = (file: Named): Promise<Result<ToldPlan>> => ask<Result<ToldPlan>>(reader.remote.plan(file));
export const readExamples = (): Promise<Examples> => ask(reader.remote.examples());

/** Holds a plan against a history. */
export const checkPlanFile = (plan: Plan, history: History, file: string): Promise<CheckedPlan> =>
  ask<CheckedPlan>(reader.remote.check(plan, history, file));

/** A rehearsal under way in its own worker. */
export interface Running {
  readonly result: Promise<Result<Rehearsal>>;
  /** Ends the worker; `result` then stays open. */
  cancel(): void;
}

/** Rehearses in a worker, so that the page stays alive; `report` hears how far it is. */
export function startRehearsal(history: History, plan: Plan, report: (progress: Progress) => void): Running {
  const { worker, remote, broken } = start();
  const cancel = (): void => {
    remote[releaseProxy]();
    worker.terminate();
  };
  const result = Promise.race([remote.rehearse(history, plan, proxy(report)), broken]);
  return { result: result.finally(() => worker.terminate()), cancel };
}
