import type { Progress, Result } from "@openlymph/base";
import type { Rehearsal } from "@openlymph/rehearsal";
import type { History, HistoryEdit, Plan } from "@openlymph/therapy";
import { proxy, type Remote, releaseProxy, wrap } from "comlink";
import type { BodiesAsked } from "../studio/work-view.ts";
import type { CheckedPlan } from "./checked-plan.ts";
import type { CollectorCycle, CollectorSettings, PumpPointTold } from "./collector-run.ts";
import type { ProcedureChoice } from "./edit-history-file.ts";
import type { PlanEdit } from "./edit-plan.ts";
import type { ExaminationAsked, ToldExamination, TracerChoice } from "./examine.ts";
import type { ManyBodies } from "./many-bodies.ts";
import type { ModelWorker } from "./model.worker.ts";
import type { Examples, Named, ToldPlan } from "./named.ts";
import type { NodeSizes } from "./node-sizes.ts";
import type { PlanChoices } from "./plan-choices.ts";
import type { FileText } from "./read-named.ts";
import type { ToldStudies } from "./told-studies.ts";

interface Started {
  readonly worker: Worker;
  readonly remote: Remote<ModelWorker>;
  /** Never resolves; rejects when the worker breaks. */
  readonly broken: Promise<never>;
  /** Whether it broke. */
  readonly isBroken: () => boolean;
}

function start(): Started {
  const worker = new Worker(new URL("./model.worker.ts", import.meta.url), { type: "module", name: "model" });
  let isBroken = false;
  const broken = new Promise<never>((_, reject) => {
    const stop = (event: Event): void => {
      isBroken = true;
      reject(new Error((event as ErrorEvent).message || "The model's worker stopped."));
    };
    worker.addEventListener("error", stop, { once: true });
    worker.addEventListener("messageerror", stop, { once: true });
  });
  // Whoever asks hears of it; nobody asking is no fault of the page.
  broken.catch(() => undefined);
  return { worker, remote: wrap<ModelWorker>(worker), broken, isBroken: () => isBroken };
}

let reader = start();

/** One that has loaded the model before it is needed: whoever waits for a rehearsal need not wait for that. */
let spare: Started | undefined;

/** A worker for one piece of work. */
function takeWorker(): Started {
  const taken = spare === undefined || spare.isBroken() ? start() : spare;
  spare = undefined;
  return taken;
}

/** Whether nothing was computed yet: the first work is done by the worker that reads, since loading a second one takes longer. */
let first = true;

/** Asks the worker that reads. One that broke is replaced by the next question; what is shown lives in the page. */
function ask<T>(question: (remote: Remote<ModelWorker>) => Promise<T>): Promise<T> {
  if (reader.isBroken()) {
    reader.worker.terminate();
    reader = start();
  }
  return Promise.race([question(reader.remote), reader.broken]);
}

/** Reads a history or plan; the parsers live in a worker, so that the page need not load them. */
export const readHistory = (file: Named): Promise<Result<History>> =>
  ask<Result<History>>((remote) => remote.history(file));
export const readPlan = (file: Named): Promise<Result<ToldPlan>> =>
  ask<Result<ToldPlan>>((remote) => remote.plan(file));
/** The text of a history or plan, to be kept or handed on whole. */
export const readText = (kind: "history" | "plan", file: Named): Promise<FileText> =>
  ask<FileText>((remote) => remote.text(kind, file));
/** The trials of a condition, by its id. */
export const readStudies = (condition: string): Promise<ToldStudies | undefined> =>
  ask<ToldStudies | undefined>((remote) => remote.studies(condition));
export const readExamples = (): Promise<Examples> => ask<Examples>((remote) => remote.examples());

/** What a step can be made of. */
export const readChoices = (): Promise<PlanChoices> => ask<PlanChoices>((remote) => remote.choices());

/** Operations and radiotherapy that can have happened. */
export const readProcedures = (): Promise<readonly ProcedureChoice[]> =>
  ask<readonly ProcedureChoice[]>((remote) => remote.procedures());

/** A history with one thing more, less or other, as a file to open; or why it cannot be. */
export const changeHistory = (file: Named, edit: HistoryEdit): Promise<Result<Named>> =>
  ask<Result<Named>>((remote) => remote.editHistory(file, edit));

/** A plan changed at one place, as a file to open; or why it cannot be changed so. */
export const editPlanFile = (plan: Plan, edit: PlanEdit, file: string): Promise<Result<Named>> =>
  ask<Result<Named>>((remote) => remote.edit(plan, edit, file));

/** Holds a plan against a history. */
export const checkPlanFile = (plan: Plan, history: History, file: string): Promise<CheckedPlan> =>
  ask<CheckedPlan>((remote) => remote.check(plan, history, file));

/** Work under way in a worker of its own. */
export interface Running<T> {
  readonly result: Promise<Result<T>>;
  /** Nobody waits for the result any more: the work is ended where it has a worker of its own. */
  cancel(): void;
}

function inOwnWorker<T>(work: (remote: Remote<ModelWorker>) => Promise<Result<T>>): Running<T> {
  if (first) {
    first = false;
    const begun = ask(work).finally(() => {
      spare ??= start();
    });
    return { result: begun, cancel: () => undefined };
  }
  const { worker, remote, broken } = takeWorker();
  const end = (): void => {
    worker.terminate();
    spare ??= start();
  };
  const cancel = (): void => {
    remote[releaseProxy]();
    end();
  };
  const result = Promise.race([work(remote), broken]);
  return { result: result.finally(end), cancel };
}

/** Rehearses in a worker, so that the page stays alive, for `duration` s; `report` hears how far it is. */
export const startRehearsal = (
  history: History,
  plan: Plan,
  duration: number,
  report: (progress: Progress) => void,
): Running<Rehearsal> => inOwnWorker<Rehearsal>((remote) => remote.rehearse(history, plan, duration, proxy(report)));

/** What can be injected. */
export const readTracers = (): Promise<readonly TracerChoice[]> =>
  ask<readonly TracerChoice[]>((remote) => remote.tracers());

/** A tracer in the body of a history; `joined` as the figure worker tells it. */
export const startExamination = (
  history: History,
  asked: ExaminationAsked,
  joined: Readonly<Record<string, string>>,
): Running<ToldExamination> => inOwnWorker<ToldExamination>((remote) => remote.examine(history, asked, joined));

/** The sizes of the node groups of a body until `until` s after the session began. */
export const startNodeSizes = (history: History, until: number): Running<NodeSizes> =>
  inOwnWorker<NodeSizes>((remote) => remote.sizes(history, until));

/** The same in many virtual bodies, one after the other. */
export const startManyBodies = (
  history: History,
  plan: Plan,
  asked: BodiesAsked,
  report: (progress: Progress) => void,
): Running<ManyBodies> => inOwnWorker<ManyBodies>((remote) => remote.bodies(history, plan, asked, proxy(report)));

/** One collector, valve by valve, in a worker that stays until it is closed. */
export interface OpenMicroscope {
  cycle(settings: CollectorSettings): Promise<Result<CollectorCycle>>;
  pump(settings: CollectorSettings): Promise<Result<readonly PumpPointTold[]>>;
  close(): void;
}

export function openMicroscope(): OpenMicroscope {
  const { worker, remote, broken } = start();
  return {
    cycle: (settings) => Promise.race([remote.cycle(settings), broken]),
    pump: (settings) => Promise.race([remote.pump(settings), broken]),
    close: () => worker.terminate(),
  };
}
