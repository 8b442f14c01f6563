import {
  type Document,
  type Failure,
  type FailureCode,
  type FailureDetail,
  FailureError,
  fieldFailure,
  type Result,
} from "@openlymph/base";

/** A history file while it is read. */
export interface Reading {
  readonly document: Document;
  /** Seconds since 1970 of the start of the `asOf` day. */
  readonly asOf: number;
}

/** Throws a failure about one field, with file, line and value. */
export function refuse(
  { document }: Pick<Reading, "document">,
  path: readonly PropertyKey[],
  code: FailureCode,
  detail: Pick<FailureDetail, "expected" | "hint" | "value">,
): never {
  throw new FailureError(fieldFailure(document, path, { code, ...detail }));
}

/** The value of a result; its failure is thrown with the file, line and value of the field it is about. */
export function at<T>(reading: Pick<Reading, "document">, path: readonly PropertyKey[], result: Result<T>): T {
  if (result.ok) return result.value;
  const { code, expected, hint } = result as Failure;
  return refuse(reading, path, code, {
    ...(expected === undefined ? {} : { expected }),
    ...(hint === undefined ? {} : { hint }),
  });
}

/** The value of a result whose failure already names its place in the file. */
export function placed<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new FailureError(result);
}
