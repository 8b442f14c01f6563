import type { ReactNode } from "react";
import styles from "./Badge.module.css";
import { classes } from "./classes.ts";

/** A word that says how something is known. */
export function Badge({
  tone = "quiet",
  children,
}: {
  readonly tone?: "quiet" | "warn";
  readonly children: ReactNode;
}) {
  return <span className={classes(styles["badge"], styles[tone])}>{children}</span>;
}
