import { Choice, type ChoiceProps } from "./Choice.tsx";
import styles from "./ChoiceField.module.css";

/** A choice with its label in sight. */
export function ChoiceField(props: ChoiceProps & { readonly hint?: string | undefined }) {
  const { hint, ...choice } = props;
  return (
    <div className={styles["field"]}>
      <span className={styles["label"]}>{choice.label}</span>
      <Choice {...choice} />
      {hint === undefined ? null : <span className={styles["hint"]}>{hint}</span>}
    </div>
  );
}
