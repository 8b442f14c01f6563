import { day, fail, ok, parseQuantity, type Result } from "@openlymph/base";

/** The longest time a body is run, s: 50 years. */
export const longestRun = 50 * 366 * day;

/** A time of a command's option, `720d` or `36 h`, in s: not negative, at most 50 years. */
export function readTime(option: string, text: string): Result<number> {
  const time = parseQuantity(text, "time", option);
  if (!time.ok) return time;
  if (time.value >= 0 && time.value <= longestRun) return time;
  return fail("param/out-of-range", { path: option, value: text, expected: "0 s to 50 years (18300 d)" });
}

/** A time above zero. */
export function readDuration(option: string, text: string): Result<number> {
  const time = readTime(option, text);
  if (!time.ok || time.value > 0) return time;
  return fail("param/out-of-range", { path: option, value: text, expected: "more than 0 s" });
}

/** Times divided by commas, `3d,7d,6 h`, in s, rising and each once. */
export function readTimes(option: string, text: string): Result<readonly number[]> {
  const times: number[] = [];
  for (const part of text.split(",")) {
    const time = readTime(option, part.trim());
    if (!time.ok) return { ...time, expected: 'times with units, divided by commas, such as "3d,7d,6 h"' };
    times.push(time.value);
  }
  return ok([...new Set(times)].sort((a, b) => a - b));
}
