/**
 * Limb volume as a stack of cone frusta between neighbouring readings of a tape.
 *
 *   V = Σᵢ hᵢ (Cᵢ² + Cᵢ Cᵢ₊₁ + Cᵢ₊₁²) / 12π,      i = 1 … n − 1
 *
 * | symbol | unit | meaning                                       | source                                |
 * | ------ | ---- | --------------------------------------------- | ------------------------------------- |
 * | C      | m    | circumference at a mark                       | read from the tape                    |
 * | h      | m    | distance from a mark to the next              | protocol, 0.04 or 0.08                |
 * | V      | m³   | volume between the first and the last mark    | medicalalgorithms; Gohil 2018         |
 *
 * Exact for cones and cylinders. n readings span n − 1 segments: 11 readings at 4 cm cover 40 cm of the limb, where the
 * disk model covers 44 cm, so that the two are never compared. Needs two readings.
 */

/** Volumes of the segments, m³; one less than there are readings. `heights`: one for each segment, m. */
export function frustumSegments(circumferences: readonly number[], heights: readonly number[]): readonly number[] {
  return heights.map((height, i) => {
    const [lower, upper] = [circumferences[i]!, circumferences[i + 1]!];
    return (height * (lower * lower + lower * upper + upper * upper)) / (12 * Math.PI);
  });
}

/** ∂V/∂Cᵢ of the whole volume, m²; one for each reading. */
export function frustumGradient(circumferences: readonly number[], heights: readonly number[]): readonly number[] {
  return circumferences.map((own, i) => {
    const [below, above] = [circumferences[i - 1] ?? 0, circumferences[i + 1] ?? 0];
    const [under, over] = [heights[i - 1] ?? 0, heights[i] ?? 0];
    return (under * (2 * own + below) + over * (2 * own + above)) / (12 * Math.PI);
  });
}
