import { useDraft } from "../drafts.ts";
import { Act } from "../ui/Act.tsx";
import card from "../ui/Card.module.css";
import { Card } from "../ui/Card.tsx";
import { LongField } from "../ui/Field.tsx";
import { ProblemNote } from "../ui/ProblemNote.tsx";
import { useClinic } from "../use-clinic.ts";
import { useSending } from "../use-sending.ts";
import { whenSaid } from "../when.ts";
import { words } from "../words/words.ts";
import styles from "./Notes.module.css";
import { useMay } from "./use-may.ts";
import { usePerson } from "./use-person.ts";

const told = words.person;

/** What somebody of the clinic wrote down, the newest first. */
export function Notes() {
  const { id, record, write } = usePerson();
  const { say } = useClinic();
  const { busy, problem, send } = useSending();
  const { help } = useMay();
  const text = useDraft(`new note ${id}`, "");
  const add = async (): Promise<void> => {
    if (text.value.trim() === "") return;
    if (!(await send(() => write("note/written", { text: text.value.trim() })))) return;
    text.forget();
    say(told.noteAdded);
  };
  return (
    <Card title={told.notes}>
      {help ? (
        <form
          className={card["stack"]}
          onSubmit={(event) => {
            event.preventDefault();
            void add();
          }}
        >
          <LongField label={told.noteNew} rows={2} maxLength={20_000} value={text.value} onType={text.set} />
          <ProblemNote problem={problem} />
          <div>
            <Act submits busy={busy} off={text.value.trim() === ""}>
              {told.noteAdd}
            </Act>
          </div>
        </form>
      ) : null}
      {record.notes.length === 0 ? (
        <p className={card["quiet"]}>{told.noNotes}</p>
      ) : (
        <ol className={styles["notes"]}>
          {record.notes.toReversed().map(({ operation, text: note, by, at }) => (
            <li key={operation}>
              <p className={card["quiet"]}>{told.written(by.name, whenSaid(Date.parse(at)))}</p>
              <p className={styles["text"]}>{note}</p>
            </li>
          ))}
        </ol>
      )}
    </Card>
  );
}
