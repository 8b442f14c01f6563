import { mL } from "@openlymph/base";
import type { Rehearsal } from "@openlymph/rehearsal";
import { Fold } from "../ui/Fold.tsx";
import { words } from "../words.ts";
import styles from "./HappensPanel.module.css";
import { PairTable } from "./PairTable.tsx";

/** Less than this is not worth a line. */
const least = 0.05 * mL;

/** Fluid that crossed the watersheds in the whole run. */
export function Watersheds({ rehearsal }: { readonly rehearsal: Rehearsal }) {
  const pairs = rehearsal.findings.watersheds
    .map(({ name, tissue, anastomoses }) => ({
      name,
      withSession: tissue.withSession + anastomoses.withSession,
      without: tissue.without + anastomoses.without,
    }))
    .filter(({ withSession }) => withSession > least)
    .sort((a, b) => b.withSession - a.withSession);
  return (
    <Fold title={words.happens.watersheds}>
      <p className={styles["quiet"]}>{words.happens.watershedsWhy}</p>
      <PairTable label={words.happens.watersheds} pairs={pairs} />
    </Fold>
  );
}
