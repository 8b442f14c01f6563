import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { words } from "../words/words.ts";
import { Act } from "./Act.tsx";
import styles from "./CopyText.module.css";

export interface CopyTextProps {
  readonly text: string;
  readonly label: string;
  /** It stands above already. */
  readonly bare?: boolean;
}

/** A text to take along: it can be selected, and copied with one press. */
export function CopyText({ text, label, bare = false }: CopyTextProps) {
  const [said, setSaid] = useState<string>();
  const copy = (): void => {
    navigator.clipboard.writeText(text).then(
      () => setSaid(words.copy.done),
      () => setSaid(words.copy.refused),
    );
  };
  return (
    <div className={styles["copy"]}>
      {bare ? null : <code className={styles["text"]}>{text}</code>}
      <Act label={`${words.copy.copy}: ${label}`} onPress={copy}>
        {said === words.copy.done ? <Check aria-hidden="true" size={20} /> : <Copy aria-hidden="true" size={20} />}
        {words.copy.copy}
      </Act>
      <p role="status" className={styles["said"]}>
        {said}
      </p>
    </div>
  );
}
