/** Even spacing, Gaussian smoothing and simplification of closed lines (x0, y0, x1, y1, …). */

/** Resamples a closed line at equal steps of about `spacing`. */
export function resampleClosed(line: Float64Array, spacing: number): Float64Array {
  const count = line.length / 2;
  let total = 0;
  for (let i = 0; i < count; i++) total += segment(line, i, count);
  const n = Math.max(3, Math.round(total / spacing));
  const pace = total / n;
  const out = new Float64Array(n * 2);
  let i = 0;
  let start = 0;
  let length = segment(line, 0, count);
  for (let m = 0; m < n; m++) {
    const s = m * pace;
    while (start + length < s && i < count - 1) {
      start += length;
      i++;
      length = segment(line, i, count);
    }
    const t = length === 0 ? 0 : (s - start) / length;
    const next = (i + 1) % count;
    out[2 * m] = line[2 * i]! + t * (line[2 * next]! - line[2 * i]!);
    out[2 * m + 1] = line[2 * i + 1]! + t * (line[2 * next + 1]! - line[2 * i + 1]!);
  }
  return out;
}

function segment(line: Float64Array, i: number, count: number): number {
  const next = (i + 1) % count;
  return Math.hypot(line[2 * next]! - line[2 * i]!, line[2 * next + 1]! - line[2 * i + 1]!);
}

/** Gaussian mean of a closed line; `sigma` counts points, weights reach three sigma. */
export function gaussianClosed(line: Float64Array, sigma: number): Float64Array {
  const n = line.length / 2;
  const reach = Math.ceil(3 * sigma);
  const weights = Array.from({ length: reach + 1 }, (_, i) => Math.exp((-i * i) / (2 * sigma * sigma)));
  const sum = weights.reduce((a, w, i) => a + (i === 0 ? w : 2 * w), 0);
  const out = new Float64Array(line.length);
  for (let m = 0; m < n; m++) {
    let x = 0;
    let y = 0;
    for (let i = -reach; i <= reach; i++) {
      const at = 2 * ((m + i + n * reach) % n);
      const w = weights[i < 0 ? -i : i]!;
      x += w * line[at]!;
      y += w * line[at + 1]!;
    }
    out[2 * m] = x / sum;
    out[2 * m + 1] = y / sum;
  }
  return out;
}

/** Leaves out points of a closed line that lie within `tolerance` of the line without them (Douglas–Peucker). */
export function simplifyClosed(line: Float64Array, tolerance: number): Float64Array {
  const n = line.length / 2;
  const keep = new Uint8Array(n);
  const half = n >> 1;
  keep[0] = 1;
  keep[half] = 1;
  const stack: [number, number][] = [
    [0, half],
    [half, n],
  ];
  for (let span = stack.pop(); span !== undefined; span = stack.pop()) {
    const [from, to] = span;
    const end = to % n;
    const ax = line[2 * from]!;
    const ay = line[2 * from + 1]!;
    const dx = line[2 * end]! - ax;
    const dy = line[2 * end + 1]! - ay;
    const length = Math.hypot(dx, dy);
    let worst = -1;
    let distance = tolerance;
    for (let i = from + 1; i < to; i++) {
      const px = line[2 * i]! - ax;
      const py = line[2 * i + 1]! - ay;
      const d = length === 0 ? Math.hypot(px, py) : Math.abs(px * dy - py * dx) / length;
      if (d > distance) {
        distance = d;
        worst = i;
      }
    }
    if (worst < 0) continue;
    keep[worst] = 1;
    stack.push([from, worst], [worst, to]);
  }
  const out: number[] = [];
  for (let i = 0; i < n; i++) if (keep[i] === 1) out.push(line[2 * i]!, line[2 * i + 1]!);
  return Float64Array.from(out);
}
