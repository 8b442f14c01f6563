import type { Strand } from "@openlymph/figure";

/** Units of the figure a dot moves per second at healthy flow. */
export const healthySpeed = 18;
/** One dot per so many units of a strand, where the whole body is seen; nearer, as many per pixel. */
export const usualSpacing = 20;
/** The closest that dots ever lie: 10 000 on the front and the back with their deep vessels. */
export const closestSpacing = 6.7;
/** Faster than this a dot could not be followed; flows above are drawn at this speed. */
export const fastest = 6;

/** Brightness waves that run along a vessel as its contractions do: seconds between two, and units between crests. */
export const waveSeconds = 4;
export const waveLength = 150;

/** Length of a dot's tail in units: at rest, per healthy flow, at most. */
export const tail = { least: 0.6, perFlow: 2, most: 7 } as const;
/** Widths of a dot and of its rim, units. */
export const dotWidth = { core: 1.7, rim: 3.3 } as const;

/** Narrowest rim that still stands out on a light ground, pixels. */
const leastRim = 3;

/** How much wider than usual dots are drawn whose rim would be `rim` pixels wide: up to `most` where it would hardly be seen. */
export const widening = (most: number, rim: number): number => Math.min(most, Math.max(1, leastRim / rim));

/**
 * Dots on strands: which strand, and where on it as a share of its length. Any number of the first of them lies evenly on
 * all strands, so that fewer can be drawn.
 */
export interface Particles {
  readonly strand: Uint16Array;
  readonly start: Float32Array;
  /** How far the dots of each strand have come, as a share of its length. */
  readonly moved: Float32Array;
}

const golden = 0.618034;

/** Spreads dots over strands, as near as they ever lie. */
export function makeParticles(strands: readonly Strand[]): Particles {
  const dots = strands.flatMap(({ length }, s) => {
    const count = Math.max(1, Math.round(length / closestSpacing));
    // The first dot of a strand is always among those drawn, however short the strand is.
    return Array.from({ length: count }, (_, n) => ({ s, start: ((s + n) * golden) % 1, rank: n / count }));
  });
  dots.sort((a, b) => a.rank - b.rank || a.s - b.s);
  return {
    strand: Uint16Array.from(dots, ({ s }) => s),
    start: Float32Array.from(dots, ({ start }) => start),
    moved: new Float32Array(strands.length),
  };
}

/** How many dots are drawn at a nearness; `share` is what the machine can do, 0…1. */
export function dotsDrawn({ strand, moved }: Particles, scale: number, share: number): number {
  const wanted = (share * Math.max(1, scale) * closestSpacing) / usualSpacing;
  return Math.min(strand.length, Math.max(moved.length, Math.round(strand.length * wanted)));
}

/** Moves the dots on by `seconds`; `flow` is flow over healthy flow per strand, negative where it runs backwards. */
export function moveParticles(
  { moved }: Particles,
  strands: readonly Strand[],
  flow: Float32Array,
  seconds: number,
): void {
  for (let s = 0; s < moved.length; s++) {
    const speed = Math.min(Math.max(flow[s] ?? 0, -fastest), fastest) * healthySpeed;
    const next = (moved[s] ?? 0) + (speed * seconds) / (strands[s]?.length || 1);
    moved[s] = next - Math.floor(next);
  }
}

/** How clearly a dot shows: it comes in over the first 15 % of its strand and goes over the last 10 %. */
export function fade(place: number): number {
  return Math.min(1, place / 0.15, (1 - place) / 0.1);
}
