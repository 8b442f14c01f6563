import { anatomy } from "@openlymph/anatomy";
import { type LimbExit, planRules } from "../library/plan-rule.ts";
import type { LimbId, SideLetter } from "./check-context.ts";

/** An exit of a limb: where, on which side, and how often dye showed it in swollen limbs. */
export interface ObservedExit {
  readonly region: string;
  readonly side: SideLetter;
  readonly exit: LimbExit;
  /** Per cent of limbs; `undefined`: not among what was seen. */
  readonly share: number | undefined;
  /** How many limbs were looked at. */
  readonly limbs: number | undefined;
  /** What that number counts, where it needs saying. */
  readonly note: string | undefined;
}

const other = { L: "R", R: "L" } as const;

/** All exits of a limb that the rules know, the most often observed first, those never seen last. */
export function exitsOf(limb: LimbId): readonly ObservedExit[] {
  const [kind, own] = limb.split("_") as ["arm" | "leg", SideLetter];
  const found = planRules.exits
    .filter((exit) => exit.limb === kind)
    .map((exit) => {
      const observation = anatomy.observations.find(({ id }) => id === exit.observation);
      return {
        region: exit.region,
        side: exit.side === "same" ? own : other[own],
        exit,
        share: observation?.shares[exit.share ?? ""],
        limbs: observation?.n,
        note: observation?.nNote,
      };
    });
  return found.toSorted((a, b) => (b.share ?? -1) - (a.share ?? -1));
}

/** How often dye showed an exit, as a sentence. */
export function observedWords({ share, limbs, note, exit }: ObservedExit): string {
  const where = exit.limb === "arm" ? "swollen arms" : "swollen legs";
  if (share === undefined) return `The dye studies read here do not list it for ${where}`;
  const among = limbs === undefined ? "" : ` (n = ${limbs}${note === undefined ? "" : `, ${note}`})`;
  return `Dye showed it in ${share} % of ${where}${among}`;
}
