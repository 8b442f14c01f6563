export * from "./body/body-as-of.ts";
export * from "./body/body-index.ts";
export * from "./body/healthy-body.ts";
export * from "./body/history-condition.ts";
export * from "./body/lymph-spaces.ts";
export * from "./body/node-response.ts";
export * from "./body/run-body.ts";
export { usualBypass, usualCut } from "./body/tissue-class.ts";
export * from "./body/tracer.ts";
export * from "./course/course-clock.ts";
export * from "./course/course-evidence.ts";
export type * from "./course/course-run.ts";
export type { CourseSeries, LimbSeries } from "./course/course-series.ts";
export {
  type CoursePart,
  type CourseSettings,
  courseParts,
  type DailySpan,
  longestCourse,
  usualCourse,
} from "./course/course-settings.ts";
export type { CourseUnknown } from "./course/course-unknowns.ts";
export * from "./course/run-course.ts";
export type { SessionHours } from "./course/session-hours.ts";
export * from "./ensemble/index.ts";
export type * from "./examination.ts";
export * from "./examine.ts";
export type * from "./findings/findings.ts";
export * from "./findings/stroke-knowledge.ts";
export * from "./follow-nodes.ts";
export * from "./observe/body-part.ts";
export * from "./observe/limb-fluid.ts";
export type { PartCourse, PartCurve } from "./observe/part-course.ts";
export * from "./observe/published-examination.ts";
export * from "./observe/range-warnings.ts";
export * from "./observe/strand-flow.ts";
export * from "./observe/tracer-findings.ts";
export * from "./observe/tracer-light.ts";
export * from "./rehearsal.ts";
export * from "./rehearse.ts";
export type * from "./session/session-step.ts";
export * from "./session/session-steps.ts";
export * from "./session/session-stops.ts";
export * from "./session/stroke-effect.ts";
