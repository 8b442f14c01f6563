import { courseTrial } from "./course-evidence.ts";
import type { CoursePart, CourseSettings } from "./course-settings.ts";

function sessionNotes(): readonly string[] {
  const groups = courseTrial.groups.map(
    ({ sessions, reduction }) => `${(100 * reduction).toFixed(1)} % with ${sessions}`,
  );
  return [
    "What sessions add here is what lymph vessels alone carry in this model. How much fluid hands push through the tissue itself has not been measured: with tissue that conducts up to a thousand times better under the hands, the same sessions come out as different as the range shows. Nobody can say how much a session moves.",
    `In ${courseTrial.name} (${courseTrial.people} people with ${courseTrial.condition}) the excess fell within ${courseTrial.after / (7 * 86400)} weeks by ${groups.join(", ")}: sessions added little or nothing to compression. The model was not fitted to it.`,
    "The quarter more flow that treated vessels keep after a session, fading with two hours, is assumed and taken in full however short a session is.",
  ];
}

const garmentNotes = [
  "What a garment does hangs on guesses: how much of its pressure reaches the tissue fluid, and how much of that acts against filtration. The ranges show it. Its fit, its gradient along the limb and its stiffness are not in the model.",
  "What comes back when a garment is left off is computed from the same guesses; no person's course is foretold.",
] as const;

const exerciseNotes = [
  "Working muscles take four times the lymph from the muscle and half as much again from the skin, and filter more; only the first was measured. The model knows nothing more about exercise in a garment than both at the same time.",
] as const;

/** What must be said beside the numbers of a course. */
export function courseNotes(parts: readonly CoursePart[], { adherence }: CourseSettings): readonly string[] {
  return [
    ...(parts.includes("sessions") ? sessionNotes() : []),
    ...(parts.includes("garment") ? garmentNotes : []),
    ...(parts.includes("exercise") ? exerciseNotes : []),
    "One typical body with one set of assumptions: another body with the same history can do otherwise. Fat and fibrous tissue, which no garment and no hand presses out, are not in the millilitres.",
    ...(adherence < 1
      ? ["Which days are left out is drawn by lot; people leave out days for reasons the model does not know."]
      : []),
  ];
}
