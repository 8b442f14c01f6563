import type { History } from "@openlymph/therapy";
import { Plus, X } from "lucide-react";
import { useState } from "react";
import type { Named } from "../run/named.ts";
import { Button } from "../ui/Button.tsx";
import { Problem } from "../ui/Problem.tsx";
import { Segmented } from "../ui/Segmented.tsx";
import { words } from "../words.ts";
import { type Added, HistoryForm } from "./HistoryForm.tsx";
import styles from "./HistoryPanel.module.css";
import { itemsOf } from "./history-items.ts";
import { useHistoryEdit } from "./use-history-edit.ts";

const told = words.history.edit;
const kinds = [
  ...(["procedure", "lymphedema", "infection", "injury"] as const),
  ...(["strength", "valves", "fewVessels", "veins"] as const),
  ...(["sleeve", "upright", "walking"] as const),
];
const builds = ["neutral", "female", "male"] as const;

export interface HistoryEditorProps {
  readonly history: History;
  readonly named: Named;
  readonly onOpen: (file: Named) => Promise<void>;
}

/** What happened as a list from which things can be taken out, and to which others are added. */
export function HistoryEditor({ history, named, onOpen }: HistoryEditorProps) {
  const [adding, setAdding] = useState<Added>();
  const { problem, dismiss, make } = useHistoryEdit(named, onOpen);
  const refused = problem === undefined ? null : <Problem message={problem} safe={words.history.kept} />;
  if (adding !== undefined) {
    return (
      <>
        {refused}
        <HistoryForm
          kind={adding}
          asOf={history.asOf}
          onAdd={(edit) => void make(edit).then((made) => (made ? setAdding(undefined) : undefined))}
          onBack={() => {
            dismiss();
            setAdding(undefined);
          }}
        />
      </>
    );
  }
  return (
    <>
      {refused}
      <ul className={styles["list"]} aria-label={words.history.happened}>
        {itemsOf(history).map(({ kind, text, date, list, index }) => (
          <li key={`${list} ${index} ${text}`} data-kind={kind} className={styles["editable"]}>
            <span>
              {kind === "assumed" ? <span className={styles["mark"]}>{words.history.assumedMark} </span> : null}
              {date === undefined ? null : <time dateTime={date}>{date} </time>}
              {text}
            </span>
            <Button label={told.remove(text)} round onPress={() => void make({ kind: "remove", list, index })}>
              <X aria-hidden="true" size={18} />
            </Button>
          </li>
        ))}
      </ul>
      <h3 className={styles["add"]}>{told.addTitle}</h3>
      <div className={styles["kinds"]}>
        {kinds.map((kind) => (
          <Button key={kind} kind="outlined" onPress={() => setAdding(kind)}>
            <Plus aria-hidden="true" size={18} />
            {told.add[kind]}
          </Button>
        ))}
      </div>
      <Segmented
        label={told.build}
        value={history.body.build}
        options={builds.map((value) => ({ value, text: told.builds[value] }))}
        onChange={(build) => void make({ kind: "build", build })}
      />
    </>
  );
}
