import type { History } from "@openlymph/therapy";
import { itemsOf } from "../../../history/history-items.ts";
import { Badge } from "../../../ui/Badge.tsx";
import { words as studio } from "../../../words.ts";
import card from "../../ui/Card.module.css";
import { words } from "../../words/words.ts";
import styles from "./HistoryTold.module.css";

const told = words.person.history;

/** What happened to this body as a list, in the studio's words. */
export function HistoryTold({ history }: { readonly history: History }) {
  const items = itemsOf(history);
  return (
    <>
      {history.about === undefined ? null : <p>{history.about}</p>}
      {items.length === 0 ? <p>{studio.history.nothing}</p> : null}
      <ul className={styles["list"]} aria-label={studio.history.happened}>
        {items.map(({ kind, text, date, list, index }) => (
          <li key={`${list} ${index}`}>
            <span className={styles["date"]}>
              {date === undefined ? (
                kind === "assumed" && <Badge>{studio.history.assumedMark.replace(":", "")}</Badge>
              ) : (
                <time dateTime={date}>{date}</time>
              )}
            </span>
            <span>{text}</span>
          </li>
        ))}
      </ul>
      {items.some(({ kind }) => kind === "assumed") ? <p className={card["quiet"]}>{told.assumed}</p> : null}
    </>
  );
}
