import { fail, ok, type Result } from "@openlymph/base";

/** A whole number of a command's option within a range; undefined where it is not given. */
export function readCount(
  option: string,
  written: string | undefined,
  [least, most]: readonly [number, number],
): Result<number | undefined> {
  if (written === undefined) return ok(undefined);
  const number = /^\d+$/.test(written.trim()) ? Number(written) : Number.NaN;
  if (number >= least && number <= most) return ok(number);
  return fail("param/out-of-range", {
    path: option,
    value: written,
    expected: `a whole number from ${least} to ${most}`,
  });
}
