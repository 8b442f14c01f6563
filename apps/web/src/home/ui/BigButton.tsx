import type { ReactNode } from "react";
import { classes } from "../../ui/classes.ts";
import styles from "./BigButton.module.css";

export interface BigButtonProps {
  readonly children: ReactNode;
  readonly kind?: "filled" | "outlined" | "plain" | "danger";
  /** 72 px high at least, else 48. */
  readonly large?: boolean;
  readonly label?: string;
  readonly className?: string | undefined;
  readonly onPress: () => void;
}

/** A button for a thumb. */
export function BigButton({ children, kind = "outlined", large = false, label, className, onPress }: BigButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      className={classes(styles["button"], styles[kind], large && styles["large"], className)}
      onClick={onPress}
    >
      {children}
    </button>
  );
}
