import type { DragEvent, ReactNode } from "react";
import { useState } from "react";
import type { Named } from "../run/named.ts";
import { classes } from "./classes.ts";
import styles from "./FileDrop.module.css";

export interface FileDropProps {
  readonly label: string;
  readonly className?: string | undefined;
  readonly children: ReactNode;
  readonly onDropFile: (file: Named) => void;
}

/** A section onto which a file can be dragged; the same file can be chosen with a button inside it. */
export function FileDrop({ label, className, children, onDropFile }: FileDropProps) {
  const [over, setOver] = useState(false);
  const drop = async (event: DragEvent): Promise<void> => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file !== undefined) onDropFile({ file: file.name, text: await file.text() });
  };
  return (
    <section
      aria-label={label}
      className={classes(className, over && styles["over"])}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      }}
      onDrop={(event) => void drop(event)}
    >
      {children}
    </section>
  );
}
