import { fail, hour, minute, ok, type Result } from "@openlymph/base";

const clock = /^(\d{1,2}):(\d{2})$/;

/** A time of the day of a command's option, `08:00`, in s after midnight; 24:00 only where `last` allows it. */
export function readClock(option: string, text: string, last = "23:59"): Result<number> {
  const [, hours = "", minutes = ""] = clock.exec(text.trim()) ?? [];
  const seconds = Number(hours) * hour + Number(minutes) * minute;
  const most = last === "24:00" ? 24 * hour : 24 * hour - minute;
  if (hours !== "" && Number(minutes) < 60 && seconds <= most) return ok(seconds);
  return fail("field/invalid", { path: option, value: text, expected: `a time of the day, 00:00 to ${last}` });
}

/** A time of every day, `07:00-23:00`, as its beginning and its length in s; it may run past midnight. */
export function readDailySpan(
  option: string,
  text: string,
): Result<{ readonly from: number; readonly duration: number }> {
  const [first = "", second = "", ...more] = text.split("-");
  const from = readClock(option, first);
  const to = readClock(option, second, "24:00");
  if (!from.ok || !to.ok || more.length > 0 || from.value === to.value) {
    return fail("field/invalid", {
      path: option,
      value: text,
      expected: 'two different times of the day such as "07:00-23:00"',
    });
  }
  const length = to.value - from.value;
  return ok({ from: from.value, duration: length > 0 ? length : length + 24 * hour });
}
