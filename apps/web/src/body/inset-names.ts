/** Places of the body with a drawing of their own, as the figure names them. */
export const insetNames = ["neck_L", "neck_R", "axilla_L", "axilla_R", "groin_L", "groin_R"] as const;
/** Soles, which front and back show as a strip only. */
export const soleNames = ["sole_L", "sole_R"] as const;

export const drawnOut = [...insetNames, ...soleNames] as const;
export type InsetName = (typeof drawnOut)[number];

/** The side of a sole; `undefined` for what is none. */
export function soleSide(name: string): "L" | "R" | undefined {
  if (name === "sole_L") return "L";
  return name === "sole_R" ? "R" : undefined;
}
