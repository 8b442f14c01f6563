/**
 * What `npm run tabulate` computes: the working points of the resolved collector on a grid, and points between them that
 * the interpolation never sees and is judged by.
 */
import { mmHg, randomStream } from "@openlymph/base";
import { collectorAt, type WorkingPoint } from "../observe/collector-flow.ts";
import { usualSettling } from "../observe/pump-point.ts";

export const pumpTableFormat = "openlymph/pump-table@1";

/** Axes of the table. Afterload is divided by strength: a weaker pump fails at a pressure that is lower in proportion. */
export const pumpTableAxes = {
  fillingMmHg: [-4, -3, -2, -1, 0, 1, 2, 3, 4, 6, 8, 11, 13, 14, 15],
  strength: [0.1, 0.2, 0.35, 0.5, 0.75, 1, 1.4, 2],
  afterloadOverStrengthMmHg: [0, 2.5, 5, 10, 15, 17.5, 20, 22.5, 25, 27.5, 30, 32.5, 35, 40, 50, 60, 75],
} as const;

export type PumpTableAxes = { readonly [K in keyof typeof pumpTableAxes]: readonly number[] };

/** Points between those of the grid: drawn evenly from its box, and along curves that docs/model.md shows. */
export const heldOut = {
  count: 150,
  seed: 20261126,
  curves: [
    { fillingMmHg: 2.4, strength: 0.9 },
    { fillingMmHg: 2.4, strength: 0.45 },
    { fillingMmHg: 9, strength: 0.9 },
  ],
  afterloadMmHg: [1, 4, 8, 11, 14, 17, 19, 21, 23, 26, 29, 33, 38, 43, 48],
} as const;

const point = (filling: number, strength: number, scaled: number): WorkingPoint => ({
  filling: filling * mmHg,
  strength,
  afterload: scaled * strength * mmHg,
});

/** Every point of the grid; afterload runs fastest, then strength, then filling. */
export function gridPoints(axes: PumpTableAxes = pumpTableAxes): readonly WorkingPoint[] {
  return axes.fillingMmHg.flatMap((filling) =>
    axes.strength.flatMap((strength) =>
      axes.afterloadOverStrengthMmHg.map((scaled) => point(filling, strength, scaled)),
    ),
  );
}

/** `count` points drawn evenly from the box of the grid; another seed gives others. */
export function pointsBetween(count: number, seed: number): readonly WorkingPoint[] {
  const random = randomStream(seed);
  const within = (axis: readonly number[]) => axis[0]! + random() * (axis.at(-1)! - axis[0]!);
  const { fillingMmHg, strength, afterloadOverStrengthMmHg } = pumpTableAxes;
  return Array.from({ length: count }, () =>
    point(within(fillingMmHg), within(strength), within(afterloadOverStrengthMmHg)),
  );
}

/** The points that the interpolation never sees. */
export function heldOutPoints(): readonly WorkingPoint[] {
  const along = heldOut.curves.flatMap(({ fillingMmHg, strength }) =>
    heldOut.afterloadMmHg.map((afterload) => point(fillingMmHg, strength, afterload / strength)),
  );
  return [...pointsBetween(heldOut.count, heldOut.seed), ...along];
}

/** Everything the table depends on: collector with its solver, settling, axes, points between. */
export function pumpTableInputs() {
  const collector = collectorAt({ filling: 0, strength: 1 });
  return { collector, settling: usualSettling, axes: pumpTableAxes, heldOut };
}
