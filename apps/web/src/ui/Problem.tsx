import { TriangleAlert } from "lucide-react";
import styles from "./Problem.module.css";

/** What went wrong in one line, and what holds all the same. */
export function Problem({ message, safe }: { readonly message: string; readonly safe?: string | undefined }) {
  return (
    <div role="alert" className={styles["problem"]}>
      <TriangleAlert aria-hidden="true" size={20} />
      <div>
        <p className={styles["message"]}>{message}</p>
        {safe === undefined ? null : <p>{safe}</p>}
      </div>
    </div>
  );
}
