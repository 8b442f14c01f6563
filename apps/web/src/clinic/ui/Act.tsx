import type { ReactNode } from "react";
import { classes } from "../../ui/classes.ts";
import styles from "./Act.module.css";

export interface ActProps {
  readonly children: ReactNode;
  readonly kind?: "filled" | "outlined" | "plain" | "danger";
  /** Sends the form it stands in. */
  readonly submits?: boolean;
  /** Under way: it stays in its place and does nothing more. */
  readonly busy?: boolean;
  readonly off?: boolean;
  readonly wide?: boolean;
  readonly label?: string | undefined;
  readonly expanded?: boolean;
  readonly onPress?: () => void;
}

/** A button of at least 48 px. One that cannot be pressed can still be reached, so that it can be read why. */
export function Act(props: ActProps) {
  const { children, kind = "outlined", submits = false, busy = false, off = false, wide = false, label } = props;
  const still = busy || off;
  return (
    <button
      type={submits ? "submit" : "button"}
      aria-label={label}
      aria-disabled={still ? true : undefined}
      aria-busy={busy ? true : undefined}
      aria-expanded={props.expanded}
      className={classes(styles["act"], styles[kind], wide && styles["wide"])}
      onClick={(event) => {
        if (still) event.preventDefault();
        else props.onPress?.();
      }}
    >
      {children}
    </button>
  );
}

/** A link that looks like a button: it goes somewhere. */
export function ActLink({
  href,
  kind = "outlined",
  download,
  newTab = false,
  children,
}: Pick<ActProps, "kind" | "children"> & {
  readonly href: string;
  readonly download?: string;
  readonly newTab?: boolean;
}) {
  return (
    <a
      href={href}
      className={classes(styles["act"], styles[kind])}
      {...(download === undefined ? {} : { download })}
      {...(newTab ? { target: "_blank", rel: "noreferrer" } : {})}
    >
      {children}
    </a>
  );
}
