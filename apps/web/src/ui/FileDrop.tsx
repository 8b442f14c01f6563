import type { ReactNode } from "react";
import { useState } from "react";
import { classes } from "./classes.ts";
import styles from "./FileDrop.module.css";

export interface FileDropProps {
  readonly label: string;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** A section that shows that a file can be let go over it; the page takes the file. It can be chosen with a button too. */
export function FileDrop({ label, className, children }: FileDropProps) {
  const [over, setOver] = useState(false);
  return (
    <section
      aria-label={label}
      className={classes(className, over && styles["over"])}
      onDragOver={() => setOver(true)}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      }}
      onDrop={() => setOver(false)}
    >
      {children}
    </section>
  );
}
