import { useState } from "react";
import { tell } from "../api.ts";
import { useDraft } from "../drafts.ts";
import { Act } from "../ui/Act.tsx";
import card from "../ui/Card.module.css";
import { Card } from "../ui/Card.tsx";
import { Field, LongField } from "../ui/Field.tsx";
import { ProblemNote } from "../ui/ProblemNote.tsx";
import { useClinic } from "../use-clinic.ts";
import { useSending } from "../use-sending.ts";
import { words } from "../words/words.ts";

const told = words.clinic;

/** How patients reach the clinic; the owner changes it. */
export function ClinicCard() {
  const { me, refresh, say } = useClinic();
  const { name, contact, emergency = "" } = me.clinic;
  const { busy, problem, send } = useSending();
  const draft = useDraft("clinic", { name, contact, emergency });
  const [editing, setEditing] = useState(draft.touched);
  const end = (): void => {
    draft.forget();
    setEditing(false);
  };
  const save = async (): Promise<void> => {
    const { value } = draft;
    const extra = value.emergency.trim() === "" ? {} : { emergency: value.emergency.trim() };
    const body = { name: value.name.trim(), contact: value.contact.trim(), ...extra };
    if (!(await send(() => tell("clinic", { body })))) return;
    say(told.saved);
    end();
    await refresh();
  };
  return (
    <Card
      title={told.about}
      aside={me.role === "owner" && !editing ? <Act onPress={() => setEditing(true)}>{words.person.edit}</Act> : null}
    >
      <p className={card["quiet"]}>{told.aboutLead}</p>
      {editing ? (
        <form
          className={card["stack"]}
          onSubmit={(event) => {
            event.preventDefault();
            void save();
          }}
        >
          <Field
            label={told.name}
            required
            maxLength={200}
            value={draft.value.name}
            onType={(text) => draft.set({ ...draft.value, name: text })}
          />
          <LongField
            label={told.contact}
            required
            rows={2}
            maxLength={400}
            value={draft.value.contact}
            onType={(text) => draft.set({ ...draft.value, contact: text })}
          />
          <Field
            label={told.emergency}
            hint={told.emergencyHint}
            optional
            maxLength={400}
            value={draft.value.emergency}
            onType={(text) => draft.set({ ...draft.value, emergency: text })}
          />
          <ProblemNote problem={problem} />
          <div className={card["row"]}>
            <Act kind="filled" submits busy={busy}>
              {words.form.save}
            </Act>
            <Act onPress={end}>{words.form.cancel}</Act>
          </div>
        </form>
      ) : (
        <dl className={card["facts"]}>
          <dt>{told.name}</dt>
          <dd>{name}</dd>
          <dt>{told.contact}</dt>
          <dd>{contact}</dd>
          {emergency === "" ? null : (
            <>
              <dt>{told.emergency}</dt>
              <dd>{emergency}</dd>
            </>
          )}
        </dl>
      )}
    </Card>
  );
}
