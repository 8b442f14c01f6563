import type { Progress, Result } from "@openlymph/base";
import { type Rehearsal, rehearse } from "@openlymph/rehearsal";
import type { History, HistoryEdit, Plan } from "@openlymph/therapy";
import { expose } from "comlink";
import type { BodiesAsked } from "../studio/work-view.ts";
import { type CheckedPlan, checkedPlan } from "./checked-plan.ts";
import {
  type CollectorCycle,
  type CollectorSettings,
  collectorCycle,
  collectorPump,
  type PumpPointTold,
} from "./collector-run.ts";
import { editHistoryFile, type ProcedureChoice, procedureChoices } from "./edit-history-file.ts";
import { editPlan, type PlanEdit } from "./edit-plan.ts";
import { type ExaminationAsked, examine, type ToldExamination, type TracerChoice, tracerChoices } from "./examine.ts";
import { followedSizes } from "./follow-sizes.ts";
import { type ManyBodies, manyBodies } from "./many-bodies.ts";
import type { Examples, Named, ToldPlan } from "./named.ts";
import type { NodeSizes } from "./node-sizes.ts";
import { type PlanChoices, planChoices } from "./plan-choices.ts";
import { type FileText, fileText, readExamples, readHistory, readPlan } from "./read-named.ts";
import { type ToldStudies, toldStudies } from "./told-studies.ts";

/** Reads files, checks plans and rehearses, away from the page. */
export interface ModelWorker {
  history(file: Named): Result<History>;
  plan(file: Named): Result<ToldPlan>;
  text(kind: "history" | "plan", file: Named): FileText;
  studies(condition: string): ToldStudies | undefined;
  examples(): Examples;
  choices(): PlanChoices;
  procedures(): readonly ProcedureChoice[];
  editHistory(file: Named, edit: HistoryEdit): Result<Named>;
  edit(plan: Plan, edit: PlanEdit, file: string): Result<Named>;
  check(plan: Plan, history: History, file: string): CheckedPlan;
  cycle(settings: CollectorSettings): Result<CollectorCycle>;
  pump(settings: CollectorSettings): Result<readonly PumpPointTold[]>;
  tracers(): readonly TracerChoice[];
  examine(history: History, asked: ExaminationAsked, joined: Readonly<Record<string, string>>): Result<ToldExamination>;
  /** Until `until` s after the session began. */
  sizes(history: History, until: number): Result<NodeSizes>;
  bodies(
    history: History,
    plan: Plan,
    asked: BodiesAsked,
    report: (progress: Progress) => void,
  ): Promise<Result<ManyBodies>>;
  /** Follows the body for `duration` s after the session began. */
  rehearse(history: History, plan: Plan, duration: number, report: (progress: Progress) => void): Result<Rehearsal>;
}

/** Passes on a report only when the work has come a good step further. */
function sparing(report: (progress: Progress) => void): (progress: Progress) => void {
  let last = { task: "", fraction: 0 };
  return (progress) => {
    if (progress.task === last.task && progress.fraction - last.fraction < 0.05) return;
    last = progress;
    report(progress);
  };
}

const worker: ModelWorker = {
  history: readHistory,
  plan: readPlan,
  text: fileText,
  studies: toldStudies,
  examples: readExamples,
  choices: planChoices,
  procedures: procedureChoices,
  editHistory: editHistoryFile,
  edit: editPlan,
  check: checkedPlan,
  cycle: collectorCycle,
  pump: collectorPump,
  tracers: tracerChoices,
  examine,
  sizes: followedSizes,
  bodies: (history, plan, asked, report) => manyBodies(history, plan, asked, sparing(report)),
  rehearse: (history, plan, duration, report) =>
    rehearse(history, plan, { duration, context: { report: sparing(report) } }),
};

expose(worker);
