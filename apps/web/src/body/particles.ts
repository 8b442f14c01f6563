import { pointAlong, type Strand } from "@openlymph/figure";

/** Units of the figure a dot moves per second at healthy flow. */
export const healthySpeed = 18;
/** One dot per so many units of a strand. */
const spacing = 22;
/** Faster than this a dot could not be followed; flows above are drawn at this speed. */
export const fastest = 6;

/** Brightness waves that run along a vessel as its contractions do: seconds between two, and units between crests. */
const waveSeconds = 4;
const waveLength = 150;

/** Dots on strands: which strand, and where on it as a share of its length. */
export interface Particles {
  readonly strand: Uint16Array;
  readonly start: Float32Array;
  /** How far the dots of each strand have come, as a share of its length. */
  readonly moved: Float32Array;
}

/** Spreads dots over strands, evenly along each and out of step between strands. */
export function makeParticles(strands: readonly Strand[]): Particles {
  const counts = strands.map(({ length }) => Math.max(1, Math.round(length / spacing)));
  const total = counts.reduce((sum, count) => sum + count, 0);
  const strand = new Uint16Array(total);
  const start = new Float32Array(total);
  let n = 0;
  counts.forEach((count, s) => {
    const shift = (s * 0.618034) % 1;
    for (let i = 0; i < count; i++, n++) {
      strand[n] = s;
      start[n] = (i + shift) / count;
    }
  });
  return { strand, start, moved: new Float32Array(strands.length) };
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

export interface Brush {
  readonly context: CanvasRenderingContext2D;
  /** Pixels of the canvas per unit of the figure, and where the figure's origin lies. */
  readonly scale: number;
  readonly left: number;
  readonly top: number;
  readonly colour: string;
  readonly glow: string;
}

const levels = 5;
const at = new Float64Array(4);

/** Draws every dot with a short tail against the flow. `seconds` is the age of the picture, for the waves. */
export function drawParticles(
  { strand, start, moved }: Particles,
  strands: readonly Strand[],
  flow: Float32Array,
  seconds: number,
  brush: Brush,
): void {
  const { context, scale, left, top } = brush;
  const paths = Array.from({ length: levels }, () => new Path2D());
  for (let n = 0; n < strand.length; n++) {
    const s = strand[n] ?? 0;
    const vessel = strands[s];
    if (vessel === undefined) continue;
    const share = ((start[n] ?? 0) + (moved[s] ?? 0)) % 1;
    const q = flow[s] ?? 0;
    pointAlong(vessel, share * vessel.length, at);
    const [x = 0, y = 0, dx = 0, dy = 0] = at;
    const wave = 0.5 + 0.5 * Math.cos(2 * Math.PI * (seconds / waveSeconds - (share * vessel.length) / waveLength));
    const strength = fade(share) * (0.4 + 0.6 * wave) * (0.45 + 0.55 * Math.min(1, Math.abs(q)));
    const level = Math.min(levels - 1, Math.floor(strength * levels));
    const tail = Math.min(7, 0.6 + 2 * Math.abs(q)) * Math.sign(q || 1);
    const path = paths[level];
    path?.moveTo((x - dx * tail - left) * scale, (y - dy * tail - top) * scale);
    path?.lineTo((x - left) * scale, (y - top) * scale);
  }
  context.lineCap = "round";
  paths.forEach((path, level) => {
    const alpha = (level + 0.6) / levels;
    context.globalAlpha = 0.7 * alpha;
    context.strokeStyle = brush.glow;
    context.lineWidth = 3.3 * scale;
    context.stroke(path);
    context.globalAlpha = alpha;
    context.strokeStyle = brush.colour;
    context.lineWidth = 1.7 * scale;
    context.stroke(path);
  });
  context.globalAlpha = 1;
}
