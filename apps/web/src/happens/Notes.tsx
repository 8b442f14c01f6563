import type { Rehearsal } from "@openlymph/rehearsal";
import { Fold } from "../ui/Fold.tsx";
import { words } from "../words.ts";
import styles from "./HappensPanel.module.css";

/** What the numbers do not say. */
export function Notes({ rehearsal }: { readonly rehearsal: Rehearsal }) {
  return (
    <Fold title={words.happens.notes} open>
      <ul className={styles["notes"]}>
        {rehearsal.findings.notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </Fold>
  );
}
