/** How many dots a machine can move: fewer when its pictures come late, more again when they come in time. */
export interface Effort {
  /** Share of the dots that is drawn, 0…1. */
  readonly share: number;
  /** s that pictures have come late (positive) or in time (negative) in a row. */
  readonly run: number;
}

export const fullEffort: Effort = { share: 1, run: 0 };

/** Pictures further apart than this are late, s; a pause of the page longer than the other says nothing. */
const late = 1 / 35;
const pause = 0.25;
/** s of late pictures after which fewer dots are drawn, of punctual ones after which more are. */
const patience = { late: 0.8, punctual: 6 } as const;
const least = 0.2;

/** The effort after a picture that came `elapsed` s after the one before. */
export function effortAfter({ share, run }: Effort, elapsed: number): Effort {
  if (elapsed > pause) return { share, run: 0 };
  const next = elapsed > late ? Math.max(run, 0) + elapsed : Math.min(run, 0) - elapsed;
  if (next > patience.late) return { share: Math.max(least, 0.7 * share), run: 0 };
  if (next < -patience.punctual) return { share: Math.min(1, share / 0.7), run: 0 };
  return { share, run: next };
}
