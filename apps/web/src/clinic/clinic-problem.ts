import type { problemSchema } from "@openlymph/record/clinic";
import type { z } from "zod";

export type ProblemCode = NonNullable<z.output<typeof problemSchema>["code"]> | "unreachable" | "unexpected";

interface ProblemDetail {
  readonly retryAfter?: number | undefined;
  readonly status?: number;
  readonly failure?: string | undefined;
}

/** Why the server did not do what was asked; what a page can act on, and the server's own words. */
export class ClinicProblem extends Error {
  readonly code: ProblemCode;
  /** s after which it may be tried again, where the server says so. */
  readonly retryAfter: number | undefined;

  /** Of HTTP, where the server answered at all. */
  readonly status: number | undefined;

  /** Which failure of the server's it was, such as `record/gap`, where a page has words of its own for it. */
  readonly failure: string | undefined;

  constructor(code: ProblemCode, detail: string, { retryAfter, status, failure }: ProblemDetail = {}) {
    super(detail);
    this.status = status;
    this.failure = failure;
    this.name = "ClinicProblem";
    this.code = code;
    this.retryAfter = retryAfter;
  }
}

/** Any failure as a problem: what is not one is a fault of this page. */
export function asProblem(error: unknown): ClinicProblem {
  if (error instanceof ClinicProblem) return error;
  return new ClinicProblem("unexpected", error instanceof Error ? error.message : String(error));
}
