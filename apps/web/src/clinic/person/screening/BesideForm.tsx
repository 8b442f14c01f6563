import { type ReactNode, useEffect, useRef } from "react";
import { Act } from "../../ui/Act.tsx";
import card from "../../ui/Card.module.css";
import { words } from "../../words/words.ts";
import styles from "./Beside.module.css";

export interface BesideFormProps {
  readonly go: string;
  readonly onSend: () => void;
  readonly onCancel: () => void;
  readonly children: ReactNode;
}

/** A short form below a question. The keyboard stands in its first field; Escape leaves it. */
export function BesideForm({ go, onSend, onCancel, children }: BesideFormProps) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>("input, select, textarea")?.focus(), []);
  return (
    <form
      ref={form}
      className={styles["form"]}
      onKeyDown={(event) => {
        if (event.key === "Escape") onCancel();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        onSend();
      }}
    >
      {children}
      <div className={card["row"]}>
        <Act kind="filled" submits>
          {go}
        </Act>
        <Act onPress={onCancel}>{words.form.cancel}</Act>
      </div>
    </form>
  );
}
