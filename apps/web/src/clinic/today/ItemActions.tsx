import { type AlertOutcome, alertOutcomes } from "@openlymph/record";
import { useState } from "react";
import { useDraft } from "../drafts.ts";
import { Act } from "../ui/Act.tsx";
import { Field, LongField, PickField } from "../ui/Field.tsx";
import { ProblemNote } from "../ui/ProblemNote.tsx";
import { useClinic } from "../use-clinic.ts";
import { useSending } from "../use-sending.ts";
import { words } from "../words/words.ts";
import { writeOperation } from "../write-operation.ts";
import styles from "./ItemCard.module.css";
import type { ItemCardProps } from "./ItemCard.tsx";

const told = words.today;
const outcomes = alertOutcomes.map((each) => [each, told.outcomes[each]] as const);

/** What was done about something, with a note. */
function HandleForm({ person, item, onDone, onCancel }: ItemActionsProps & { readonly onCancel: () => void }) {
  const { say } = useClinic();
  const { busy, problem, send } = useSending();
  const [outcome, setOutcome] = useState<AlertOutcome>("called");
  const note = useDraft(`note ${item.id}`, "");
  const submit = async (): Promise<void> => {
    const body = { item: item.id, outcome, ...(note.value.trim() === "" ? {} : { note: note.value.trim() }) };
    if (!(await send(() => writeOperation(person, "alert/handled", body)))) return;
    note.forget();
    say(told.handled);
    onDone();
  };
  return (
    <form
      className={styles["form"]}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <PickField label={told.outcome} value={outcome} options={outcomes} onPick={setOutcome} />
      <LongField label={told.note} optional rows={2} maxLength={2000} value={note.value} onType={note.set} />
      <ProblemNote problem={problem} />
      <div className={styles["actions"]}>
        <Act kind="filled" submits busy={busy}>
          {words.form.save}
        </Act>
        <Act onPress={onCancel}>{words.form.cancel}</Act>
      </div>
    </form>
  );
}

/** A check that locked is not handled away: somebody who may do so says that sessions may go on. */
function ClearForm({ person, item, onDone, onCancel }: ItemActionsProps & { readonly onCancel: () => void }) {
  const { say } = useClinic();
  const { busy, problem, send } = useSending();
  const who = useDraft(`clear ${item.id}`, "");
  const submit = async (): Promise<void> => {
    const body = { check: item.id.slice("check-locked:".length), who: who.value.trim() };
    if (!(await send(() => writeOperation(person, "check/cleared", body)))) return;
    who.forget();
    say(told.cleared);
    onDone();
  };
  return (
    <form
      className={styles["form"]}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <p>{told.clearLead}</p>
      <Field
        label={told.clearWho}
        hint={told.clearWhoHint}
        required
        maxLength={400}
        value={who.value}
        onType={who.set}
      />
      <ProblemNote problem={problem} />
      <div className={styles["actions"]}>
        <Act kind="filled" submits busy={busy}>
          {told.clearGo}
        </Act>
        <Act onPress={onCancel}>{words.form.cancel}</Act>
      </div>
    </form>
  );
}

type ItemActionsProps = Pick<ItemCardProps, "person" | "item" | "onDone">;

/** One button, and the form it opens. */
export function ItemActions(props: ItemActionsProps) {
  const [open, setOpen] = useState(false);
  const locked = props.item.rule === "check-locked";
  const Form = locked ? ClearForm : HandleForm;
  if (open) return <Form {...props} onCancel={() => setOpen(false)} />;
  return (
    <div className={styles["actions"]}>
      <Act onPress={() => setOpen(true)}>{locked ? told.clear : told.handle}</Act>
    </div>
  );
}
