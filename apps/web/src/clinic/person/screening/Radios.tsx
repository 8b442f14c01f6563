import { useId } from "react";
import styles from "./ScreeningForm.module.css";

export interface RadiosProps<T extends string> {
  /** Id of what asks, or what is asked. */
  readonly labelledBy?: string;
  readonly label?: string;
  readonly value: T | undefined;
  readonly options: readonly (readonly [value: T, text: string])[];
  readonly onPick: (value: T) => void;
}

/** A few answers side by side, all in sight; arrow keys choose. */
export function Radios<T extends string>({ labelledBy, label, value, options, onPick }: RadiosProps<T>) {
  const name = useId();
  return (
    <div role="radiogroup" aria-labelledby={labelledBy} aria-label={label} className={styles["answers"]}>
      {options.map(([id, text]) => (
        <label key={id} data-answer={id}>
          <input type="radio" name={name} checked={value === id} onChange={() => onPick(id)} />
          {text}
        </label>
      ))}
    </div>
  );
}
