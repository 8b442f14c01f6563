import type { Explained } from "@openlymph/measurement";
import styles from "./TapeForm.module.css";

/** From the formula to the number, line by line, each with its source. */
export function Formulas({ formulas }: { readonly formulas: readonly Explained[] }) {
  return (
    <div className={styles["formula"]}>
      {formulas.map(({ of, lines, source }) => (
        <div key={of}>
          <strong>{of}</strong>
          <pre>{lines.join("\n")}</pre>
          <p>{source}</p>
        </div>
      ))}
    </div>
  );
}
