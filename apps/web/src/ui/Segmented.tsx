import { Radio, RadioGroup } from "react-aria-components";
import { classes } from "./classes.ts";
import styles from "./Segmented.module.css";

export interface SegmentedProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly {
    readonly value: T;
    readonly text: string;
    readonly long?: string;
    readonly isDisabled?: boolean;
  }[];
  readonly className?: string | undefined;
  readonly onChange: (value: T) => void;
}

/** One of a few, all in sight. `long` is what is read out where the text is short. */
export function Segmented<T extends string>({ label, value, options, className, onChange }: SegmentedProps<T>) {
  return (
    <RadioGroup
      aria-label={label}
      orientation="horizontal"
      value={value}
      onChange={(next) => onChange(next as T)}
      className={classes(styles["group"], className)}
    >
      {options.map((option) => (
        <Radio
          key={option.value}
          value={option.value}
          isDisabled={option.isDisabled ?? false}
          {...(option.long === undefined ? {} : { "aria-label": option.long })}
          className={styles["option"] ?? ""}
        >
          {option.text}
        </Radio>
      ))}
    </RadioGroup>
  );
}
