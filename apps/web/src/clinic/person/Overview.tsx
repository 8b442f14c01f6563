import { useState } from "react";
import { useDraft } from "../drafts.ts";
import { bodyOf, formOf } from "../people/described.ts";
import { PersonForm } from "../people/PersonForm.tsx";
import items from "../today/ItemCard.module.css";
import { ItemCard } from "../today/ItemCard.tsx";
import { Act } from "../ui/Act.tsx";
import card from "../ui/Card.module.css";
import { Card } from "../ui/Card.tsx";
import { useClinic } from "../use-clinic.ts";
import { useSending } from "../use-sending.ts";
import { calendarDay } from "../when.ts";
import { words } from "../words/words.ts";
import { Notes } from "./Notes.tsx";
import { Replay } from "./replay/Replay.tsx";
import { useMay } from "./use-may.ts";
import { usePerson } from "./use-person.ts";

const told = words.person;

function Waits() {
  const person = usePerson();
  const may = useMay();
  return (
    <Card title={told.waits}>
      {person.items.length === 0 ? (
        <p className={card["quiet"]}>{told.nothingWaits}</p>
      ) : (
        <ul className={items["list"]}>
          {person.items.map((item) => (
            <ItemCard key={item.id} person={person.id} item={item} onDone={person.again} may={may} />
          ))}
        </ul>
      )}
      <Replay />
    </Card>
  );
}

function Facts() {
  const { record, reply } = usePerson();
  const described = record.person;
  const rows = [
    ["name", described?.name],
    ["born", described?.born === undefined ? undefined : calendarDay(described.born)],
    ["limbs", described?.limbs.map((limb) => words.limbs[limb]).join(", ")],
    ["stage", described?.stage],
    ["diagnosis", described?.diagnosis],
    ["phone", described?.phone],
    ["email", described?.email],
    ["doctor", described?.doctor],
    ["team", reply.team.map(({ name }) => name).join(", ")],
  ] as const;
  return (
    <dl className={card["facts"]}>
      {rows.flatMap(([key, value]) => [
        <dt key={`${key} t`}>{told.fields[key]}</dt>,
        <dd key={key}>{value ? value : <span className={card["quiet"]}>{told.notNamed}</span>}</dd>,
      ])}
    </dl>
  );
}

function Described() {
  const { id, record, write } = usePerson();
  const { say } = useClinic();
  const sending = useSending();
  const { help } = useMay();
  const draft = useDraft(`described ${id}`, formOf(record.person, false));
  const [editing, setEditing] = useState(draft.touched);
  const end = (): void => {
    draft.forget();
    setEditing(false);
  };
  const save = async (): Promise<void> => {
    if (!(await sending.send(() => write("person/described", bodyOf(draft.value))))) return;
    say(told.saved);
    end();
  };
  return (
    <Card
      title={told.details}
      aside={editing || !help ? null : <Act onPress={() => setEditing(true)}>{told.edit}</Act>}
    >
      {editing ? (
        <PersonForm draft={draft} sending={sending} go={words.form.save} onSend={() => void save()} onCancel={end} />
      ) : (
        <Facts />
      )}
    </Card>
  );
}

/** What waits, who the person is, and notes. */
export function Overview() {
  return (
    <div className={card["halves"]}>
      <div className={card["stack"]}>
        <Waits />
        <Notes />
      </div>
      <Described />
    </div>
  );
}
