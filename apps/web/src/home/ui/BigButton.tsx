import type { ReactNode } from "react";
import { classes } from "../../ui/classes.ts";
import styles from "./BigButton.module.css";

export interface BigButtonProps {
  readonly children: ReactNode;
  readonly kind?: "filled" | "outlined" | "plain" | "danger";
  /** 72 px high at least, else 48. */
  readonly large?: boolean;
  readonly label?: string;
  /** Takes no press now; it stays where it is and can be reached. */
  readonly off?: boolean;
  /** The button a screen is there for: it takes the focus when what had it is gone. */
  readonly main?: boolean;
  readonly className?: string | undefined;
  readonly onPress: () => void;
}

/** A button for a thumb. */
export function BigButton(props: BigButtonProps) {
  const { children, kind = "outlined", large = false, label, off = false, main = false, className, onPress } = props;
  return (
    <button
      type="button"
      aria-label={label}
      data-main={main ? "" : undefined}
      aria-disabled={off ? true : undefined}
      className={classes(styles["button"], styles[kind], large && styles["large"], className)}
      onClick={() => (off ? undefined : onPress())}
    >
      {children}
    </button>
  );
}
