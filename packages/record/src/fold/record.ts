/**
 * The care record of one person: what all operations together say. A pure fold, so that it can be computed again at any time
 * and compared, on the phone and on a server alike.
 *
 * | kind                     | rule                                                                             |
 * | ------------------------ | -------------------------------------------------------------------------------- |
 * | checks, sessions, measurements | every one stands; a correction puts its body in the place of the first's   |
 * | plan                     | the one a clinic released last, until it is withdrawn; else the last that was     |
 * |                          | put on the device. Sessions name the one they played                             |
 * | history, screening, clinic | the last to arrive counts, the ones before stay                                |
 * | person                   | the last to arrive of the record itself; where another one was joined to it, what that   |
 * |                          | one said of the person counts only while this one says nothing                           |
 * | settings                 | the last to arrive counts                                                        |
 *
 * The order of arrival is the server's number; what the server has not seen comes after, by device and its own number. So
 * the record does not depend on the order in which operations are handed in.
 */
import type { Author } from "../operation/clinic-kinds.ts";
import type { Body, Kind } from "../operation/kinds.ts";
import { kinds } from "../operation/kinds.ts";
import { type AnyOperation, isKnown, type Operation } from "../operation/operation.ts";
import { foldSession, type SessionRecord } from "./session.ts";

/** An operation with the number under which the server took it, if it has. */
export interface Placed {
  readonly operation: AnyOperation;
  readonly arrival?: number;
}

/** A body with what is known of its writing. */
export type Written<K extends Kind> = Body<K> & {
  readonly operation: string;
  readonly at: string;
  readonly device: string;
};

/** A plan as it is played, with who released it where a clinic did. */
export type RecordedPlan = Written<"plan/kept"> & { readonly by?: Author };

export interface CareRecord {
  readonly plans: ReadonlyMap<string, RecordedPlan>;
  /** The plan that is played. */
  readonly plan?: RecordedPlan;
  readonly clinic?: Written<"clinic/described">;
  readonly person?: Written<"person/described">;
  readonly history?: Written<"history/kept">;
  readonly screenings: readonly Written<"screening/kept">[];
  /** Versions a clinic wrote, released or not, in the order in which they arrived. */
  readonly drafts: readonly Written<"plan/drafted">[];
  readonly releases: readonly Written<"plan/released">[];
  readonly notes: readonly Written<"note/written">[];
  readonly letters: readonly Written<"letter/written">[];
  readonly handled: readonly Written<"alert/handled">[];
  readonly checks: readonly Written<"check/answered">[];
  readonly clearances: readonly Written<"check/cleared">[];
  /** In the order in which they arrived. */
  readonly sessions: readonly SessionRecord[];
  readonly measurements: readonly Written<"measurement/taken">[];
  readonly settings: Readonly<Record<string, Body<"setting/changed">["value"]>>;
  /** Operations of a kind or version that this program cannot read; they are kept and sent all the same. */
  readonly unread: number;
}

const byArrival = (a: Placed, b: Placed): number => {
  const [first, second] = [a.arrival ?? Number.POSITIVE_INFINITY, b.arrival ?? Number.POSITIVE_INFINITY];
  if (first !== second) return first - second;
  if (a.operation.device !== b.operation.device) return a.operation.device < b.operation.device ? -1 : 1;
  return a.operation.sequence - b.operation.sequence;
};

/** The last correction of each operation whose body its kind allows. */
function corrections(placed: readonly Placed[]): ReadonlyMap<string, AnyOperation["body"]> {
  const byId = new Map(placed.map(({ operation }) => [operation.id, operation]));
  const found = new Map<string, AnyOperation["body"]>();
  for (const { operation } of placed) {
    if (operation.kind !== "record/corrected") continue;
    const target = byId.get(operation.body.operation);
    if (target === undefined || target.person !== operation.person || target.kind === "record/corrected") continue;
    const body = kinds[target.kind].body.safeParse(operation.body.body);
    if (body.success) found.set(target.id, body.data);
  }
  return found;
}

function written<K extends Kind>({ id: operation, at, device, body }: Operation<K>): Written<K> {
  return { ...body, operation, at, device };
}

function releasedPlan(release: Written<"plan/released">): RecordedPlan {
  const { plan, title, text, by, operation, at, device } = release;
  return { plan, title, text, source: "clinic", by, operation, at, device };
}

/**
 * The record of one person from operations in any order.
 *
 * @param of whose record it is: the one that was kept where records were joined. Left out, all count alike.
 */
export function foldRecord(operations: readonly Placed[], of?: string): CareRecord {
  const known = operations.filter(({ operation }) => isKnown(operation)).sort(byArrival);
  const corrected = corrections(known);
  const plans = new Map<string, RecordedPlan>();
  const screenings: Written<"screening/kept">[] = [];
  const drafts: Written<"plan/drafted">[] = [];
  const releases: Written<"plan/released">[] = [];
  const notes: Written<"note/written">[] = [];
  const letters: Written<"letter/written">[] = [];
  const handled: Written<"alert/handled">[] = [];
  let clinic: Written<"clinic/described"> | undefined;
  let described: Written<"person/described"> | undefined;
  let describedIn: string | undefined;
  let history: Written<"history/kept"> | undefined;
  let released: RecordedPlan | undefined;
  const sessions = new Map<string, SessionRecord>();
  const checks: Written<"check/answered">[] = [];
  const clearances: Written<"check/cleared">[] = [];
  const measurements: Written<"measurement/taken">[] = [];
  const settings: Record<string, Body<"setting/changed">["value"]> = {};
  let kept: RecordedPlan | undefined;
  for (const { operation: first } of known) {
    const body = corrected.get(first.id);
    const operation = (body === undefined ? first : { ...first, body }) as AnyOperation;
    switch (operation.kind) {
      case "plan/kept":
        kept = written(operation);
        plans.set(kept.plan, kept);
        break;
      case "plan/drafted":
        drafts.push(written(operation));
        break;
      case "plan/released":
        releases.push(written(operation));
        released = releasedPlan(written(operation));
        plans.set(released.plan, released);
        break;
      case "plan/withdrawn":
        released = undefined;
        break;
      case "clinic/described":
        clinic = written(operation);
        break;
      case "person/described":
        if (described === undefined || describedIn !== of || operation.person === of) {
          described = written(operation);
          describedIn = operation.person;
        }
        break;
      case "history/kept":
        history = written(operation);
        break;
      case "screening/kept":
        screenings.push(written(operation));
        break;
      case "note/written":
        notes.push(written(operation));
        break;
      case "letter/written":
        letters.push(written(operation));
        break;
      case "alert/handled":
        handled.push(written(operation));
        break;
      case "check/answered":
        checks.push(written(operation));
        break;
      case "check/cleared":
        clearances.push(written(operation));
        break;
      case "measurement/taken":
        measurements.push(written(operation));
        break;
      case "setting/changed":
        settings[operation.body.key] = operation.body.value;
        break;
      case "record/corrected":
        break;
      default: {
        const { session } = operation.body;
        const after = foldSession(sessions.get(session), operation);
        if (after !== undefined) sessions.set(session, after);
      }
    }
  }
  const plan = released ?? kept;
  return {
    plans,
    ...(plan && { plan }),
    ...(clinic && { clinic }),
    ...(described && { person: described }),
    ...(history && { history }),
    screenings,
    drafts,
    releases,
    notes,
    letters,
    handled,
    checks,
    clearances,
    sessions: [...sessions.values()],
    measurements,
    settings,
    unread: operations.length - known.length,
  };
}
