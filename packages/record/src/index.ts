export { type CareRecord, foldRecord, type Placed, type RecordedPlan, type Written } from "./fold/record.ts";
export { foldSession, type Pause, type SessionRecord, type StrokeDone, strokesDone } from "./fold/session.ts";
export {
  type AlertOutcome,
  type Author,
  alertOutcomes,
  authorSchema,
  type FollowedLimb,
  followedLimbs,
  type StaffRole,
  staffRoles,
} from "./operation/clinic-kinds.ts";
export {
  type Body,
  type Ending,
  endings,
  type Kind,
  kindNames,
  kindsForPhone,
  type PauseReason,
  type PlanSource,
  type SkipReason,
  skipReasons,
} from "./operation/kinds.ts";
export {
  type AnyOperation,
  checkBody,
  emptyHead,
  follows,
  type Happening,
  type Head,
  headOf,
  isKnown,
  nextOperation,
  noHash,
  type Operation,
  operationFormat,
  operationHash,
  readOperation,
} from "./operation/operation.ts";
export * from "./sync/messages.ts";
export {
  type Agreement,
  type Applied,
  applyReply,
  type Change,
  nextPush,
  type Own,
  type Standing,
} from "./sync/outbox.ts";
export { type Held, type Kept, type ReceiveContext, type Received, receive } from "./sync/receive.ts";
export * from "./sync/reminder.ts";
export {
  isWhole,
  type PhoneBatch,
  type Rough,
  readUnsentFile,
  type UnsentFile,
  unsentFile,
} from "./sync/unsent-file.ts";
export { type CheckStanding, checkStanding, emergencyWait, openSession } from "./view/check-standing.ts";
export {
  type Received as ReceivedOperation,
  type ReplayedRecord,
  replayWorklist,
  type Spell,
  worklistAt,
} from "./view/replay-worklist.ts";
export { type DayOfWeek, weekOf } from "./view/week.ts";
export {
  type HeardDevice,
  quietDays,
  type Urgency,
  urgencies,
  type WorklistItem,
  type WorklistRule,
  worklist,
  worklistRules,
  worseBy,
} from "./view/worklist.ts";
