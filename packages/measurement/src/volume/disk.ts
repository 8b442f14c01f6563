/**
 * Limb volume as a stack of cylinders, each with a reading of the tape at its middle.
 *
 *   V = Σᵢ Cᵢ² h / 4π,      i = 1 … n
 *
 * | symbol | unit | meaning                                              | source                                |
 * | ------ | ---- | ---------------------------------------------------- | ------------------------------------- |
 * | C      | m    | circumference at the middle of a cylinder            | read from the tape                    |
 * | h      | m    | height of a cylinder                                 | protocol, 0.04: each is then C²/π cm³ |
 * | V      | m³   | volume from h/2 before the first to h/2 after the last mark | Royal Marsden 27.11            |
 *
 * On a limb that tapers evenly each disk is h (C₁ − C₂)² / 48π smaller than the frustum from C₁ to C₂ around it. All
 * cylinders are of one height: with other distances the middles would not be where the readings are.
 */

/** Volumes of the cylinders, m³; as many as readings. */
export function diskSegments(circumferences: readonly number[], heights: readonly number[]): readonly number[] {
  return circumferences.map((circumference, i) => (circumference * circumference * heights[i]!) / (4 * Math.PI));
}

/** ∂V/∂Cᵢ of the whole volume, m². */
export function diskGradient(circumferences: readonly number[], heights: readonly number[]): readonly number[] {
  return circumferences.map((circumference, i) => (circumference * heights[i]!) / (2 * Math.PI));
}
