/**
 * One failure type for the whole project.
 *
 * A failure names what went wrong (a code from a closed set), where (a file, a line, a path to the field), what was
 * found there, what is allowed, and how to mend it. The command line, the HTTP server and the screen each map it once.
 */

/** Every kind of failure the project can report. Add here first; the exit code and the HTTP status follow from it. */
export const failureCodes = {
  "file/unreadable": "a file cannot be read",
  "file/unwritable": "a file cannot be written",
  "document/unreadable": "the text is not valid YAML or JSON",
  "document/too-large": "the file is larger than is accepted",
  "document/format": "the file is of another format or version",
  "field/missing": "a required field is absent",
  "field/unknown": "a field is not known here",
  "field/type": "a field has the wrong type",
  "field/invalid": "a field has a value that is not allowed",
  "quantity/unreadable": "a quantity is not a number and a unit",
  "quantity/unit": "a quantity has a unit of another dimension or none",
  "param/out-of-range": "a value lies outside its range",
  "param/not-finite": "a value is not a finite number",
  "reference/unknown": "a name refers to nothing that exists",
  "graph/cycle": "the network runs in a circle where it must not",
  "graph/disconnected": "a part of the network has no way out",
  "valve/fold": "a valve law has several answers for one pressure drop",
  "solver/no-convergence": "the equations could not be solved",
  "record/altered": "an operation is not what was written",
  "record/gap": "operations of a device are missing",
  "record/fork": "an operation does not follow on the device's last one",
  "record/other-person": "an operation belongs to another person",
  "store/full": "there is no room left to save",
  "store/unavailable": "nothing can be saved here",
  "store/in-use": "another program works with this data",
  "store/damaged": "what was saved cannot be read",
  "access/signed-out": "nobody is signed in",
  "access/half-signed-in": "the second half of the sign-in is missing",
  "access/forbidden": "this is not allowed",
  "access/stale": "the sign-in is of a while ago, and this wants a fresh one",
  "access/too-often": "this was tried too often",
  "access/conflict": "this cannot be done as things stand",
  "task/cancelled": "the work was cancelled",
  "usage/invalid": "the command was used in a way that is not possible",
} as const;

export type FailureCode = keyof typeof failureCodes;

export interface FailureDetail {
  /** Dotted path to the offending field, e.g. `steps[3].pressure`. */
  readonly path?: string;
  /** The offending value as it was found. */
  readonly value?: unknown;
  /** What is allowed, in words: `> 0 mmHg`, `one of L, R`. */
  readonly expected?: string;
  /** How to mend it, in one sentence. */
  readonly hint?: string;
  /** Name of the file as the user gave it. */
  readonly file?: string;
  /** Line in the file, counted from 1. */
  readonly line?: number;
}

export interface Failure extends FailureDetail {
  readonly ok: false;
  readonly code: FailureCode;
}

export interface Ok<T> {
  readonly ok: true;
  readonly value: T;
}

/** The outcome of anything that can go wrong because of its input. */
export type Result<T> = Ok<T> | Failure;

/** Wraps a value as a success. */
export function ok<T>(value: T): Ok<T> {
  return { ok: true, value };
}

/** Makes a failure; return it from a function that gives a `Result`. */
export function fail(code: FailureCode, detail: FailureDetail = {}): Failure {
  return { ok: false, code, ...detail };
}

/** Carries a `Failure` through code that cannot return one (a solver's inner loop, a callback). */
export class FailureError extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(describeFailure(failure));
    this.name = "FailureError";
    this.failure = failure;
  }
}

/** Throws a `FailureError`. */
export function raise(code: FailureCode, detail: FailureDetail = {}): never {
  throw new FailureError(fail(code, detail));
}

/** The value of a success; throws a `FailureError` for a failure. */
export function unwrap<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new FailureError(result);
}

/** Runs `body` and turns a thrown `FailureError` into a returned `Failure`; other errors pass through. */
export function attempt<T>(body: () => T): Result<T> {
  try {
    return ok(body());
  } catch (error) {
    if (error instanceof FailureError) return error.failure;
    throw error;
  }
}

function show(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value.length > 80 ? `${value.slice(0, 77)}...` : value);
  if (typeof value === "number" || typeof value === "boolean" || value === null) return String(value);
  if (value === undefined) return "nothing";
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}

/**
 * One message of one line naming file, line, path, value and what is allowed.
 *
 * `arm.yaml:12: steps[3].pressure: 30 psi is not allowed: expected a pressure such as "30 mmHg". Hint: ...`
 */
export function describeFailure(failure: Failure): string {
  const place = [failure.file, failure.line].filter((part) => part !== undefined).join(":");
  const head = [place, failure.path].filter((part) => part !== undefined && part !== "").join(": ");
  const found = "value" in failure ? `found ${show(failure.value)}` : undefined;
  const expected = failure.expected === undefined ? undefined : `expected ${failure.expected}`;
  const body = [failureCodes[failure.code], [found, expected].filter(Boolean).join(", ")].filter(Boolean).join(": ");
  const sentence = head === "" ? body : `${head}: ${body}`;
  return failure.hint === undefined ? sentence : `${sentence}. ${failure.hint}`;
}
