import { type Limb, limbTerritories } from "@openlymph/anatomy";
import { day } from "@openlymph/base";
import { eventDefaults, type HistoryEvent, type Scope } from "@openlymph/therapy";
import { courseHorizon } from "./course-clock.ts";
import { keptDays } from "./course-days.ts";
import type { CoursePart, CourseSettings, DailySpan } from "./course-settings.ts";

type Span = readonly [start: number, end: number];

/** A span of the given days, joined where one ends when the next begins, so that nothing jumps there. */
function laidOut(days: readonly number[], { from, duration }: DailySpan): readonly Span[] {
  const spans: Span[] = [];
  for (const n of days) {
    const start = n * day + from;
    const last = spans.at(-1);
    if (last !== undefined && last[1] >= start) spans[spans.length - 1] = [last[0], start + duration];
    else spans.push([start, start + duration]);
  }
  return spans;
}

/** What is left of spans outside other spans; both in rising order and without overlaps. */
function without(spans: readonly Span[], holes: readonly Span[]): readonly Span[] {
  return spans.flatMap(([start, end]) => {
    const left: Span[] = [];
    let from = start;
    for (const [holeStart, holeEnd] of holes) {
      if (holeEnd <= from || holeStart >= end) continue;
      if (holeStart > from) left.push([from, holeStart]);
      from = holeEnd;
    }
    return from < end ? [...left, [from, end] as const] : left;
  });
}

function scopeOf(limbs: readonly Limb[]): Scope {
  return { territories: limbs.flatMap(limbTerritories) };
}

export interface EventChanges {
  /** Share of the garment's pressure that reaches the tissue fluid, and share of that which acts against filtration. */
  readonly garmentTissueShare?: number;
  readonly garmentFiltrationShare?: number;
}

/**
 * What a course adds to the events of a history, s from `asOf`: garment and exercise on the days on which it is kept, as
 * far as they are among `parts`; the upright time on every day, in any case.
 */
export function courseEvents(
  settings: CourseSettings,
  parts: readonly CoursePart[],
  changes: EventChanges = {},
): readonly HistoryEvent[] {
  const { limbs, garment, exercise, upright } = settings;
  const kept = [...keptDays(settings)].sort((a, b) => a - b);
  const every = Array.from({ length: Math.ceil(courseHorizon(settings) / day) }, (_, n) => n);
  const scope = scopeOf(limbs);
  const working = exercise !== undefined && parts.includes("exercise") ? laidOut(kept, exercise) : [];
  const worn = garment !== undefined && parts.includes("garment") ? laidOut(kept, garment) : [];
  const takenOff = exercise?.garment === "off" ? working : [];
  const {
    garmentTissueShare: tissueShare = eventDefaults.sleeve.tissueShare,
    garmentFiltrationShare: filtrationShare = eventDefaults.sleeve.filtrationShare,
  } = changes;
  const standing = upright === undefined ? [] : laidOut(every, upright);
  return [
    ...standing.map(
      ([start, end]): HistoryEvent => ({
        kind: "posture",
        posture: "upright",
        start,
        end,
        factors: eventDefaults.posture,
      }),
    ),
    ...working.map(
      ([start, end]): HistoryEvent => ({ kind: "exercise", scope, start, end, factors: eventDefaults.exercise }),
    ),
    ...without(worn, takenOff).map(
      ([start, end]): HistoryEvent => ({
        kind: "sleeve",
        pressure: garment?.pressure ?? 0,
        scope,
        start,
        end,
        factors: { tissueShare, filtrationShare },
      }),
    ),
  ];
}
