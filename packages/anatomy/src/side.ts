/** `AXANT_L` → `AXANT_R`; an id without side stays as it is. */
export function mirrored(id: string): string {
  if (id.endsWith("_L")) return `${id.slice(0, -2)}_R`;
  if (id.endsWith("_R")) return `${id.slice(0, -2)}_L`;
  return id;
}

/** `AXANT_L` → `AXANT`. */
export function withoutSide(id: string): string {
  return /_[LR]$/.test(id) ? id.slice(0, -2) : id;
}

/** `L` for `AXANT_L`, `R` for `AXANT_R`, `M` for an id without side. */
export function sideOf(id: string): "L" | "R" | "M" {
  if (id.endsWith("_L")) return "L";
  return id.endsWith("_R") ? "R" : "M";
}

/** The ids that `id` (without side) stands for on the given sides: the id itself if it is unpaired. */
export function sided(
  id: string,
  sides: readonly ("L" | "R")[],
  known: { has(id: string): boolean },
): readonly string[] {
  if (known.has(id)) return [id];
  return sides.map((side) => `${id}_${side}`).filter((candidate) => known.has(candidate));
}
