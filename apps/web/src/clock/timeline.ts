import { day, hour, minute } from "@openlymph/base";

export type PhaseName = "weeks" | "session" | "after";

/** A stretch of the timeline: `from`…`to` as shares of its width, `start`…`end` in s after the session began. */
export interface Phase {
  readonly name: PhaseName;
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
  /** Seconds of the body per second of watching, at normal speed. */
  readonly rate: number;
}

/** Weeks, session and hours after as one line; the three parts have their own scales. */
export interface Timeline {
  readonly phases: readonly Phase[];
}

export interface TimelineSpan {
  /** First moment of the build-up, s; 0 or more: there is none. */
  readonly buildUpStart: number;
  readonly sessionEnd: number;
  readonly end: number;
}

const widths: Readonly<Record<PhaseName, number>> = { weeks: 0.26, session: 0.48, after: 0.26 };
const longest: Readonly<Record<PhaseName, number>> = { weeks: 9, session: Number.POSITIVE_INFINITY, after: 13 };

const rates = [
  ...[10 * minute, 30 * minute, hour, 2 * hour, 4 * hour, 12 * hour],
  ...[1, 2, 7, 14, 28, 56, 91, 182, 364, 728].map((days) => days * day),
];

/** Seconds of a session per second of watching. */
export const sessionRate = 10;

function rateOf(name: PhaseName, span: number): number {
  if (name === "session") return sessionRate;
  return rates.find((rate) => span / rate <= longest[name]) ?? span / longest[name];
}

/** Lays weeks, session and hours after on a line from 0 to 1; a part without length is left out. */
export function timelineOf({ buildUpStart, sessionEnd, end }: TimelineSpan): Timeline {
  const parts = [
    { name: "weeks", start: buildUpStart, end: 0 },
    { name: "session", start: 0, end: sessionEnd },
    { name: "after", start: sessionEnd, end },
  ] as const;
  const shown = parts.filter((part) => part.end > part.start);
  const whole = shown.reduce((sum, { name }) => sum + widths[name], 0);
  let from = 0;
  const phases = shown.map((part): Phase => {
    const to = from + widths[part.name] / whole;
    const phase = { ...part, from, to, rate: rateOf(part.name, part.end - part.start) };
    from = to;
    return phase;
  });
  return { phases };
}

/** The phase at a place 0…1 of the line; the later one at a border. */
export function phaseAt(timeline: Timeline, place: number): Phase | undefined {
  return timeline.phases.find((phase) => place < phase.to) ?? timeline.phases.at(-1);
}

/** Time in s after the session began, at a place 0…1. */
export function timeAt(timeline: Timeline, place: number): number {
  const phase = phaseAt(timeline, place);
  if (phase === undefined) return 0;
  const share = Math.min(Math.max((place - phase.from) / (phase.to - phase.from), 0), 1);
  return phase.start + share * (phase.end - phase.start);
}

/** Place 0…1 of a time. */
export function placeAt(timeline: Timeline, time: number): number {
  const phase = timeline.phases.find((candidate) => time < candidate.end) ?? timeline.phases.at(-1);
  if (phase === undefined) return 0;
  const share = Math.min(Math.max((time - phase.start) / (phase.end - phase.start), 0), 1);
  return phase.from + share * (phase.to - phase.from);
}

/** Where playing for `seconds` of watching leads from a place, across the borders between the phases. */
export function advance(timeline: Timeline, place: number, seconds: number): number {
  let left = seconds;
  let at = place;
  while (left > 0 && at < 1) {
    const phase = phaseAt(timeline, at);
    if (phase === undefined) return 1;
    const perSecond = ((phase.to - phase.from) * phase.rate) / (phase.end - phase.start);
    const toBorder = (phase.to - at) / perSecond;
    if (left < toBorder) return at + left * perSecond;
    left -= toBorder;
    at = phase.to;
  }
  return Math.min(at, 1);
}
