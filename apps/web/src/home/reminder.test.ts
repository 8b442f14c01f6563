import { expect, test } from "vitest";
import { reminderFile } from "./reminder.ts";

test("a reminder is an event of every day at the time asked for, in the words and the length of the plan", () => {
  const from = new Date(2026, 10, 26, 9, 5);
  const text = reminderFile({ time: "19:30", minutes: 17.4, summary: "Drainage, arm; left", id: "a1", from });
  expect(text.split("\r\n")).toEqual(
    expect.arrayContaining([
      "DTSTART:20261126T193000",
      "DURATION:PT17M",
      "RRULE:FREQ=DAILY",
      "SUMMARY:Drainage\\, arm\\; left",
      "UID:a1@openlymph",
    ]),
  );
  expect(text.endsWith("END:VCALENDAR\r\n")).toBe(true);
  expect(text.split("\r\n").every((line) => line.length <= 75)).toBe(true);
});
