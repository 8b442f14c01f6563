import type { Side } from "@openlymph/measurement";
import { words } from "../../words/words.ts";

/** `left 5` as `Left, mark 5`. */
export function markSaid(mark: string): string {
  const [side = "", site] = mark.split(" ");
  return words.measure.question(words.sides[side as Side], Number(site));
}
