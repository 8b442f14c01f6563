/**
 * What readings around sessions can say about an effect that fades.
 *
 *   yᵢ = level of its session + own course(hour) + A s_T(tᵢ) + σ zᵢ,      s_T(t) = Σₖ exp(−(t − eₖ)/T) over eₖ < t
 *   u_T = s_T without levels and own course, of length 1;      yy = |y − levels − own course|²,      g_T = u_T · y
 *
 * | symbol | unit | meaning                                                                    | source           |
 * | ------ | ---- | -------------------------------------------------------------------------- | ---------------- |
 * | eₖ     | s    | end of session k; what earlier sessions left is counted in                   | series           |
 * | T      | s    | time in which the effect falls to 1/e; half is gone after T ln 2             | fitted           |
 * | A      | as y | effect right after a session                                                | fitted           |
 * | level  | as y | one for each session, so that nothing from day to day is taken for an effect  | fitted           |
 * | own course | as y | what the limb does by itself at these hours; from days without a session  | fitted           |
 * | σ      | as y | scatter of a reading                                                        | from what is left |
 *
 * With T fixed the model is linear, and all that depends on T is the direction u_T: the squares left over are yy − g_T².
 * Short T is no effect at all, endless T a step that stays. The directions of all T lie in few dimensions, in which fits,
 * their calibration and the number of days needed are all computed.
 */
import { effectSettings } from "../library/effect-settings.ts";
import { type Episode, slotsOf } from "./episodes.ts";

/** Readings as one list, with what the model needs of each. */
export interface DecayDesign {
  /** T, s; the last is Infinity. */
  readonly constants: readonly number[];
  /** u_T in few coordinates. */
  readonly directions: readonly Float64Array[];
  /** Length of s_T before it was brought to 1. */
  readonly lengths: readonly number[];
  /** Readings less levels and own course. */
  readonly freedom: number;
  /** How many coordinates there are. */
  readonly rank: number;
  /** Whether days without a session tell what the limb does by itself. */
  readonly ownCourse: boolean;
  /** Middle of the first readings after a session, s. */
  readonly firstAfter: number;
  /** The last reading after a session, s. */
  readonly lastAfter: number;
  /** Values of all readings in the order of the episodes, in these coordinates. */
  readonly sample: (values: readonly number[]) => Sample;
}

/** Values without levels and own course. */
export interface Sample {
  /** In the coordinates of the directions. */
  readonly inside: Float64Array;
  /** Squared length of what lies outside of them. */
  readonly outside: number;
}

const steps = 64;
const shortest = 0.2;
const longest = 8;
/** Of the length of a vector, below which it adds nothing to those before it. */
const nothing = 1e-3;

export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

/** Takes the parts along orthonormal vectors out of `vector`, twice for rounding, and returns them. */
function takeOut(vector: Float64Array, basis: readonly Float64Array[]): Float64Array {
  const parts = new Float64Array(basis.length);
  for (let round = 0; round < 2; round++) {
    for (const [k, one] of basis.entries()) {
      const part = dot(vector, one);
      parts[k]! += part;
      for (let i = 0; i < vector.length; i++) vector[i]! -= part * one[i]!;
    }
  }
  return parts;
}

/** Adds a vector to orthonormal ones unless it lies among them. */
function extend(basis: Float64Array[], vector: Float64Array, least: number): void {
  const rest = vector.slice();
  const was = Math.hypot(...vector);
  takeOut(rest, basis);
  const length = Math.hypot(...rest);
  if (length > least * was && length > 0) basis.push(rest.map((part) => part / length));
}

/** s_T of every reading. */
function shapeOf(episodes: readonly Episode[], ends: readonly number[], constant: number): Float64Array {
  const shape: number[] = [];
  for (const { end, readings } of episodes) {
    for (const { offset } of readings) {
      let sum = 0;
      for (const one of ends) if (one < end + offset) sum += Math.exp(-(end + offset - one) / constant);
      shape.push(sum);
    }
  }
  return Float64Array.from(shape);
}

