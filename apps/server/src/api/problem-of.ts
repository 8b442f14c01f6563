/** Failures as answers: the one place where a code becomes a status. */
import { describeFailure, type Failure, type FailureCode, FailureError } from "@openlymph/base";
import type { Problem } from "../problem.ts";
import { problem } from "../problem.ts";
import { failureOfDatabase } from "../store/database-failure.ts";

interface Mapped {
  readonly status: number;
  readonly code: string;
}

const invalid: Mapped = { status: 400, code: "invalid" };
const failed: Mapped = { status: 500, code: "failed" };

const byCode: Readonly<Partial<Record<FailureCode, Mapped>>> = {
  "access/signed-out": { status: 401, code: "signed-out" },
  "access/half-signed-in": { status: 401, code: "half-signed-in" },
  "access/forbidden": { status: 403, code: "forbidden" },
  "access/stale": { status: 403, code: "confirm" },
  "access/too-often": { status: 429, code: "too-often" },
  "access/conflict": { status: 409, code: "conflict" },
  "reference/unknown": { status: 404, code: "not-found" },
  "document/too-large": { status: 413, code: "invalid" },
  "store/full": { status: 507, code: "failed" },
  "store/unavailable": { status: 503, code: "failed" },
  "store/damaged": { status: 503, code: "failed" },
};

function mapped({ code }: Failure): Mapped {
  const known = byCode[code];
  if (known !== undefined) return known;
  return /^(field|document|quantity|param|record)\//.test(code) ? invalid : failed;
}

/** `code`: what any page can act on; `failure`: which failure it was, where that is not for the server's log alone. */
type Answered = Problem & { readonly code: string; readonly failure?: FailureCode };

/** The answer to a failure; `undefined` for an error that nobody foresaw. */
export function problemOf(error: unknown): Answered | undefined {
  const failure = error instanceof FailureError ? error.failure : failureOfDatabase(error);
  if (failure === undefined) return undefined;
  const { status, code } = mapped(failure);
  // What is wrong with the server itself is for its log.
  if (status === 500) return { ...problem(status, "The server failed."), code };
  return { ...problem(status, describeFailure(failure)), code, failure: failure.code };
}
