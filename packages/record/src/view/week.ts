import type { CareRecord } from "../fold/record.ts";

/** One day of the last seven and what was done on it. */
export interface DayOfWeek {
  /** `2026-11-26` */
  readonly day: string;
  /** A session was played to its end, in part, or not at all. */
  readonly done: "whole" | "part" | "none";
}

const dayMs = 86_400_000;

/** The seven days that end with a day (`2026-11-26`), the oldest first; days are those of the clock at the time. */
export function weekOf({ sessions }: Pick<CareRecord, "sessions">, today: string): readonly DayOfWeek[] {
  const last = Date.parse(`${today}T00:00:00Z`);
  return Array.from({ length: 7 }, (_, n): DayOfWeek => {
    const day = new Date(last - (6 - n) * dayMs).toISOString().slice(0, 10);
    const own = sessions.filter(({ begunAt }) => begunAt.startsWith(day));
    if (own.some(({ ended }) => ended?.how === "finished")) return { day, done: "whole" };
    return { day, done: own.some(({ done }) => done.length > 0) ? "part" : "none" };
  });
}
