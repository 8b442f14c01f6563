/**
 * Draws of readings with a known effect, by which bounds are set: from when an effect counts as found, and from which misfit
 * on a duration is ruled out among samples in which one was found.
 *
 *   g_T = z · u_T + δ u_T · u_T₀,      |y|² = |z|² + 2 δ z · u_T₀ + δ² + χ²
 *
 * | symbol | meaning                                                                   | source              |
 * | ------ | ------------------------------------------------------------------------- | ------------------- |
 * | z      | normal numbers, one for each coordinate of the design; the same for all δ  | seeded              |
 * | δ, T₀  | strength in standard deviations of a reading, and duration of the effect   | the caller          |
 * | χ²     | squares outside of the coordinates                                        | Wilson & Hilferty, *textbook* |
 */
import { normalStream } from "@openlymph/base";
import { type DecayDesign, dot } from "./decay-design.ts";

/** What a profile of a drawn sample comes to: B/s², D(T₀), and D of endless T. */
export interface Drawn {
  readonly ratio: number;
  readonly misfit: number;
  readonly endless: number;
}

export interface Draws {
  /** All draws with an effect of `strength` and the T of place `at`. */
  readonly with: (at: number, strength: number) => readonly Drawn[];
}

const seed = 20260514;

/** Sum of the squares of `count` normal numbers; of many by the cube of one. */
function squares(count: number, normal: () => number): number {
  if (count > 20) {
    const ninth = 2 / (9 * count);
    return count * Math.max(0, 1 - ninth + normal() * Math.sqrt(ninth)) ** 3;
  }
  let sum = 0;
  for (let k = 0; k < count; k++) sum += normal() ** 2;
  return sum;
}

/** The largest g² along the grid, between its places by a parabola; the last T is endless and has no neighbour. */
export function peakOf(along: ArrayLike<number>): { readonly at: number; readonly best: number } {
  let at = 0;
  for (let i = 1; i < along.length; i++) if (along[i]! ** 2 > along[at]! ** 2) at = i;
  const own = along[at]!;
  if (at === 0 || at >= along.length - 2) return { at, best: own * own };
  const [before, after] = [along[at - 1]!, along[at + 1]!];
  const curve = before - 2 * own + after;
  const rise = curve === 0 ? 0 : ((after - before) / 2) ** 2 / (2 * curve);
  // The parabola of g, not of its square: near a peak it is at most a little higher than the grid.
  return { at, best: Math.max(own * own, Math.min((own - rise) ** 2, 1.2 * own * own)) };
}

/** `count` draws for a design. */
export function drawsFor(design: DecayDesign, count: number): Draws {
  const { directions, rank, freedom } = design;
  const normal = normalStream(seed);
  const places = directions.length;
  const noise = new Float64Array(count * places);
  const wholes = new Float64Array(count);
  const z = new Float64Array(rank);
  for (let n = 0; n < count; n++) {
    for (let k = 0; k < rank; k++) z[k] = normal();
    for (let i = 0; i < places; i++) noise[n * places + i] = dot(directions[i]!, z);
    wholes[n] = dot(z, z) + squares(freedom - rank, normal);
  }
  const along = new Float64Array(places);
  return {
    with: (at, strength) => {
      const near = directions.map((direction) => strength * dot(direction, directions[at]!));
      return Array.from(wholes, (whole, n): Drawn => {
        for (let i = 0; i < places; i++) along[i] = noise[n * places + i]! + near[i]!;
        const best = peakOf(along).best;
        const squared = whole + 2 * strength * noise[n * places + at]! + strength ** 2;
        const variance = Math.max(squared - best, 1e-12 * squared) / (freedom - 2);
        const misfit = (i: number) => (best - along[i]! ** 2) / variance;
        return { ratio: best / variance, misfit: misfit(at), endless: misfit(places - 1) };
      });
    },
  };
}
