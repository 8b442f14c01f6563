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

/** Left for right and right for left; every other word for a side stays. */
export function mirroredSide<Side extends string>(side: Side): Side {
  const across: Readonly<Record<string, string>> = { left: "right", right: "left" };
  // A list that knows one of the two words knows the other.
  return (across[side] ?? side) as Side;
}
