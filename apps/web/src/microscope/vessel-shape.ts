/** Where the collector lies in its picture, px: the middle line, px for a mm of diameter, and the length of a lymphangion. */
export const picture = { width: 600, height: 110, middle: 55, perMillimetre: 130, left: 30, cell: 108 } as const;
/** A valve sits in a waist, so wide beside its lymphangions. */
const waist = 0.62;

const round = (value: number): string => value.toFixed(1);

/** Half widths of the vessel at its valves and in the middle of its lymphangions, px, from the inlet to the outlet. */
export function halfWidths(diameters: readonly number[]): readonly number[] {
  const half = diameters.map((diameter) => (diameter * picture.perMillimetre) / 2);
  return half.flatMap((own, j) => {
    const before = half[j - 1] ?? own;
    const end = j === half.length - 1 ? [waist * own] : [];
    return [waist * Math.min(before, own), own, ...end];
  });
}

/** The outline of the vessel as an SVG path: up along the upper wall, back along the lower one. */
export function vesselPath(diameters: readonly number[]): string {
  const widths = halfWidths(diameters);
  const xs = widths.map((_, k) => picture.left + (k * picture.cell) / 2);
  const wall = (sign: number, order: readonly number[]): string =>
    order
      .slice(1)
      .map((k, n) => {
        const [x0, x1] = [xs[order[n]!]!, xs[k]!];
        const middle = round((x0 + x1) / 2);
        const y0 = round(picture.middle + sign * widths[order[n]!]!);
        const y1 = round(picture.middle + sign * widths[k]!);
        return `C${middle} ${y0} ${middle} ${y1} ${round(x1)} ${y1}`;
      })
      .join("");
  const places = widths.map((_, k) => k);
  const start = `M${round(xs[0]!)} ${round(picture.middle - widths[0]!)}`;
  const turn = `L${round(xs.at(-1)!)} ${round(picture.middle + widths.at(-1)!)}`;
  return `${start}${wall(-1, places)}${turn}${wall(1, [...places].reverse())}Z`;
}

/** How far a valve stands open, 0 to 1: by its flow beside the largest of the cycle; flow backward does not open it. */
export function openness(flow: number, largest: number): number {
  return largest > 0 ? Math.sqrt(Math.min(1, Math.max(0, flow / largest))) : 0;
}

/** The two leaflets of valve `k`: from the wall downstream, apart by what it stands open. */
export function leaflets(diameters: readonly number[], k: number, open: number): string {
  const half = halfWidths(diameters)[2 * k] ?? 0;
  const x = picture.left + k * picture.cell;
  const tip = x + 16;
  const apart = open * half * 0.8;
  const one = (sign: number): string =>
    `M${x} ${round(picture.middle + sign * half)}Q${x + 10} ${round(picture.middle + sign * half)} ${tip} ${round(picture.middle + sign * apart)}`;
  return one(-1) + one(1);
}
