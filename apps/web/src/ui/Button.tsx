import type { ReactNode, Ref } from "react";
import { Button as AriaButton } from "react-aria-components";
import styles from "./Button.module.css";
import { classes } from "./classes.ts";

export interface ButtonProps {
  readonly children: ReactNode;
  /** Needed where the button shows a sign alone. */
  readonly label?: string;
  readonly kind?: "plain" | "filled" | "outlined";
  readonly round?: boolean;
  readonly isDisabled?: boolean;
  readonly expanded?: boolean;
  readonly className?: string | undefined;
  readonly ref?: Ref<HTMLButtonElement>;
  readonly onPress?: () => void;
}

/** A button of at least 48 px. */
export function Button({ children, label, kind = "plain", round = false, expanded, onPress, ...rest }: ButtonProps) {
  const { className, isDisabled = false, ref } = rest;
  return (
    <AriaButton
      {...(ref === undefined ? {} : { ref })}
      {...(label === undefined ? {} : { "aria-label": label })}
      {...(expanded === undefined ? {} : { "aria-expanded": expanded })}
      {...(onPress === undefined ? {} : { onPress })}
      isDisabled={isDisabled}
      className={classes(styles["button"], styles[kind], round && styles["round"], className)}
    >
      {children}
    </AriaButton>
  );
}
