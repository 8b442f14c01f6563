/**
 * Dots as pixels of our own, for browsers without WebGL: there a canvas would be asked for thousands of short round
 * strokes, each of which it draws on the page's own thread. A dot is a line with round ends: core, and rim around it.
 */

/** What the dots of one picture have in common; the widths in pixels, the colours as #RRGGBB. */
export interface DotLook {
  readonly core: number;
  readonly rim: number;
  readonly dot: string;
  readonly edge: string;
}

/** Share of the rim's strength to the core's. */
const rimStrength = 0.7;
/** How finely strength (0…1) and the square of the distance from a dot's line are told apart. */
const strengths = 32;
const distances = 64;

/** Every pixel a dot can be made of: one row for each strength, along it the distance from the dot's line. */
export interface DotInks {
  readonly pixels: Int32Array;
  /** Distance at which nothing is left of a dot, in pixels. */
  readonly reach: number;
}

const channels = (colour: string): readonly number[] =>
  [16, 8, 0].map((shift) => (Number.parseInt(colour.slice(1), 16) >> shift) & 255);

/** The pixels of dots of one look: four bytes as one number, red lowest, as all machines in use keep a picture. */
export function dotInks({ core, rim, dot, edge }: DotLook): DotInks {
  const reach = rim / 2 + 0.5;
  const [of, around] = [channels(dot), channels(edge)];
  const pixels = new Int32Array((strengths + 1) * distances);
  pixels.forEach((_, n) => {
    const strength = Math.floor(n / distances) / strengths;
    const far = reach * Math.sqrt(((n % distances) + 0.5) / distances);
    const inner = strength * Math.min(1, Math.max(0, core / 2 + 0.5 - far));
    const outer = rimStrength * strength * Math.min(1, reach - far) * (1 - inner);
    const [red, green, blue] = of.map((value, c) =>
      Math.round((value * inner + (around[c] ?? 0) * outer) / Math.max(inner + outer, 1e-6)),
    ) as [number, number, number];
    pixels[n] = (Math.round(255 * (inner + outer)) << 24) | (blue << 16) | (green << 8) | red;
  });
  return { pixels, reach };
}

/**
 * Adds a dot to a picture `width` pixels wide: `line` is x and y of its tail's end, then of its head; `strength` 0…1. Where
 * dots lie on each other, the clearer one shows.
 */
export function addDot(
  picture: Int32Array,
  width: number,
  line: Float64Array,
  strength: number,
  { pixels, reach }: DotInks,
): void {
  const x = line[0]!;
  const y = line[1]!;
  const dx = line[2]! - x;
  const dy = line[3]! - y;
  const left = Math.max(0, Math.ceil(Math.min(x, x + dx) - reach - 0.5));
  const right = Math.min(width - 1, Math.floor(Math.max(x, x + dx) + reach - 0.5));
  const top = Math.max(0, Math.ceil(Math.min(y, y + dy) - reach - 0.5));
  const bottom = Math.min(picture.length / width - 1, Math.floor(Math.max(y, y + dy) + reach - 0.5));
  const perLength = 1 / (dx * dx + dy * dy + 1e-6);
  const perSquare = distances / (reach * reach);
  const first = distances * Math.round(strengths * strength);
  // Every place read below lies within; asking each time whether it does would take a third of the time.
  for (let row = top; row <= bottom; row++) {
    const py = row + 0.5 - y;
    for (let column = left; column <= right; column++) {
      const px = column + 0.5 - x;
      const along = Math.min(1, Math.max(0, (px * dx + py * dy) * perLength));
      const ex = px - along * dx;
      const ey = py - along * dy;
      const far = ((ex * ex + ey * ey) * perSquare) | 0;
      if (far >= distances) continue;
      const pixel = pixels[first + far]!;
      const place = row * width + column;
      if (pixel >>> 24 > picture[place]! >>> 24) picture[place] = pixel;
    }
  }
}
