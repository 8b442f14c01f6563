import { day, hour, minute } from "@openlymph/base";

/** The unit a time axis of some length is read in best, and its length in s. */
export function clockUnit(last: number): { readonly unit: string; readonly factor: number } {
  if (last <= 4 * hour) return { unit: "min", factor: minute };
  return last <= 3 * day ? { unit: "h", factor: hour } : { unit: "d", factor: day };
}
