import { z } from "zod";
import { ask } from "../api.ts";
import { useDraft } from "../drafts.ts";
import { goTo, personHash } from "../go-to.ts";
import { Card } from "../ui/Card.tsx";
import { useClinic } from "../use-clinic.ts";
import { useSending } from "../use-sending.ts";
import { words } from "../words/words.ts";
import { bodyOf, formOf } from "./described.ts";
import { PersonForm } from "./PersonForm.tsx";

const told = words.people.form;
const addedSchema = z.looseObject({ person: z.uuid() });

/** Somebody new; whoever adds them is the first of the team. */
export function NewPerson() {
  const { me, say } = useClinic();
  const sending = useSending();
  const draft = useDraft("new person", formOf(undefined, me.demo));
  const add = async (): Promise<void> => {
    let person = "";
    const done = await sending.send(async () => {
      ({ person } = await ask("people", addedSchema, { body: { body: bodyOf(draft.value) } }));
    });
    if (!done) return;
    say(told.added(draft.value.name.trim()));
    draft.forget();
    goTo(personHash(person));
  };
  return (
    <>
      <h1>{told.newTitle}</h1>
      <Card title={told.newLead}>
        <PersonForm
          draft={draft}
          sending={sending}
          go={told.add}
          onSend={() => void add()}
          onCancel={() => {
            draft.forget();
            goTo("#people");
          }}
        />
      </Card>
    </>
  );
}
