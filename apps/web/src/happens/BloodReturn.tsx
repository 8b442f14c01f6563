import type { Rehearsal } from "@openlymph/rehearsal";
import { Fold } from "../ui/Fold.tsx";
import { words } from "../words.ts";
import styles from "./HappensPanel.module.css";
import { PairTable } from "./PairTable.tsx";

/** Lymph that reached the veins in the whole run. */
export function BloodReturn({ rehearsal }: { readonly rehearsal: Rehearsal }) {
  return (
    <Fold title={words.happens.blood}>
      <p className={styles["quiet"]}>{words.happens.bloodWhy}</p>
      <PairTable label={words.happens.blood} pairs={rehearsal.findings.venousAngles} />
    </Fold>
  );
}
