import {
  type Document,
  type FailureCode,
  type FailureDetail,
  FailureError,
  fieldFailure,
  type Result,
} from "@openlymph/base";

export type Path = readonly PropertyKey[];

/** Throws a failure about one field, with file, line and value. */
export function refuse(
  document: Document,
  path: Path,
  code: FailureCode,
  detail: Pick<FailureDetail, "expected" | "hint" | "value">,
): never {
  throw new FailureError(fieldFailure(document, path, { code, ...detail }));
}

/** The value of a result; its failure is thrown with the file, line and value of the field it is about. */
export function taken<T>(document: Document, path: Path, result: Result<T>): T {
  if (result.ok) return result.value;
  const { ok: _ok, code, path: _path, file: _file, line: _line, ...detail } = result;
  throw new FailureError(fieldFailure(document, path, { code, ...detail }));
}
