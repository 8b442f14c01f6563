import { toUnit } from "@openlymph/base";
import type { GermFinding, NodeCourse } from "@openlymph/rehearsal";
import { fixed, percent, significant, timeWords } from "../output/numbers.ts";
import { numbers, type Table, words } from "../output/table.ts";
import { shortNodeWords } from "../words/place-words.ts";

const mm = (size: number) => fixed(toUnit(size, "length", "mm"), 1);

function againWords(swollenAt: number | undefined, normalAgainAt: number | undefined): string {
  if (normalAgainAt !== undefined) return timeWords(normalAgainAt);
  return swollenAt === undefined ? "" : "not until the end";
}

/** Node groups that grew, the largest first. */
export function swollenNodesTable({ nodes }: NodeCourse): Table {
  const cut = nodes.some(({ removed }) => removed > 0);
  return {
    title: "Node groups that grew (short axis of a node)",
    about: "Swollen means: at or above the size from which such a node counts as enlarged.",
    columns: [
      words("node group"),
      numbers("in health (mm)"),
      numbers("swollen from (mm)"),
      numbers("largest (mm)"),
      numbers("at the end (mm)"),
      numbers("swollen after"),
      numbers("below again after"),
      ...(cut ? [numbers("removed (%)")] : []),
    ],
    rows: nodes.map(({ node, restSize, swollenFrom, largest, size, swollenAt, normalAgainAt, removed }) => [
      shortNodeWords(node),
      mm(restSize),
      mm(swollenFrom),
      mm(largest),
      mm(size.at(-1) ?? Number.NaN),
      swollenAt === undefined ? "never" : timeWords(swollenAt),
      againWords(swollenAt, normalAgainAt),
      ...(cut ? [removed > 0 ? percent(removed, 0) : ""] : []),
    ]),
  };
}

/** What became of bacteria and debris. */
export function germsTable({ bacteria, debris }: NodeCourse): Table {
  const line = (name: string, found: GermFinding | undefined): readonly (readonly string[])[] => {
    if (found === undefined) return [];
    const { entered, born, killed, carriedOn, there, course } = found;
    return [
      [name, ...[entered, born, killed, carriedOn, there, Math.max(...course)].map((value) => significant(value, 3))],
    ];
  };
  return {
    title: "Bacteria, and debris of killed ones and of wounds (counted in bacteria)",
    about: "Entered and came to be = gone, carried on into the blood, and still there.",
    columns: [
      words(""),
      numbers("entered"),
      numbers("born or made"),
      numbers("killed or cleared"),
      numbers("into the blood"),
      numbers("still there"),
      numbers("most at once"),
    ],
    rows: [...line("bacteria (cfu)", bacteria), ...line("debris", debris)],
  };
}

export const noGrowthWords = "No node group grows by a tenth of a millimetre.";

export const nodesCaution =
  "How bacteria grow and are killed, what nodes hold back and how they swell is assumed throughout; no course measured in people was found. A swollen node that stays needs a doctor.";

/** What is not accounted for, as a share of all there ever was. */
export function germError({ bacteria, debris }: NodeCourse): number {
  return Math.max(bacteria?.error ?? 0, debris?.error ?? 0);
}
