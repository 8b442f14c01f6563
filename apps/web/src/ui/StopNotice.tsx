import { OctagonX } from "lucide-react";
import { words } from "../words.ts";
import styles from "./StopNotice.module.css";

export interface StopNoticeProps {
  /** Why a session must not be done; nothing is shown where there is no reason. */
  readonly stops: readonly string[];
  /** Whether it is read out at once. One notice on a page is. */
  readonly aloud?: boolean;
}

/** Why a session must not be done at all. It stands before everything else and cannot be closed. */
export function StopNotice({ stops, aloud = false }: StopNoticeProps) {
  if (stops.length === 0) return null;
  return (
    <div className={styles["stop"]} data-testid="stop" {...(aloud ? { role: "alert" } : {})}>
      <OctagonX aria-hidden="true" size={28} />
      <div className={styles["text"]}>
        <strong className={styles["word"]}>{words.stop.word}</strong>
        {stops.map((stop) => (
          <p key={stop}>{stop}</p>
        ))}
      </div>
    </div>
  );
}
