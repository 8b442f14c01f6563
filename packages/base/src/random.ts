/**
 * Counter-based random numbers: the n-th number of a stream depends on (seed, stream, n) alone, so the result of an
 * ensemble does not depend on how many workers computed it or in which order.
 *
 * Mixing: the finaliser of MurmurHash3 (public domain) over the three words; 53 bits from two mixes.
 */
function mix(word: number): number {
  let h = word | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** The n-th uniform number in [0, 1) of the stream. */
export function uniformAt(seed: number, stream: number, n: number): number {
  const a = mix(mix(mix(seed) ^ Math.imul(stream, 0x9e3779b1)) ^ Math.imul(n, 0x85ebca77));
  const b = mix(a ^ 0x27d4eb2f ^ Math.imul(n, 0xc2b2ae3d));
  return ((a >>> 5) * 67108864 + (b >>> 6)) / 9007199254740992;
}

/** A stream read one number after the other. */
export function randomStream(seed: number, stream = 0): () => number {
  let n = 0;
  return () => uniformAt(seed, stream, n++);
}

/** Standard normal numbers, one after the other (Box and Muller 1958). */
export function normalStream(seed: number, stream = 0): () => number {
  const uniform = randomStream(seed, stream);
  return () => {
    const radius = Math.sqrt(-2 * Math.log(1 - uniform()));
    return radius * Math.cos(2 * Math.PI * uniform());
  };
}
