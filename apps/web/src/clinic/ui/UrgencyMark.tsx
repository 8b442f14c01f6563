import type { Urgency } from "@openlymph/record";
import { CircleDot, OctagonAlert, TriangleAlert } from "lucide-react";
import { words } from "../words/words.ts";
import styles from "./UrgencyMark.module.css";

const signs = { now: OctagonAlert, soon: TriangleAlert, look: CircleDot } as const;

/** How urgent something is: a shape and a word, and a colour that says no more than they do. */
export function UrgencyMark({ urgency, count }: { readonly urgency: Urgency; readonly count?: number }) {
  const Sign = signs[urgency];
  return (
    <span className={styles["mark"]} data-urgency={urgency}>
      <Sign aria-hidden="true" size={18} />
      {words.today.urgency[urgency]}
      {count === undefined ? null : <span className={styles["count"]}>{count}</span>}
    </span>
  );
}
