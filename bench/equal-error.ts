/**
 * Time at equal error. A ladder of tolerances gives points (error, seconds), loose to tight; between them both are taken
 * as straight in logarithms.
 *
 * A run so short that the clock did not tick measured nothing and is left out. Lucky zeros do not count: a run's error is at least that of every tighter run. Nor do unlucky loose runs: its time is at
 * most that of every tighter run.
 */
export interface Point {
  readonly error: number;
  readonly seconds: number;
}

export interface Reach {
  readonly seconds: number;
  /** The loosest run is already this good, so a cheaper one might do. */
  readonly atLoosest: boolean;
}

/** s: below it lies rounding of the clock. */
const leastTick = 1e-6;

function envelope(points: readonly Point[]): readonly Point[] {
  let error = 0;
  let seconds = Number.POSITIVE_INFINITY;
  return points
    .filter((point) => point.seconds > leastTick)
    .toReversed()
    .map((point) => {
      error = Math.max(error, point.error, 1e-15);
      seconds = Math.min(seconds, point.seconds);
      return { error, seconds };
    })
    .toReversed();
}

/** Seconds to reach an error; `undefined` when the tightest run does not. */
export function secondsToReach(points: readonly Point[], error: number): Reach | undefined {
  const ladder = envelope(points);
  const next = ladder.findIndex((point) => point.error <= error);
  const tight = ladder[next];
  if (tight === undefined) return undefined;
  const loose = ladder[next - 1];
  if (loose === undefined) return { seconds: tight.seconds, atLoosest: true };
  const share = Math.log(loose.error / error) / Math.log(loose.error / tight.error);
  return { seconds: loose.seconds * (tight.seconds / loose.seconds) ** share, atLoosest: false };
}
