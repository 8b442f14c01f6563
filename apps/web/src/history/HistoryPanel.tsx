import type { History } from "@openlymph/therapy";
import { lazy, Suspense } from "react";
import type { Example, Named } from "../run/named.ts";
import type { Opened } from "../studio/opened.ts";
import { UndoRedo } from "../studio/UndoRedo.tsx";
import type { UsedWork } from "../studio/use-work.ts";
import { About } from "../ui/About.tsx";
import { Badge } from "../ui/Badge.tsx";
import { DocumentCard } from "../ui/DocumentCard.tsx";
import { EditToggle } from "../ui/EditToggle.tsx";
import { words } from "../words.ts";
import styles from "./HistoryPanel.module.css";
import { itemsOf } from "./history-items.ts";
import { isEmpty } from "./tell-history.ts";

/** Loaded when a history is changed for the first time. */
const HistoryEditor = lazy(() => import("./HistoryEditor.tsx").then((loaded) => ({ default: loaded.HistoryEditor })));

export interface HistoryPanelProps {
  readonly opened: Opened<History>;
  readonly examples: readonly Example[];
  readonly onOpen: (file: Named) => Promise<void>;
  readonly used: Pick<UsedWork, "undo" | "redo" | "work">;
  readonly editing: boolean;
  readonly onEditing: (editing: boolean) => void;
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

/** What happened to this body: an example or a person's own file, told as a list that can be changed. */
export function HistoryPanel({ opened, examples, onOpen, used, editing, onEditing }: HistoryPanelProps) {
  const told = words.history.edit;
  const history = opened.value;
  const named = used.work?.history;
  const badges = history?.reviewStatus === "draft" ? <Badge tone="warn">{words.plan.draft}</Badge> : null;
  return (
    <DocumentCard
      told={words.history}
      action={
        history === undefined ? null : <EditToggle start={told.start} done={told.done} {...{ editing, onEditing }} />
      }
      onOpen={(file) => void onOpen(file)}
      {...{ opened, examples, badges }}
    >
      {history === undefined ? null : (
        <>
          {editing && named !== undefined ? (
            <Suspense fallback={<p role="status">{told.loading}</p>}>
              <HistoryEditor {...{ history, named, onOpen }} />
            </Suspense>
          ) : (
            <Told history={history} key={opened.file} />
          )}
          {editing ? (
            <div className={styles["tools"]}>
              <UndoRedo used={used} />
            </div>
          ) : null}
        </>
      )}
    </DocumentCard>
  );
}
