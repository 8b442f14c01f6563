import type { History } from "@openlymph/therapy";
import type { Example, Named } from "../run/named.ts";
import type { Opened } from "../studio/opened.ts";
import { About } from "../ui/About.tsx";
import { Badge } from "../ui/Badge.tsx";
import { DocumentCard } from "../ui/DocumentCard.tsx";
import { words } from "../words.ts";
import styles from "./HistoryPanel.module.css";
import { isEmpty, tellAssumption, tellCondition, tellEvent, tellProcedure } from "./tell-history.ts";

export interface HistoryPanelProps {
  readonly opened: Opened<History>;
  readonly examples: readonly Example[];
  readonly onOpen: (file: Named) => void;
}

interface Item {
  readonly kind: "past" | "now" | "assumed";
  readonly text: string;
  readonly date?: string;
}

function itemsOf({ procedures, conditions, events, assume }: History): readonly Item[] {
  return [
    ...procedures.map((each): Item => ({ kind: "past", text: tellProcedure(each), date: each.date })),
    ...conditions.map((each): Item => ({ kind: "now", text: tellCondition(each) })),
    ...events.map((each): Item => ({ kind: "now", text: tellEvent(each) })),
    ...assume.map((each): Item => ({ kind: "assumed", text: tellAssumption(each) })),
  ];
}

function Told({ history }: { readonly history: History }) {
  return (
    <>
      {history.about === undefined ? null : <About text={history.about} />}
      {isEmpty(history) ? <p className={styles["list"]}>{words.history.nothing}</p> : null}
      <ul className={styles["list"]} aria-label={words.history.happened}>
        {itemsOf(history).map(({ kind, text, date }) => (
          <li key={`${kind} ${date} ${text}`} data-kind={kind}>
            {kind === "assumed" ? <span className={styles["mark"]}>{words.history.assumedMark} </span> : null}
            {date === undefined ? null : (
              <>
                <time dateTime={date}>{date}</time>{" "}
              </>
            )}
            {text}
          </li>
        ))}
      </ul>
    </>
  );
}

/** What happened to this body: an example or a person's own file, told as a list. */
export function HistoryPanel({ opened, examples, onOpen }: HistoryPanelProps) {
  const history = opened.value;
  const badges = history?.reviewStatus === "draft" ? <Badge tone="warn">{words.plan.draft}</Badge> : null;
  return (
    <DocumentCard told={words.history} {...{ opened, examples, badges, onOpen }}>
      {history === undefined ? null : <Told history={history} key={opened.file} />}
    </DocumentCard>
  );
}
