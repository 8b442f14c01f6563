/** What an account may write into a record: for each kind the action that the policy decides, and what is set by the server. */
import { type Failure, FailureError, fail, raise } from "@openlymph/base";
import type { Author, Body, Kind } from "@openlymph/record";
import type { Action } from "../access/policy.ts";

/** Kinds a clinic writes; of all others only phones write. */
export const actionOfKind: Readonly<Partial<Record<Kind, Action>>> = {
  "person/described": "person.describe",
  "history/kept": "history.write",
  "screening/kept": "screening.write",
  "plan/drafted": "plan.draft",
  "plan/released": "plan.release",
  "plan/withdrawn": "plan.withdraw",
  "note/written": "note.write",
  "letter/written": "letter.write",
  "alert/handled": "alert.handle",
  "check/cleared": "check.clear",
  "measurement/taken": "measurement.write",
  "record/corrected": "record.correct",
};

export type Written = { readonly kind: Kind; readonly body: Record<string, unknown> };

/** The actions that writing this needs. @throws FailureError `field/invalid` for a kind that no account writes. */
export function actionsFor({ kind, body }: { readonly kind: string; readonly body: object }): readonly Action[] {
  // `toString` is no kind, though every object has one.
  const action = Object.hasOwn(actionOfKind, kind) ? actionOfKind[kind as Kind] : undefined;
  if (action === undefined) {
    return raise("field/invalid", {
      path: "kind",
      value: kind,
      expected: `one of ${Object.keys(actionOfKind).join(", ")}`,
    });
  }
  return kind === "screening/kept" && "override" in body ? [action, "screening.override"] : [action];
}

/** Emergencies are lifted by nobody. */
const cannotBeOverridden = "EMERGENCY";

/**
 * The body as it is written: with the author, whom the page never names. What a correction says, its author says too.
 *
 * @throws FailureError `access/forbidden` for an emergency that was to be overridden.
 */
export function signed<K extends Kind>(kind: K, body: Readonly<Record<string, unknown>>, by: Author): Body<K> {
  if (kind === "screening/kept" && body["override"] !== undefined && body["action"] === cannotBeOverridden) {
    throw new FailureError(emergency());
  }
  const corrected = kind === "record/corrected" ? body["body"] : undefined;
  const signedToo = typeof corrected === "object" && corrected !== null && "by" in corrected;
  return { ...body, ...(signedToo ? { body: { ...corrected, by } } : {}), by } as Body<K>;
}

function emergency(): Failure {
  return fail("access/forbidden", { path: "body.override", hint: "An emergency cannot be overridden by anybody." });
}
