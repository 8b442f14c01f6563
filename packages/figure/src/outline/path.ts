/**
 * SVG path text from points: Catmull–Rom through the points as cubic Béziers. Numbers are short and relative to the pen,
 * whose rounded position is carried along, so that rounding does not add up.
 */

/** A number with at most `digits` (0–2) decimals, no trailing and no leading zeros. */
export function short(value: number, digits = 2): string {
  return text(Math.round(value * 10 ** digits), 10 ** digits);
}

function text(whole: number, scale: number): string {
  if (whole === 0) return "0";
  const written = String(whole / scale);
  if (written.startsWith("0.")) return written.slice(1);
  return written.startsWith("-0.") ? `-${written.slice(2)}` : written;
}

/** Writes path text on a grid of 10^−digits units. */
interface PathPen {
  readonly move: (x: number, y: number) => void;
  readonly line: (x: number, y: number) => void;
  readonly curve: (c: Float64Array, x: number, y: number) => void;
  readonly end: (closed: boolean) => string;
}

function pathPen(digits: number): PathPen {
  const scale = 10 ** digits;
  let d = "";
  let penX = 0;
  let penY = 0;
  let command = "";
  const number = (whole: number): void => {
    const written = text(whole, scale);
    d += d.endsWith(command) || written.startsWith("-") ? written : ` ${written}`;
  };
  const pair = (x: number, y: number): void => {
    number(x - penX);
    number(y - penY);
  };
  const start = (letter: string): void => {
    if (command !== letter) d += letter;
    command = letter;
  };
  const to = (x: number, y: number): void => {
    penX = x;
    penY = y;
  };
  const grid = (value: number): number => Math.round(value * scale);
  return {
    move(x, y) {
      start("M");
      pair(grid(x), grid(y));
      to(grid(x), grid(y));
    },
    line(x, y) {
      start("l");
      pair(grid(x), grid(y));
      to(grid(x), grid(y));
    },
    curve(c, x, y) {
      start("c");
      pair(grid(c[0]!), grid(c[1]!));
      pair(grid(c[2]!), grid(c[3]!));
      pair(grid(x), grid(y));
      to(grid(x), grid(y));
    },
    end: (closed) => (closed && d !== "" ? `${d}Z` : d),
  };
}

/**
 * Control points of the Bézier segment from point i to i + 1: the tangent is 1/6 of the chord between the neighbours,
 * at most 0.45 of the segment. Writes c1x, c1y, c2x, c2y to `out`.
 */
export function controlPoints(points: Float64Array, i: number, closed: boolean, out: Float64Array): void {
  const n = points.length / 2;
  const before = closed ? (i - 1 + n) % n : Math.max(i - 1, 0);
  const next = closed ? (i + 1) % n : i + 1;
  const after = closed ? (i + 2) % n : Math.min(i + 2, n - 1);
  const x1 = points[2 * i]!;
  const y1 = points[2 * i + 1]!;
  const x2 = points[2 * next]!;
  const y2 = points[2 * next + 1]!;
  const limit = 0.45 * Math.hypot(x2 - x1, y2 - y1);
  const ax = (x2 - points[2 * before]!) / 6;
  const ay = (y2 - points[2 * before + 1]!) / 6;
  const bx = (points[2 * after]! - x1) / 6;
  const by = (points[2 * after + 1]! - y1) / 6;
  const a = Math.hypot(ax, ay);
  const b = Math.hypot(bx, by);
  const fa = a > limit ? limit / a : 1;
  const fb = b > limit ? limit / b : 1;
  out[0] = x1 + ax * fa;
  out[1] = y1 + ay * fa;
  out[2] = x2 - bx * fb;
  out[3] = y2 - by * fb;
}

/** Smooth curve through the points as SVG path text. */
export function curvePath(points: Float64Array, options: { closed?: boolean; digits?: number } = {}): string {
  const { closed = false, digits = 1 } = options;
  const n = points.length / 2;
  const pen = pathPen(digits);
  if (n === 0) return "";
  pen.move(points[0]!, points[1]!);
  const c = new Float64Array(4);
  const segments = closed ? n : n - 1;
  for (let i = 0; i < segments; i++) {
    const next = (i + 1) % n;
    controlPoints(points, i, closed, c);
    pen.curve(c, points[2 * next]!, points[2 * next + 1]!);
  }
  return pen.end(closed);
}

/** Straight lines through the points as SVG path text. */
export function linePath(points: Float64Array, options: { closed?: boolean; digits?: number } = {}): string {
  const { closed = false, digits = 1 } = options;
  const pen = pathPen(digits);
  for (let i = 0; i + 1 < points.length; i += 2) {
    if (i === 0) pen.move(points[0]!, points[1]!);
    else pen.line(points[i]!, points[i + 1]!);
  }
  return pen.end(closed);
}
