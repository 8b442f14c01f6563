import * as Plot from "@observablehq/plot";
import type { Band } from "@openlymph/rehearsal";

/** Opacity of the range of nine in ten, and of the middle half that is drawn over it. */
export const bandOpacity = { range: 0.16, half: 0.26 } as const;

interface BandPoint {
  readonly x: number;
  readonly band: Band;
}

export interface BandLook {
  readonly colour: string;
  readonly dash?: string;
  /** Whether the middle half is drawn; default yes. */
  readonly half?: boolean;
}

/** A band over x: range of nine in ten, middle half, median. Numbers are shown by `number`. */
export function bandMarks(
  xs: readonly number[],
  bands: readonly Band[],
  number: (si: number) => number,
  { colour, dash = "", half = true }: BandLook,
) {
  const points: readonly BandPoint[] = xs.map((x, n) => ({ x, band: bands[n]! }));
  const area = (low: (band: Band) => number, high: (band: Band) => number, fillOpacity: number) =>
    Plot.areaY(points, {
      x: "x",
      y1: ({ band }: BandPoint) => number(low(band)),
      y2: ({ band }: BandPoint) => number(high(band)),
      fill: colour,
      fillOpacity,
    });
  return [
    area(
      ({ p5 }) => p5,
      ({ p95 }) => p95,
      bandOpacity.range,
    ),
    ...(half
      ? [
          area(
            ({ p25 }) => p25,
            ({ p75 }) => p75,
            bandOpacity.half,
          ),
        ]
      : []),
    Plot.lineY(points, {
      x: "x",
      y: ({ band }: BandPoint) => number(band.median),
      stroke: colour,
      strokeWidth: 2.5,
      strokeDasharray: dash,
    }),
  ];
}
