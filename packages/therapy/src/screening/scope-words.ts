import { anatomy } from "@openlymph/anatomy";
import { placeWords } from "../check/place-words.ts";
import { sidesOf } from "../fields/body-side.ts";
import { type Scope, writtenScope } from "../fields/scope.ts";

/** A part of the body in words: `left lower leg`, `right arm`, `both legs`, or the names of its territories. */
export function scopeWords(scope: Scope): string {
  const { limb, segments, region, side } = writtenScope(scope);
  if (region !== undefined) return placeWords(region, side === undefined ? [] : sidesOf(side));
  if (limb !== undefined && segments === undefined && side !== undefined) {
    return `${side} ${side === "both" ? `${limb}s` : limb}`;
  }
  return scope.territories.map((id) => anatomy.byId.territories.get(id)?.name ?? id).join(", ");
}
