import { mL } from "@openlymph/base";
import type { Rehearsal } from "@openlymph/rehearsal";
import { changeText, timesText, volumeText } from "../format/numbers.ts";
import { words } from "../words.ts";
import styles from "./BoundBar.module.css";

/** How much the vessels could carry at most in this session, and how much of it the model finds. */
export function BoundBar({ rehearsal, change }: { readonly rehearsal: Rehearsal; readonly change: number }) {
  const { bound, largestGain } = rehearsal.findings;
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
