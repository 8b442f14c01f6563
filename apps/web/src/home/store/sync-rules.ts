/**
 * What a phone makes of what a clinic's server answers, without store, network or clock.
 *
 * | symbol     | value   | meaning                                                       | source    |
 * | ---------- | ------- | ------------------------------------------------------------- | --------- |
 * | firstPause | 1 s     | after the first attempt that failed; doubled after each more   | *assumed* |
 * | longest    | 5 min   | between two attempts                                          | *assumed* |
 * | jitter     | 0.5–1   | share of the pause, drawn by lot: phones do not all come at once | *assumed* |
 * | keptFor    | 30 days | strokes that a clinic has taken stay here at least so long     | care §5c  |
 */
import { describeFailure, fail, ok, type Result } from "@openlymph/base";
import {
  type AnyOperation,
  kindNames,
  kindsForPhone,
  type Own,
  type PullReply,
  readOperation,
} from "@openlymph/record";
import type { StoredOperation } from "./database.ts";
import type { Reach } from "./ledger.ts";

const firstPause = 1000;
const longest = 300_000;
export const keptFor = 30 * 86_400_000;

/** ms until the next attempt. @param failures in a row, from 1. @param lot from 0 to 1. */
export function pauseAfter(failures: number, lot: number): number {
  return Math.min(longest, firstPause * 2 ** (failures - 1)) * (0.5 + 0.5 * lot);
}

/** What an answer other than 200 means. `status` 0: none came. */
export function reachOf(status: number, problem?: { readonly detail?: string | undefined }): Reach {
  const detail = problem?.detail === undefined ? {} : { detail: problem.detail };
  if (status === 0) return { kind: "failed", why: "no-network" };
  if (status === 401) return { kind: "signed-off" };
  if (status === 429) return { kind: "failed", why: "too-often" };
  if (status >= 500) return { kind: "failed", why: "server", ...detail };
  return { kind: "failed", why: "refused", ...detail };
}

/** Of a kind or version that this app does not know yet. It is kept: a later one will read it. */
const isOfLaterApp = (read: Result<AnyOperation>): boolean =>
  !read.ok &&
  ((read.code === "reference/unknown" && read.path === "kind") ||
    (read.code === "document/format" && read.path === "version"));

/**
 * What a clinic gave, to be put into the store. All of it or nothing: what cannot be trusted must not be passed over.
 *
 * @param device of this phone, whose own operations nobody else gives.
 */
export function rowsGiven(
  { operations, cursor, more }: PullReply,
  { device, after, now }: { readonly device: string; readonly after: number; readonly now: number },
): Result<readonly StoredOperation[]> {
  const rows: StoredOperation[] = [];
  for (const [n, { arrival, operation: raw }] of operations.entries()) {
    const file = `operation ${n + 1} from the clinic`;
    const read = readOperation(raw, file);
    if (!read.ok && !isOfLaterApp(read)) return read;
    const operation = raw as AnyOperation;
    const { id, sequence, kind } = operation;
    if (operation.device === device) return fail("record/fork", { file, path: "device", value: device });
    if (kindNames.includes(kind) && !kindsForPhone.includes(kind)) {
      return fail("field/invalid", { file, path: "kind", value: kind, expected: kindsForPhone.join(", ") });
    }
    if (arrival <= after || arrival > cursor) {
      return fail("field/invalid", { file, path: "arrival", value: arrival, expected: `${after + 1} to ${cursor}` });
    }
    const standing = { state: "taken", arrival } as const;
    rows.push({ device: operation.device, sequence, id, state: "taken", operation, standing, takenAt: now });
  }
  if (cursor < after || (more && cursor === after)) {
    return fail("field/invalid", { path: "cursor", value: cursor, expected: `more than ${after}` });
  }
  return ok(rows);
}

/** What a failure of this kind is called where it is shown. */
export const notUnderstood = (read: Parameters<typeof describeFailure>[0]): Reach => ({
  kind: "failed",
  why: "not-understood",
  detail: describeFailure(read),
});

/** Operations of this device alone: the only ones that it may send. */
export const ofDevice = (own: readonly Own[], device: string): readonly Own[] =>
  own.filter(({ operation }) => operation.device === device);

export interface Counts {
  /** Of this phone, not yet at the clinic. */
  readonly waiting: number;
  /** When the oldest of them was written. */
  readonly since?: string;
  readonly refused: readonly Own[];
  /** Taken in from a file of another device: this one cannot send them. */
  readonly strange: number;
}

/** What stands out, of everything in the store. */
export function countsOf(own: readonly Own[], device: string): Counts {
  const mine = ofDevice(own, device).filter(({ standing }) => standing.state === "waiting");
  const refused = own.filter(({ standing }) => standing.state === "refused");
  const strange = own.filter(({ operation, standing }) => operation.device !== device && standing.state === "waiting");
  const since = mine[0]?.operation.at;
  return { waiting: mine.length, refused, strange: strange.length, ...(since === undefined ? {} : { since }) };
}

/**
 * Which rows may leave the phone: single strokes of this device, of sessions that have ended, where stroke and end were taken
 * more than thirty days ago. What is shown of such a session (how it ended, how many strokes, ratings) stands in its end.
 */
export function leavable(
  rows: readonly StoredOperation[],
  { device, now }: { readonly device: string; readonly now: number },
): readonly StoredOperation[] {
  const isOld = ({ state, takenAt }: StoredOperation): boolean =>
    state === "taken" && takenAt !== undefined && now - takenAt > keptFor;
  const old = rows.filter((row) => row.device === device && isOld(row));
  const ended = new Set(
    old.flatMap(({ operation }) => (operation.kind === "session/ended" ? [operation.body.session] : [])),
  );
  return old.filter(({ operation }) => operation.kind === "session/stroke" && ended.has(operation.body.session));
}
