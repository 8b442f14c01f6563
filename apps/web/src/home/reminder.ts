/** A daily reminder as a calendar file (iCalendar, RFC 5545): the device's own calendar rings, nothing is sent. */

const two = (n: number): string => String(n).padStart(2, "0");

/** Text of iCalendar: commas, semicolons and backslashes are escaped. */
const escaped = (text: string): string => text.replaceAll(/[\\;,]/g, (each) => `\\${each}`).replaceAll("\n", "\\n");

export interface Reminder {
  /** `19:30`, local time wherever the device is. */
  readonly time: string;
  readonly minutes: number;
  readonly summary: string;
  /** Unique, so that a second file takes the place of the first. */
  readonly id: string;
  readonly from: Date;
}

export function reminderFile({ time, minutes, summary, id, from }: Reminder): string {
  const day = `${from.getFullYear()}${two(from.getMonth() + 1)}${two(from.getDate())}`;
  const stamp = `${from.toISOString().slice(0, 19).replaceAll(/[-:]/g, "")}Z`;
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//OpenLymph//Home//EN",
    "BEGIN:VEVENT",
    `UID:${id}@openlymph`,
    `DTSTAMP:${stamp}`,
    `DTSTART:${day}T${time.replace(":", "")}00`,
    `DURATION:PT${Math.max(1, Math.round(minutes))}M`,
    "RRULE:FREQ=DAILY",
    `SUMMARY:${escaped(summary)}`,
    "BEGIN:VALARM",
    "ACTION:DISPLAY",
    "TRIGGER:PT0M",
    `DESCRIPTION:${escaped(summary)}`,
    "END:VALARM",
    "END:VEVENT",
    "END:VCALENDAR",
  ];
  return `${lines.join("\r\n")}\r\n`;
}