/** Weight of a slot at an offset: linear between the middles of slots, flat beyond them. */
function hat(slots: readonly number[], k: number, offset: number): number {
  const [before, own, after] = [slots[k - 1], slots[k]!, slots[k + 1]];
  if (offset < own) return before === undefined ? 1 : Math.max(0, 1 - (own - offset) / (own - before));
  return after === undefined ? 1 : Math.max(0, 1 - (offset - own) / (after - own));
}

/** Orthonormal vectors of the levels and, where it can be told, the own course. */
function nuisance(episodes: readonly Episode[], ownCourse: boolean): Float64Array[] {
  const count = episodes.reduce((sum, { readings }) => sum + readings.length, 0);
  const basis: Float64Array[] = [];
  let first = 0;
  for (const { readings } of episodes) {
    const level = new Float64Array(count).fill(1 / Math.sqrt(readings.length), first, first + readings.length);
    basis.push(level);
    first += readings.length;
  }
  if (!ownCourse) return basis;
  const slots = slotsOf(episodes);
  const offsets = episodes.flatMap(({ readings }) => readings.map(({ offset }) => offset));
  for (const k of slots.keys())
    extend(
      basis,
      Float64Array.from(offsets, (offset) => hat(slots, k, offset)),
      1e-9,
    );
  return basis;
}

/** T from a fifth of the first to eight times the last moment after a session, and endless. */
export function constantsOf([firstAfter, lastAfter]: readonly [number, number]): readonly number[] {
  const [low, high] = [shortest * firstAfter, longest * lastAfter];
  return [
    ...Array.from({ length: steps }, (_, i) => low * (high / low) ** (i / (steps - 1))),
    Number.POSITIVE_INFINITY,
  ];
}

/** Hours after sessions that were measured at, of days with a session, s. */
function afterOffsets(episodes: readonly Episode[]): readonly number[][] {
  return episodes
    .filter(({ leftOut }) => !leftOut)
    .map(({ readings }) => readings.map(({ offset }) => offset).filter((offset) => offset > 0))
    .filter((offsets) => offsets.length > 0);
}

/**
 * The design of readings around sessions; `grid`: T that are tried, where several people share them. Nothing where no session has a reading after it, or where too few readings are
 * left to tell an effect from levels and own course.
 */
export function decayDesign(
  episodes: readonly Episode[],
  ends: readonly number[],
  grid?: readonly number[],
): DecayDesign | undefined {
  const after = afterOffsets(episodes);
  if (after.length === 0) return undefined;
  const firsts = after.map((offsets) => offsets[0]!).sort((a, b) => a - b);
  const firstAfter = firsts[firsts.length >> 1]!;
  const lastAfter = Math.max(...after.flat());
  const ownCourse = episodes.filter(({ leftOut }) => leftOut).length >= effectSettings.leastLeftOut;
  const taken = nuisance(episodes, ownCourse);
  const constants = grid ?? constantsOf([firstAfter, lastAfter]);
  const basis: Float64Array[] = [];
  const lengths: number[] = [];
  const directions = constants.map((constant) => {
    const shape = shapeOf(episodes, ends, constant);
    const was = Math.hypot(...shape);
    takeOut(shape, taken);
    const length = Math.hypot(...shape);
    lengths.push(length);
    // A shape that levels and own course explain fully leaves no direction.
    const unit = length > 1e-9 * was ? shape.map((part) => part / length) : new Float64Array(shape.length);
    extend(basis, unit, nothing);
    return unit;
  });
  const freedom = taken[0]!.length - taken.length;
  if (basis.length === 0 || freedom < 3) return undefined;
  return {
    constants,
    directions: directions.map((unit) => Float64Array.from(basis, (one) => dot(unit, one))),
    lengths,
    freedom,
    rank: basis.length,
    ownCourse,
    firstAfter,
    lastAfter,
    sample: (values) => {
      const rest = Float64Array.from(values);
      takeOut(rest, taken);
      const inside = takeOut(rest, basis);
      return { inside, outside: dot(rest, rest) };
    },
  };
}
