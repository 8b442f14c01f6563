import { type Side, sides } from "@openlymph/measurement";
import type { CareRecord } from "@openlymph/record";
import { todayText } from "../../when.ts";
import type { Typed } from "./live.ts";
import { inOrder } from "./tape-series.ts";

/** A measurement that is being typed. */
export interface TapeDraft extends Typed {
  readonly limb: "arm" | "leg";
  readonly protocol: string;
  readonly on: string;
  readonly note: string;
  /** Readings that were taken again and stand: the mark, as `left 5`, with what was typed there then. */
  readonly confirmed: Readonly<Record<string, string>>;
}

/** A mark of a side as a measurement names it; the first is 1. */
export const markName = (side: Side, site: number): string => `${side} ${site}`;

/** The marks that were confirmed with the reading that still stands there. */
export function confirmedIn(draft: TapeDraft): readonly string[] {
  return sides.flatMap((side) =>
    draft[side].flatMap((text, n) => {
      const mark = markName(side, n + 1);
      return text.trim() !== "" && draft.confirmed[mark] === text ? [mark] : [];
    }),
  );
}

/** Marks that a limb usually has, by how far they lie apart. */
const usualMarks = { arm: { 4: 11, 8: 6 }, leg: { 4: 18, 8: 9 } } as const;
export const mostMarks = 25;

export function usualCount(limb: "arm" | "leg", step: number): number {
  return step >= 8 ? usualMarks[limb][8] : usualMarks[limb][4];
}

export const emptyColumns = (count: number): Typed => ({
  left: Array.from({ length: count }, () => ""),
  right: Array.from({ length: count }, () => ""),
});

/** What the clinic measured last is offered again: the same limb, protocol and marks. */
export function firstTape({ measurements, person }: Pick<CareRecord, "measurements" | "person">): TapeDraft {
  const last = inOrder(measurements.filter(({ by }) => by !== undefined)).at(-1);
  const limb = last?.limb ?? (person?.limbs.some((each) => each.startsWith("leg")) ? "leg" : "arm");
  const protocol = last?.protocol ?? `${limb}_4cm`;
  const count = last === undefined ? usualCount(limb, 4) : Math.max(last.left.length, last.right.length);
  return { limb, protocol, on: todayText(), note: "", confirmed: {}, ...emptyColumns(count) };
}
