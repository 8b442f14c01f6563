import { quietDays, worseBy } from "@openlymph/record";
import { Fold, Note } from "../ui/Card.tsx";
import { DataTable } from "../ui/DataTable.tsx";
import { words } from "../words/words.ts";
import styles from "./Today.module.css";

const told = words.today;

/** The rules of the list in words, with their thresholds, and that nobody watches it live. */
export function HowItComes() {
  return (
    <Fold title={told.how}>
      <div className={styles["how"]}>
        <p>{told.howLead}</p>
        <DataTable
          caption={told.how}
          heads={told.howHeads}
          rows={told.howRules(worseBy, quietDays).map(([rule, urgency, when]) => ({
            key: rule,
            cells: [rule, urgency, when],
          }))}
        />
        <Note>
          <p>{told.howAssumed(worseBy, quietDays)}</p>
          <p>
            <strong>{told.howNotLive}</strong>
          </p>
        </Note>
      </div>
    </Fold>
  );
}
