/**
 * Sobol sequence in Gray-code order, with three ways to begin it:
 *
 *   x_i = ⊕ { v_k : bit k of i ⊕ ⌊i/2⌋ is set }
 *
 * | scramble | what it does                                                            | source                        |
 * | none     | the sequence itself; point 0 is the lower corner                        | Joe and Kuo 2008              |
 * | shift    | one random word per axis is added bit by bit (digital shift)            | Cranley and Patterson 1976    |
 * | owen     | each bit is flipped by a random bit of its own for every prefix above it | Owen 1995, nested uniform     |
 *
 * A scrambled point lies in the middle of its cell of width 2⁻³², never on 0. Random bits are counter-based: a point
 * depends on (seed, axis, index) alone. Powers of two make balanced designs.
 */
import { uniformAt } from "@openlymph/base";
import { sobolBits, sobolDirections } from "./sobol-directions.ts";

export type Scramble = "none" | "shift" | "owen";

const whole = 2 ** sobolBits;

function sobolWord(directions: Uint32Array, index: number): number {
  let word = 0;
  let gray = (index ^ (index >>> 1)) >>> 0;
  for (let k = 0; gray !== 0; k++, gray >>>= 1) if (gray & 1) word ^= directions[k]!;
  return word >>> 0;
}

/** Owen's nested scramble of one word: the flip of a bit is a random function of the bits above it, as they were. */
function owen(word: number, seed: number, axis: number): number {
  let flips = 0;
  for (let bit = 0; bit < sobolBits; bit++) {
    const prefix = bit === 0 ? 0 : word >>> (sobolBits - bit);
    if (uniformAt(seed, axis * sobolBits + bit + 1, prefix) < 0.5) flips |= 1 << (sobolBits - 1 - bit);
  }
  return (word ^ flips) >>> 0;
}

/** Positions of the Sobol sequence in [0, 1)^axes, by index below 2³². */
export function sobolSequence(axes: number, scramble: Scramble, seed: number): (index: number) => number[] {
  const directions = Array.from({ length: axes }, (_, axis) => sobolDirections(axis));
  const shifts = directions.map((_, axis) => Math.floor(uniformAt(seed, axis + 1, 0) * whole));
  return (index) =>
    directions.map((own, axis) => {
      const word = sobolWord(own, index);
      if (scramble === "none") return word / whole;
      const scrambled = scramble === "shift" ? (word ^ shifts[axis]!) >>> 0 : owen(word, seed, axis);
      return (scrambled + 0.5) / whole;
    });
}
