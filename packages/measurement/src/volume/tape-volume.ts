import type { VolumeModel } from "../library/protocol.ts";
import { diskGradient, diskSegments } from "./disk.ts";
import { frustumGradient, frustumSegments } from "./frustum.ts";

/** How the marks of a series lie and what they stand for. */
export interface TapeGeometry {
  readonly model: VolumeModel;
  /** Heights of the segments, m: with frusta one less than marks, with disks one for each mark, all the same. */
  readonly heights: readonly number[];
}

/** What a set of readings comes to. */
export interface TapeVolume {
  /** m³. */
  readonly volume: number;
  /** Volumes of the segments, m³. */
  readonly segments: readonly number[];
  /** ∂V/∂C of each reading, m². */
  readonly gradient: readonly number[];
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** Volume of readings (m) by the model of their series. */
export function tapeVolume(circumferences: readonly number[], { model, heights }: TapeGeometry): TapeVolume {
  const [segmentsOf, gradientOf] =
    model === "frustum" ? ([frustumSegments, frustumGradient] as const) : ([diskSegments, diskGradient] as const);
  const segments = segmentsOf(circumferences, heights);
  return { volume: sum(segments), segments, gradient: gradientOf(circumferences, heights) };
}

/** Marks at one step, m. */
export function evenGeometry(model: VolumeModel, step: number, marks: number): TapeGeometry {
  return { model, heights: Array.from({ length: model === "frustum" ? marks - 1 : marks }, () => step) };
}

/** Length of limb covered, m. */
export function coveredLength({ heights }: TapeGeometry): number {
  return sum(heights);
}

/** Distances of the marks from the first one, m. */
export function markPositions({ heights }: TapeGeometry, marks: number): readonly number[] {
  let at = 0;
  return Array.from({ length: marks }, (_, i) => {
    if (i > 0) at += heights[i - 1]!;
    return at;
  });
}
