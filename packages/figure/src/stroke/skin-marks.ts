import { short } from "../outline/path.ts";

/** One group of marks that move by the same share of the hand's way. */
export interface SkinMarks {
  readonly weight: number;
  /** Dots as lines of no length with round ends, about the middle of the contact. */
  readonly d: string;
}

const spacing = 8.5;
const reach = 78;
/** Distance at which the skin still goes 1/e of the way. */
const falloff = 44;
const steps = 6;

/** Marks on the skin around the middle of a contact, grouped by how far they go with the hand. */
function around(): readonly SkinMarks[] {
  const groups = new Map<number, string>();
  const rows = Math.ceil(reach / spacing);
  for (let j = -rows; j <= rows; j++) {
    for (let i = -rows; i <= rows; i++) {
      const x = (i + (j % 2 === 0 ? 0 : 0.5)) * spacing;
      const y = j * spacing * 0.87;
      const distance = Math.hypot(x, y);
      if (distance > reach) continue;
      const weight = Math.round(steps * Math.exp(-((distance / falloff) ** 2))) / steps;
      groups.set(weight, `${groups.get(weight) ?? ""}M${short(x, 1)} ${short(y, 1)}h0`);
    }
  }
  return [...groups].map(([weight, d]) => ({ weight, d })).sort((a, b) => a.weight - b.weight);
}

/** Share of the way of the hand that skin goes along, nearest skin last; far skin stays. */
export const skinMarks: readonly SkinMarks[] = around();
