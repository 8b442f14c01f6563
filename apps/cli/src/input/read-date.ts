import { fail, ok, type Result } from "@openlymph/base";
import { dateSeconds } from "@openlymph/therapy";

/** A date or moment of an option, such as `2026-11-22` or `2026-11-22T08:00`, as seconds since 1970. */
export function readDate(text: string, option: string): Result<number> {
  const seconds = dateSeconds(text);
  if (seconds !== undefined) return ok(seconds);
  return fail("usage/invalid", {
    path: option,
    value: text,
    expected: "a date such as 2026-11-22 or 2026-11-22T08:00",
  });
}
