import { regionsById } from "../library/region.ts";
import type { SideLetter } from "./check-context.ts";

const sideWords = { L: "left", R: "right" } as const;

/** A place in words: `left armpit`, `armpit on both sides`, `area in front of the ear on the left`. */
export function placeWords(region: string, sides: readonly SideLetter[]): string {
  const label = regionsById.get(region)?.label ?? region;
  if (/^(in|below|above|under) /.test(label)) return `area ${label}${asideWords(sides)}`;
  const [side] = sides;
  if (side === undefined) return label;
  return sides.length === 1 ? `${sideWords[side]} ${label}` : `${label} on both sides`;
}

function asideWords([side, ...more]: readonly SideLetter[]): string {
  if (side === undefined) return "";
  return more.length > 0 ? " on both sides" : ` on the ${sideWords[side]}`;
}

/** A share as whole per cent. */
export function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}
