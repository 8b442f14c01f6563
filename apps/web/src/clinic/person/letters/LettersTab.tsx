import { MailPlus } from "lucide-react";
import { useState } from "react";
import { useDraft } from "../../drafts.ts";
import { Act } from "../../ui/Act.tsx";
import card from "../../ui/Card.module.css";
import { Empty } from "../../ui/Card.tsx";
import { words } from "../../words/words.ts";
import { useMay } from "../use-may.ts";
import { usePerson } from "../use-person.ts";
import { Credentials } from "./Credentials.tsx";
import { emptyLetter, type LetterDraft, LetterForm } from "./LetterForm.tsx";
import { LetterList } from "./LetterList.tsx";

const told = words.letters;

/** Letters built from the record, those that were written, and what the letters behind a name mean. */
export function LettersTab() {
  const { id, record } = usePerson();
  const draft = useDraft<LetterDraft>(`letter ${id}`, emptyLetter(record));
  const [open, setOpen] = useState(draft.touched);
  const { decide } = useMay();
  const some = record.letters.length > 0;
  return (
    <div className={card["stack"]}>
      {open ? <LetterForm draft={draft} onDone={() => setOpen(false)} /> : null}
      {!open && some && decide ? (
        <div>
          <Act kind="filled" onPress={() => setOpen(true)}>
            <MailPlus aria-hidden="true" size={20} />
            {told.new}
          </Act>
        </div>
      ) : null}
      {!open && !some ? (
        <Empty sign={<MailPlus aria-hidden="true" size={40} />} title={told.none}>
          <p>{told.noneBody}</p>
          {decide ? (
            <Act kind="filled" onPress={() => setOpen(true)}>
              {told.new}
            </Act>
          ) : null}
        </Empty>
      ) : null}
      {some ? <LetterList /> : null}
      <Credentials />
    </div>
  );
}
