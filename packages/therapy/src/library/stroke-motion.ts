import type { Stroke } from "./stroke.ts";
import { type StrokeTechnique, techniqueOf } from "./stroke-technique.ts";

/** Times of a stroke, s, each as a range, and what follows from their middle. */
export interface StrokeTiming {
  readonly work: readonly [number, number];
  readonly rest: readonly [number, number];
  readonly repetitions: readonly [number, number];
  /** One stroke of one hand from its beginning to the next, s. */
  readonly cycle: number;
  /** Share of the cycle in which the hand works. */
  readonly workingShare: number;
}

/** One hand at one moment of a stroke, in the frame of the spot it works on. */
export interface StrokeMoment {
  /** Hand widths toward the exit. */
  readonly along: number;
  /** Hand widths toward the thumb. */
  readonly across: number;
  /** Share of the peak pressure. */
  readonly pressure: number;
  /** 0 on the skin, 1 fully lifted. */
  readonly lift: number;
  /** Share by which the belly has risen; 0 for every stroke but breathing. */
  readonly rise: number;
}

const rangeOf = (seconds: number | readonly number[]): readonly [number, number] =>
  typeof seconds === "number" ? [seconds, seconds] : [seconds[0] ?? 0, seconds[1] ?? seconds[0] ?? 0];

const middle = ([low, high]: readonly [number, number]): number => (low + high) / 2;

/**
 * Working and resting phase of a stroke. Where one hand takes over from the other without a rest, a hand comes back while
 * the other works, so that it works half of its time.
 */
export function strokeTiming(stroke: Stroke): StrokeTiming {
  const work = rangeOf(stroke.timing.work_s);
  const rest = rangeOf(stroke.timing.rest_s);
  const away = techniqueOf(stroke).hands.together === "relay" ? middle(rest) + middle(work) : middle(rest);
  const cycle = middle(work) + away;
  return { work, rest, repetitions: stroke.timing.reps, cycle, workingShare: middle(work) / cycle };
}

const ease = (t: number): number => t * t * (3 - 2 * t);

/** Index of the interval that holds `at`, and how far inside it lies. */
function interval(times: readonly number[], at: number): { readonly n: number; readonly t: number } {
  const after = times.findIndex((time, n) => n > 0 && time >= at);
  const n = after < 1 ? times.length - 2 : after - 1;
  const from = times[n] ?? 0;
  return { n, t: (at - from) / ((times[n + 1] ?? 1) - from) };
}

/** Between the points in gentle steps, level at each. */
function gentle(points: readonly (readonly [number, number])[], at: number): number {
  const times = points.map(([time]) => time);
  const { n, t } = interval(times, at);
  const from = points[n]?.[1] ?? 0;
  return from + ((points[n + 1]?.[1] ?? from) - from) * ease(t);
}

/** A smooth way through the points (cubic Hermite), at rest at its beginning and its end. */
function smooth(times: readonly number[], values: readonly number[], at: number): number {
  const { n, t } = interval(times, at);
  const slope = (k: number): number => {
    if (k <= 0 || k >= times.length - 1) return 0;
    return ((values[k + 1] ?? 0) - (values[k - 1] ?? 0)) / ((times[k + 1] ?? 1) - (times[k - 1] ?? 0));
  };
  const width = (times[n + 1] ?? 1) - (times[n] ?? 0);
  const [from, to] = [values[n] ?? 0, values[n + 1] ?? 0];
  const tail = (1 - t) * (1 - t) * t * slope(n) - t * t * (1 - t) * slope(n + 1);
  return from + (to - from) * ease(t) + width * tail;
}

function worked({ path, pressure, rise }: StrokeTechnique, at: number): StrokeMoment {
  const times = path.points.map(([time]) => time);
  const way = (part: 1 | 2): number =>
    smooth(
      times,
      path.points.map((point) => point[part]),
      at,
    );
  return {
    along: way(1),
    across: way(2),
    pressure: pressure === null ? 0 : gentle(pressure.points, at),
    lift: 0,
    rise: rise === undefined ? 0 : gentle(rise.points, at),
  };
}

/**
 * Where one hand is at a phase of a stroke: 0 is the beginning of the working phase, 1 that of the next. Continuous, the
 * same again after every whole phase; without pressure in the resting phase.
 *
 * The way back is straight: assumed, as are the paths.
 */
export function strokeMotion(stroke: Stroke, phase: number): StrokeMoment {
  const technique = techniqueOf(stroke);
  const { workingShare } = strokeTiming(stroke);
  const at = phase - Math.floor(phase);
  if (at < workingShare) return worked(technique, at / workingShare);
  const end = worked(technique, 1);
  const back = (at - workingShare) / (1 - workingShare);
  const left = 1 - ease(back);
  const lift = technique.release === "lifts_off" ? Math.sin(Math.PI * back) ** 2 : 0;
  return { along: end.along * left, across: end.across * left, pressure: 0, lift, rise: end.rise * left };
}

/** A stroke as something that moves: what a drawing or a player needs of it, without its words. */
export interface MovingStroke {
  readonly id: string;
  readonly motion: (phase: number) => StrokeMoment;
  readonly workingShare: number;
  /** s. */
  readonly cycle: number;
  /** Phase by which a second hand lags behind the first. */
  readonly lag: number;
  readonly skinMoves: boolean;
  /** Hand widths to the next place. */
  readonly advance: number;
}

/** The motion of a stroke with its times and hands. */
export function movingStroke(stroke: Stroke): MovingStroke {
  const { hands, skin, advance } = techniqueOf(stroke);
  const { workingShare, cycle } = strokeTiming(stroke);
  return {
    id: stroke.id,
    motion: (phase) => strokeMotion(stroke, phase),
    workingShare,
    cycle,
    lag: hands.together === "alternate" || hands.together === "relay" ? workingShare : 0,
    skinMoves: skin === "moved",
    advance: advance.handWidths,
  };
}

/** Mean over a whole stroke of the share of the peak pressure: what a steady push would have to be. */
export function meanPressureShare(stroke: Stroke): number {
  const { pressure } = techniqueOf(stroke);
  if (pressure === null) return 0;
  const pieces = pressure.points.slice(1).map(([time, value], n) => {
    const [before, last] = pressure.points[n] ?? [0, 0];
    return ((time - before) * (value + last)) / 2;
  });
  return strokeTiming(stroke).workingShare * pieces.reduce((sum, piece) => sum + piece, 0);
}
