/** Side as a person writes it. */
export const bodySides = ["left", "right", "both"] as const;
export type BodySide = (typeof bodySides)[number];

/** `left` → `["L"]`, `both` → `["L", "R"]`. */
export function sidesOf(side: BodySide): readonly ("L" | "R")[] {
  if (side === "both") return ["L", "R"];
  return side === "left" ? ["L"] : ["R"];
}

/** The side that is not affected; none when both are. */
export function otherSides(side: BodySide): readonly ("L" | "R")[] {
  if (side === "both") return [];
  return side === "left" ? ["R"] : ["L"];
}
