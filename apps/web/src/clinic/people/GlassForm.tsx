import { tell } from "../api.ts";
import { useDraft } from "../drafts.ts";
import { goTo, personHash } from "../go-to.ts";
import { Act } from "../ui/Act.tsx";
import card from "../ui/Card.module.css";
import { Field } from "../ui/Field.tsx";
import { ProblemNote } from "../ui/ProblemNote.tsx";
import { useSending } from "../use-sending.ts";
import { words } from "../words/words.ts";

const told = words.people;

export interface GlassFormProps {
  readonly person: string;
  readonly name: string;
  readonly onOpened?: () => void;
  readonly onCancel?: () => void;
}

/** Opens the record of somebody one does not look after, for an hour and for a reason. */
export function GlassForm({ person, name, onOpened, onCancel }: GlassFormProps) {
  const { busy, problem, send } = useSending();
  const reason = useDraft(`glass ${person}`, "");
  const submit = async (): Promise<void> => {
    const body = { reason: reason.value.trim() };
    if (!(await send(() => tell("glass", { parts: { person }, body })))) return;
    reason.forget();
    if (onOpened === undefined) goTo(personHash(person));
    else onOpened();
  };
  return (
    <form
      className={card["stack"]}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <h3>{told.openTitle(name)}</h3>
      <Field
        label={told.reason}
        hint={told.reasonHint}
        required
        minLength={10}
        maxLength={400}
        value={reason.value}
        onType={reason.set}
      />
      <ProblemNote problem={problem} />
      <div className={card["row"]}>
        <Act kind="filled" submits busy={busy}>
          {told.openGo}
        </Act>
        {onCancel === undefined ? null : <Act onPress={onCancel}>{words.form.cancel}</Act>}
      </div>
    </form>
  );
}
