import type { Plan } from "../plan/plan.ts";
import type { SideLetter } from "./check-context.ts";

/** How a plan writes a side: by the affected side where there is one, else left or right. */
export function sideWord({ affectedSide }: Plan, side: SideLetter): "affected" | "unaffected" | "left" | "right" {
  const word = side === "L" ? "left" : "right";
  if (affectedSide === "both") return word;
  return affectedSide === word ? "affected" : "unaffected";
}
