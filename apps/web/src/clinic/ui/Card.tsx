import { type ReactNode, useId, useState } from "react";
import { classes } from "../../ui/classes.ts";
import styles from "./Card.module.css";

export interface CardProps {
  readonly title: string;
  /** Beside the title. */
  readonly aside?: ReactNode;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** A part of a screen under a heading. */
export function Card({ title, aside, className, children }: CardProps) {
  const id = useId();
  return (
    <section className={classes(styles["card"], className)} aria-labelledby={id}>
      <div className={styles["head"]}>
        <h2 id={id}>{title}</h2>
        {aside}
      </div>
      {children}
    </section>
  );
}

/** Something said in a box; `danger` and `warn` begin with a word of their own, never with colour alone. */
export function Note({
  tone = "plain",
  loud = false,
  children,
}: {
  readonly tone?: "plain" | "warn" | "danger";
  readonly loud?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <div className={styles["note"]} data-tone={tone} {...(loud ? { role: "alert" } : {})}>
      {children}
    </div>
  );
}

/** Nothing is here yet, and what to do first. */
export function Empty({
  sign,
  title,
  children,
}: {
  readonly sign?: ReactNode;
  readonly title: string;
  readonly children?: ReactNode;
}) {
  return (
    <div className={styles["empty"]}>
      {sign}
      <h2>{title}</h2>
      {children}
    </div>
  );
}

/** Where something will stand while it is fetched. */
export function Bones({ count = 3, label }: { readonly count?: number; readonly label: string }) {
  return (
    <div className={styles["bones"]} role="status" aria-label={label}>
      {Array.from({ length: count }, (_, n) => n).map((n) => (
        <span key={n} />
      ))}
    </div>
  );
}

/** What can be read by whoever wants to. What stands inside is made when it is opened, and stays from then on. */
export function Fold({
  title,
  open = false,
  children,
}: {
  readonly title: string;
  readonly open?: boolean;
  readonly children: ReactNode;
}) {
  const [made, setMade] = useState(open);
  return (
    <details
      className={styles["fold"]}
      open={open}
      onToggle={(event) => {
        if (event.currentTarget.open) setMade(true);
      }}
    >
      <summary>{title}</summary>
      {made ? children : null}
    </details>
  );
}
