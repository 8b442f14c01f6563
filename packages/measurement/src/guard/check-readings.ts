/**
 * Readings that do not fit those around them.
 *
 *   dᵢ = |Cᵢ − line through Cᵢ₋₁ and Cᵢ₊₁|  ≥ 5 cm,      |Cᵢ₊₁ / Cᵢ − 1| > 40 %,      2.54 Cᵢ within 15 % of that line
 *
 * A wrong reading also bends the line of its neighbours by half as much, so only the largest of neighbouring dᵢ is asked
 * about. Limits: `guards` in thresholds.json. A reading that was confirmed is not asked about again.
 */
import type { Limb } from "../library/protocol.ts";
import { thresholds } from "../library/thresholds.ts";
import type { Side } from "../series/series.ts";
import type { Question } from "./question.ts";

const { offLine_cm, jump_percent, unitSlip_percent, largestAtLeast_cm } = thresholds.guards;
const inch = 2.54;
const again = "Measure this mark again; if it stands, mark the reading as confirmed.";

const shown = (metres: number) => `${(100 * metres).toFixed(1)} cm`;
const near = (value: number, other: number) => Math.abs(value / other - 1) <= unitSlip_percent / 100;

/** Values on the lines through the neighbours; at the ends the neighbour itself. */
function neighbourLine(circumferences: readonly number[], positions: readonly number[]): readonly number[] {
  return circumferences.map((_, i) => {
    const [below, above] = [circumferences[i - 1], circumferences[i + 1]];
    if (below === undefined || above === undefined) return below ?? above ?? Number.NaN;
    const share = (positions[i]! - positions[i - 1]!) / (positions[i + 1]! - positions[i - 1]!);
    return below + share * (above - below);
  });
}

/** Checks the readings of one side, m, at `positions`, m from the first mark. */
export function checkReadings(
  circumferences: readonly number[],
  positions: readonly number[],
  limb: Limb,
  side: Side,
  confirmed: readonly string[] = [],
): readonly Question[] {
  const largest = Math.max(...circumferences);
  if (100 * largest < largestAtLeast_cm[limb]) {
    const found = `the largest reading of the ${limb} is ${shown(largest)}`;
    const ask = `Was the side of the tape with inches read? ${(100 * largest).toFixed(1)} in are ${shown(inch * largest)}.`;
    return [{ code: "limb/inch", side, value: largest, found, ask }];
  }
  const line = neighbourLine(circumferences, positions);
  const last = circumferences.length - 1;
  const off = circumferences.map((own, i) => (i === 0 || i === last ? 0 : Math.abs(own - line[i]!)));
  const jumps = (i: number) => Math.abs(circumferences[i + 1]! / circumferences[i]! - 1) > jump_percent / 100;
  const explained = new Set<number>();
  const questions: Question[] = [];
  const add = (i: number, code: Question["code"], found: string) => {
    for (const touched of [i - 1, i, i + 1]) explained.add(touched);
    if (confirmed.includes(`${side} ${i + 1}`)) return;
    const value = circumferences[i]!;
    const asInch = near(inch * value, line[i]!);
    const ask = asInch ? `In inches it would be ${shown(inch * value)}. ${again}` : again;
    questions.push({
      code: asInch ? "reading/inch" : code,
      side,
      site: i + 1,
      position: positions[i]!,
      value,
      found,
      ask,
    });
  };
  const addJump = (i: number, at: number) => {
    const found = `${shown(circumferences[i]!)} and then ${shown(circumferences[i + 1]!)}: a jump of more than ${jump_percent} %`;
    add(at, "reading/jump", found);
  };
  if (last > 1 && jumps(0) && !jumps(1)) addJump(0, 0);
  if (last > 1 && jumps(last - 1) && !jumps(last - 2)) addJump(last - 1, last);
  for (const [i, own] of circumferences.entries()) {
    const largestOff = Math.max(off[i - 1] ?? 0, off[i + 1] ?? 0) <= off[i]!;
    if (100 * off[i]! < offLine_cm || !largestOff || explained.has(i)) continue;
    add(i, "reading/off-line", `${shown(own)} lies ${shown(off[i]!)} off the line through its neighbours`);
  }
  for (let i = 0; i < last; i++) {
    if (jumps(i) && !explained.has(i) && !explained.has(i + 1)) addJump(i, i + 1);
  }
  return questions.sort((a, b) => (a.site ?? 0) - (b.site ?? 0));
}
