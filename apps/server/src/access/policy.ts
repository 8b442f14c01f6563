/**
 * Who may do what: the one table. What is not in it is refused.
 *
 * | reach    | meaning                                                                              |
 * | -------- | ------------------------------------------------------------------------------------ |
 * | clinic   | for every person of the clinic                                                       |
 * | own      | for people whose team one belongs to (a patient: for the record of this device)      |
 * | glass    | as `own`, and for others of the clinic for an hour after giving a reason              |
 * | self     | for one's own account                                                                |
 *
 * `half` is an account whose second half of the sign-in is missing, `nobody` has no sign-in at all.
 */
import type { StaffRole } from "@openlymph/record";

export const roles = ["owner", "therapist", "assistant", "patient", "half", "nobody"] as const;
export type Role = StaffRole | "patient" | "half" | "nobody";

export type Reach = "clinic" | "own" | "glass" | "self" | "open";

type Row = Readonly<Partial<Record<Role, Reach>>>;

const everybodyOfTheClinic: Row = { owner: "clinic", therapist: "clinic", assistant: "clinic" };
const whoTreats: Row = { owner: "clinic", therapist: "own" };
const whoHelps: Row = { ...whoTreats, assistant: "own" };
const owner: Row = { owner: "clinic" };
const oneself: Row = { owner: "self", therapist: "self", assistant: "self" };
const anybody: Row = Object.fromEntries(roles.map((role) => [role, "open"]));

export const policy = {
  "me.read": anybody,
  "clinic.setup": { nobody: "open" },
  "session.begin": anybody,
  "session.second-half": { half: "self" },
  "session.end": { ...oneself, half: "self" },
  "session.list": oneself,
  "session.revoke": oneself,
  "session.confirm": oneself,
  "password.change": oneself,
  "factor.add": { ...oneself, half: "self" },
  "recovery.renew": oneself,
  "invitation.accept": anybody,
  "invitation.create": owner,
  "staff.list": everybodyOfTheClinic,
  "staff.remove": owner,
  "staff.sign-out": owner,
  "clinic.describe": owner,
  "people.list": everybodyOfTheClinic,
  "person.create": { owner: "clinic", therapist: "clinic", assistant: "clinic" },
  "person.read": { owner: "clinic", therapist: "glass", assistant: "own" },
  "person.describe": whoHelps,
  "history.write": whoTreats,
  "screening.write": whoTreats,
  "screening.override": whoTreats,
  "plan.draft": whoTreats,
  "plan.release": whoTreats,
  "plan.withdraw": whoTreats,
  "note.write": whoHelps,
  "letter.write": whoTreats,
  "measurement.write": whoHelps,
  "alert.handle": whoHelps,
  "check.clear": whoTreats,
  "record.correct": whoTreats,
  "device.join": whoHelps,
  "device.revoke": whoHelps,
  "device.read-in": whoHelps,
  "glass.open": { therapist: "clinic" },
  "team.change": { owner: "clinic", therapist: "own" },
  "person.merge": owner,
  "person.export": { owner: "clinic", therapist: "own" },
  "person.erase": owner,
  "audit.read": { owner: "clinic", therapist: "own" },
  "audit.verify": owner,
  "home.join": anybody,
  "home.push": { patient: "own" },
  "home.pull": { patient: "own" },
  "home.leave": { patient: "own" },
  "home.remind": { patient: "own" },
} as const satisfies Readonly<Record<string, Row>>;

export type Action = keyof typeof policy;
export const actions = Object.keys(policy) as readonly Action[];

/** What the decision rests on, beside the role. */
export interface Standing {
  /** The one who asks belongs to the person's team, or is their phone. */
  readonly own: boolean;
  /** The one who asks has opened this record with a reason, less than an hour ago. */
  readonly glass: boolean;
}

/** Whether a role may do something, to a person of its own clinic where the action is about one. */
export function allows(action: Action, role: Role, standing: Standing): boolean {
  const reach: Reach | undefined = (policy[action] as Row)[role];
  switch (reach) {
    case "clinic":
    case "self":
    case "open":
      return true;
    case "own":
      return standing.own;
    case "glass":
      return standing.own || standing.glass;
    default:
      return false;
  }
}
