import { mL } from "@openlymph/base";
import type { Rehearsal, SessionBound } from "@openlymph/rehearsal";
import { changeText, timesText, volumeText } from "../format/numbers.ts";
import { words } from "../words.ts";
import styles from "./BoundBar.module.css";
import type { BodyPart } from "./body-part.ts";

export interface BoundBarProps {
  readonly rehearsal: Rehearsal;
  readonly part: BodyPart;
  /** Largest change of the fluid in the part, m³. */
  readonly change: number;
}

function whyNoBound({ limb, total }: SessionBound, part: BodyPart): string {
  const { happens } = words;
  const other = limb === undefined ? "" : happens.boundOther(happens.limbs[limb], volumeText(total));
  if (!(part.id in happens.limbs)) return `${happens.boundLimbsOnly} ${other}`;
  return limb === undefined ? happens.boundNone : other;
}

/** Says plainly that there is no bound for what is shown. */
function NoBound({ rehearsal, part, change }: BoundBarProps) {
  const { bound, largestGain } = rehearsal.findings;
  return (
    <div className={styles["bound"]} data-testid="no-bound">
      <p className={styles["title"]}>
        <span className={styles["found"]}>{words.happens.largest(changeText(change, 3))}</span>
      </p>
      <p className={styles["why"]}>
        {whyNoBound(bound, part)} {words.happens.largestGain(timesText(largestGain))}
      </p>
    </div>
  );
}

/** How much the vessels could carry at most in this session, and how much of it the model finds. */
export function BoundBar({ rehearsal, part, change }: BoundBarProps) {
  const { bound, largestGain } = rehearsal.findings;
  if (bound.limb !== part.id) return <NoBound {...{ rehearsal, part, change }} />;
  if (bound.total <= 0) return null;
  const share = Math.min(1, Math.abs(change) / bound.total);
  const found = changeText(change, 3);
  return (
    <div className={styles["bound"]}>
      <p className={styles["title"]}>
        {words.happens.bound(volumeText(bound.total))}
        <span className={styles["found"]}>{words.happens.largest(found)}</span>
      </p>
      <div
        className={styles["bar"]}
        role="img"
        aria-label={words.happens.boundLabel(found, volumeText(bound.total))}
        data-change={(change / mL).toFixed(4)}
        data-bound={(bound.total / mL).toFixed(4)}
      >
        <span style={{ width: `max(3px, ${100 * share}%)` }} />
      </div>
      <p className={styles["why"]}>
        {words.happens.boundWhy} {words.happens.largestGain(timesText(largestGain))}
      </p>
    </div>
  );
}
