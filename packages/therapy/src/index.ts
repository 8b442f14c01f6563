export { type BodySide, bodySides, otherSides, sidesOf } from "./fields/body-side.ts";
export type { LimbWord, Scope } from "./fields/scope.ts";
export {
  type Assumption,
  type EventTime,
  type ExerciseFactors,
  type HeatFactors,
  type History,
  type HistoryBody,
  type HistoryCondition,
  type HistoryEvent,
  type HistoryProcedure,
  historyFormat,
  type InfectionFactors,
  type InjuryFactors,
  type MealFactors,
  type Posture,
  type PostureFactors,
  type SleeveFactors,
  type WalkingFactors,
} from "./history/history.ts";
export { limbsAtRisk } from "./history/limbs-at-risk.ts";
export { parseHistory } from "./history/parse-history.ts";
export { eventDefaults } from "./history/read-event.ts";
export { type Evidence, evidence, type Indication } from "./library/evidence.ts";
export { type Region, regionById, regions, regionsById } from "./library/region.ts";
export {
  type Phase,
  phases,
  type Sequence,
  type SequenceStep,
  type StepProvenance,
  type StepSide,
  sequenceById,
  sequenceSources,
  sequences,
  sequencesById,
  stepProvenances,
  stepSides,
  type TowardSide,
  towardSides,
} from "./library/sequence.ts";
export { defaultPressure, type Stroke, strokeById, strokes, strokesById } from "./library/stroke.ts";
export { movingTime, type PlanDuration, planDuration, stepDuration } from "./plan/duration.ts";
export { explainDirection, stepDirection } from "./plan/explain-direction.ts";
export { planFromSequence, type SequenceOptions } from "./plan/from-sequence.ts";
export { parsePlan } from "./plan/parse-plan.ts";
export { type Direction, directions, type Plan, type PlanStep, planFormat } from "./plan/plan.ts";
export { type ResolvedStep, type ResolvedTarget, resolveStep } from "./plan/resolve-step.ts";
export { serializePlan } from "./plan/serialize-plan.ts";
export type { ExplainedDirection } from "./plan/step-direction.ts";
