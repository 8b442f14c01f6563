import { words } from "../words.ts";
import styles from "./HappensPanel.module.css";

/** What is being computed and how far it is, over the shape of what will stand here. */
export function Computing({ progress }: { readonly progress: number }) {
  return (
    <div className={styles["computing"]}>
      <label>
        {words.happens.computing}
        <progress max={1} value={progress} />
      </label>
      <div className={styles["skeleton"]} aria-hidden="true">
        <span />
        <span />
        <span />
        <span />
      </div>
    </div>
  );
}
