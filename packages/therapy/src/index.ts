export type { CheckBasis } from "./check/check-context.ts";
export { applyRepair, checkPlan, type DoneRepair, type PlanCheck, repairPlan } from "./check/check-plan.ts";
export { placeWords } from "./check/place-words.ts";
export { type BodySide, bodySides, otherSides, sidesOf } from "./fields/body-side.ts";
export { dateSeconds } from "./fields/moment.ts";
export { type LimbWord, regionScope, type Scope } from "./fields/scope.ts";
export { editHistory, type HistoryEdit, type HistoryList } from "./history/edit/edit-history.ts";
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
export { mirrorHistory } from "./history/mirror-history.ts";
export { parseHistory } from "./history/parse-history.ts";
export { eventDefaults } from "./history/read-event.ts";
export {
  type Action,
  actions,
  type Contraindication,
  contraindicationById,
  contraindicationLibrary,
  contraindications,
  contraindicationsById,
  type Decision,
  decisions,
} from "./library/contraindication.ts";
export { dailyLibrary, screeningCountries } from "./library/daily-check.ts";
export { type Evidence, evidence, gradeWords, type Indication, indicationsFor } from "./library/evidence.ts";
export { type Language, languages } from "./library/language.ts";
export { type LintCode, lintCodes, lintRules } from "./library/lint-rule.ts";
export { type CheckCode, checkCodes, planRules } from "./library/plan-rule.ts";
export { type Region, regionById, regions, regionsById } from "./library/region.ts";
export {
  type Sequence,
  type SequenceStep,
  sequenceById,
  sequenceSources,
  sequences,
  sequencesById,
} from "./library/sequence.ts";
export {
  type Phase,
  phases,
  type StepProvenance,
  type StepSide,
  stepProvenances,
  stepSides,
  type TowardSide,
  towardSides,
} from "./library/sequence-words.ts";
export { defaultPressure, type Stroke, strokeById, strokes, strokesById } from "./library/stroke.ts";
export {
  type MovingStroke,
  meanPressureShare,
  movingStroke,
  type StrokeMoment,
  type StrokeTiming,
  strokeMotion,
  strokeTiming,
} from "./library/stroke-motion.ts";
export { pressureDebate, strokeSources } from "./library/stroke-sources.ts";
export {
  type Contact,
  contacts,
  handWidth,
  oneHandAlone,
  oneHandRule,
  type StrokeTechnique,
  type StrokeUse,
  strokeNamed,
  strokeTechniques,
  strokeUse,
  strokeUses,
  techniqueOf,
} from "./library/stroke-technique.ts";
export { type LibraryWords, libraryWords, type StrokeWords } from "./library/translation.ts";
export { movingTime, type PlanDuration, planDuration, stepDuration } from "./plan/duration.ts";
export { addStep, type NewStep } from "./plan/edit/add-step.ts";
export { changeStep, type StepPatch } from "./plan/edit/change-step.ts";
export { moveStep } from "./plan/edit/move-step.ts";
export type { Place } from "./plan/edit/place.ts";
export { removeStep } from "./plan/edit/remove-step.ts";
export { renumber } from "./plan/edit/renumber.ts";
export { repeatSteps, type StepBlock } from "./plan/edit/repeat-steps.ts";
export { type Split, splitStep } from "./plan/edit/split-step.ts";
export { explainDirection, stepDirection } from "./plan/explain-direction.ts";
export {
  type FindingBasis,
  findingBases,
  type PlanFinding,
  type PlanRepair,
  type Severity,
  severities,
} from "./plan/finding.ts";
export { planFromSequence, type SequenceOptions } from "./plan/from-sequence.ts";
export { planFromTemplate } from "./plan/from-template.ts";
export { type Hands, hands } from "./plan/lint/lint-context.ts";
export { lintPlan } from "./plan/lint-plan.ts";
export { mirrorPlan } from "./plan/mirror-plan.ts";
export { parsePlan } from "./plan/parse-plan.ts";
export { type Direction, directions, type Plan, type PlanStep, planFormat } from "./plan/plan.ts";
export { type ResolvedStep, type ResolvedTarget, resolveStep } from "./plan/resolve-step.ts";
export { serializePlan } from "./plan/serialize-plan.ts";
export type { ExplainedDirection } from "./plan/step-direction.ts";
export { stepPlaceWords, stepWords } from "./plan/step-words.ts";
export { type PlannedStroke, strokeList } from "./plan/stroke-list.ts";
export { compareVersions, type PlanChange } from "./plan/version/compare-versions.ts";
export { newVersion, type VersionDetail } from "./plan/version/new-version.ts";
export { planContent, planHash } from "./plan/version/plan-content.ts";
export { type ReviewStanding, reviewStanding } from "./plan/version/review-standing.ts";
export { type AuthorRole, authorRoles, type PlanVersion, type VersionAuthor } from "./plan/version/version.ts";
export { exitName, type PlanProposal, type ProposeOptions, proposePlan } from "./propose/propose-plan.ts";
export type { RankedExit } from "./propose/ranked-exits.ts";
export { type PlanFor, partsAtRisk, type SwollenPart, swollenParts } from "./propose/swollen-part.ts";
export type { AvoidedRegion } from "./screening/avoided-region.ts";
export { type JudgedLifting, type LiftingKind, liftingRoles } from "./screening/lifting.ts";
export { limitWords, type SessionLimits } from "./screening/limits.ts";
export { type ListsSay, type ListVerdict, listsSay } from "./screening/lists-say.ts";
export type { Question, Reason, Said, ScreeningOutcome, SourceText } from "./screening/outcome.ts";
export { parseScreening } from "./screening/parse-screening.ts";
export { parseScreeningSettings, screeningSettingsFormat } from "./screening/parse-settings.ts";
export { scopeWords } from "./screening/scope-words.ts";
export { answerIds, dailyCheck, screen } from "./screening/screen.ts";
export {
  type Answer,
  type Answers,
  answerWords,
  type Episode,
  type Lifting,
  type Screening,
  screeningFormat,
  screeningOf,
} from "./screening/screening.ts";
export {
  type Review,
  type ScreeningSettings,
  screeningSettings,
  type WrittenScreeningSettings,
} from "./screening/screening-settings.ts";
export { serializeScreening } from "./screening/serialize-screening.ts";
