import type { History } from "@openlymph/therapy";
import { itemsOf } from "../../../history/history-items.ts";
import { Badge } from "../../../ui/Badge.tsx";
import { words as studio } from "../../../words.ts";
import card from "../../ui/Card.module.css";
import { dayShort } from "../../when.ts";
import { words } from "../../words/words.ts";
import styles from "./HistoryTold.module.css";

const told = words.person.history;

/** A day as people write it; what names no day stands as it is. */
function dateSaid(date: string): string {
  const at = /^\d{4}-\d\d-\d\d$/.test(date) ? Date.parse(`${date}T12:00:00`) : Number.NaN;
  return Number.isNaN(at) ? date : dayShort(at);
}

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
                <time dateTime={date}>{dateSaid(date)}</time>
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
