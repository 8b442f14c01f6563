import { describeFailure } from "@openlymph/base";
import type { History } from "@openlymph/therapy";
import { ExternalLink, FileClock } from "lucide-react";
import { useEffect, useState } from "react";
import { HistoryEditor } from "../../../history/HistoryEditor.tsx";
import { readHistory } from "../../../run/model.ts";
import { useDraft } from "../../drafts.ts";
import { Act, ActLink } from "../../ui/Act.tsx";
import card from "../../ui/Card.module.css";
import { Bones, Card, Empty, Fold, Note } from "../../ui/Card.tsx";
import { LongField } from "../../ui/Field.tsx";
import { FileAct } from "../../ui/FileAct.tsx";
import { ProblemNote } from "../../ui/ProblemNote.tsx";
import { useClinic } from "../../use-clinic.ts";
import { useSending } from "../../use-sending.ts";
import { whenSaid } from "../../when.ts";
import { words } from "../../words/words.ts";
import { useStudioLink } from "../studio-link.ts";
import { useMay } from "../use-may.ts";
import { usePerson } from "../use-person.ts";
import { emptyHistory } from "./empty-history.ts";
import { HistoryTold } from "./HistoryTold.tsx";

const told = words.person.history;
const file = "history.yaml";

interface ReadState {
  readonly text: string;
  readonly history?: History;
  readonly failure?: string;
}

/** The text read as a history, in a worker. */
function useHistoryOf(text: string | undefined): ReadState | undefined {
  const [read, setRead] = useState<ReadState>();
  useEffect(() => {
    if (text === undefined) return;
    let wanted = true;
    readHistory({ file, text }).then(
      (result) => {
        if (!wanted) return;
        setRead(result.ok ? { text, history: result.value } : { text, failure: describeFailure(result) });
      },
      (error: Error) => {
        if (wanted) setRead({ text, failure: error.message });
      },
    );
    return () => {
      wanted = false;
    };
  }, [text]);
  return text === undefined ? undefined : read;
}

function TextFold({ text, onText }: { readonly text: string; readonly onText: (text: string) => void }) {
  const [typed, setTyped] = useState(text);
  return (
    <Fold title={told.text}>
      <div className={card["stack"]}>
        <LongField
          label={told.textLabel}
          hint={told.textHint}
          rows={14}
          spellCheck={false}
          value={typed}
          onType={setTyped}
        />
        <div>
          <Act off={typed === text} onPress={() => onText(typed)}>
            {told.textUse}
          </Act>
        </div>
      </div>
    </Fold>
  );
}

/** What happened to this body, in words and to be changed; the file itself for what the form does not offer. */
export function HistoryTab() {
  const { id, record, write } = usePerson();
  const { me, say } = useClinic();
  const { busy, problem, send } = useSending();
  const { decide } = useMay();
  const kept = record.history;
  const draft = useDraft<string | undefined>(`history ${id}`, kept?.text);
  const [editing, setEditing] = useState(draft.touched);
  const text = draft.value;
  const read = useHistoryOf(text);
  const current = read !== undefined && read.text === text;
  const link = useStudioLink(text, record.plan?.text);
  const keep = async (): Promise<void> => {
    if (text === undefined || !(await send(() => write("history/kept", { text })))) return;
    draft.forget();
    setEditing(false);
    say(told.kept);
  };
  if (text === undefined) {
    return (
      <Empty sign={<FileClock aria-hidden="true" size={40} />} title={told.none}>
        <p>{told.noneBody}</p>
        {decide ? (
          <div className={card["row"]}>
            <Act
              kind="filled"
              onPress={() => {
                draft.set(emptyHistory(me.name));
                setEditing(true);
              }}
            >
              {told.begin}
            </Act>
            <FileAct onText={draft.set}>{told.open}</FileAct>
          </div>
        ) : null}
      </Empty>
    );
  }
  const history = read?.history;
  return (
    <Card
      title={told.title}
      aside={
        decide ? (
          <div className={card["row"]}>
            <Act onPress={() => setEditing(!editing)} expanded={editing}>
              {editing ? words.form.back : words.person.edit}
            </Act>
            <FileAct onText={draft.set}>{told.open}</FileAct>
          </div>
        ) : null
      }
    >
      <p className={card["quiet"]}>{told.lead}</p>
      {kept === undefined || draft.touched ? null : (
        <p className={card["quiet"]}>{told.keptBy(kept.by.name, whenSaid(Date.parse(kept.at)))}</p>
      )}
      {read === undefined ? <Bones count={2} label={words.wait} /> : null}
      {current && read.failure !== undefined ? (
        <Note tone="danger" loud>
          <p>{read.failure}</p>
        </Note>
      ) : null}
      {history !== undefined && editing ? (
        <HistoryEditor
          history={history}
          named={{ file, text }}
          onOpen={async (changed) => draft.set(changed.text ?? text)}
        />
      ) : null}
      {history !== undefined && !editing ? <HistoryTold history={history} /> : null}
      {draft.touched ? (
        <Note tone="warn">
          <p>
            <strong>{told.unsaved}</strong>
            {words.form.draftKept}
          </p>
          <div className={card["row"]}>
            <Act kind="filled" busy={busy} off={!current || history === undefined} onPress={() => void keep()}>
              {told.keep}
            </Act>
            <Act
              onPress={() => {
                draft.forget();
                setEditing(false);
              }}
            >
              {told.discard}
            </Act>
          </div>
        </Note>
      ) : null}
      <ProblemNote problem={problem} />
      {decide ? <TextFold key={text} text={text} onText={draft.set} /> : null}
      {link === undefined ? null : (
        <div className={card["stack"]}>
          <div>
            <ActLink href={link} newTab>
              <ExternalLink aria-hidden="true" size={18} />
              {told.studio}
            </ActLink>
          </div>
          <p className={card["quiet"]}>{told.studioAbout}</p>
        </div>
      )}
    </Card>
  );
}
