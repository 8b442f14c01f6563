import { Segmented } from "../ui/Segmented.tsx";
import { words } from "../words.ts";
import styles from "./HistoryForm.module.css";

export type Side = "left" | "right" | "both";

const told = words.history.edit;
const sides = (["left", "right", "both"] as const).map((value) => ({ value, text: words.history.sides[value] }));

export function SideField({ side, onSide }: { readonly side: Side; readonly onSide: (side: Side) => void }) {
  return (
    <div className={styles["field"]}>
      <span className={styles["label"]}>{told.side}</span>
      <Segmented label={told.side} value={side} options={sides} onChange={onSide} />
    </div>
  );
}
