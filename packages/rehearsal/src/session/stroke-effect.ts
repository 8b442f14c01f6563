import { mmHg } from "@openlymph/base";
import type { Direction } from "@openlymph/therapy";
import data from "../../data/stroke-effect.json" with { type: "json" };

/** Skin under a hand, m². */
export const handArea = data.handArea.value * 1e-4;
export const stationFactor = data.stationFactor.value;
export const afterEffect = {
  increase: data.afterEffect.increase.value,
  fullPressure: data.afterEffect.fullPressure.value * mmHg,
  /** Time constant, s. */
  decay: data.afterEffect.decay.value * 3600,
} as const;

const points = data.gain.points.map(([pressure = 0, gain = 1]) => [pressure * mmHg, gain] as const);

/**
 * Factor on the flow of vessels under a stroke at a hand pressure in Pa.
 *
 * Interpolated between the computed points, constant above the last. A stroke away from the heart adds a little more than
 * half as much; one across a watershed is taken like one toward the heart (assumed: not computed).
 */
export function strokeGain(pressure: number, direction: Direction): number {
  const after = points.findIndex(([p]) => p >= pressure);
  const [p1, g1] = points[after < 0 ? points.length - 1 : after] ?? [0, 1];
  const [p0, g0] = points[Math.max(0, after - 1)] ?? [0, 1];
  const gain = after < 0 || p1 === p0 ? g1 : g0 + ((g1 - g0) * (pressure - p0)) / (p1 - p0);
  return direction === "distal" ? 1 + (gain - 1) * data.distalShare.value : gain;
}

export const distalShare = data.distalShare.value;
