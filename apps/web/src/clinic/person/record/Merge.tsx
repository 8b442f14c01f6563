import { useState } from "react";
import { tell } from "../../api.ts";
import { Act } from "../../ui/Act.tsx";
import card from "../../ui/Card.module.css";
import { Card, Fold } from "../../ui/Card.tsx";
import { Field, PickField } from "../../ui/Field.tsx";
import { ProblemNote } from "../../ui/ProblemNote.tsx";
import { useClinic } from "../../use-clinic.ts";
import { usePeople } from "../../use-people.ts";
import { useSending } from "../../use-sending.ts";
import { words } from "../../words/words.ts";
import { usePerson } from "../use-person.ts";

const told = words.person.record;

function MergeForm() {
  const { id, name, again } = usePerson();
  const { say } = useClinic();
  const { value } = usePeople();
  const { busy, problem, send } = useSending();
  const [other, setOther] = useState("");
  const [reason, setReason] = useState("");
  const people = (value?.people ?? []).filter(({ person }) => person !== id);
  const otherName = people.find(({ person }) => person === other)?.name;
  const merge = async (): Promise<void> => {
    const body = { other, reason: reason.trim() };
    if (!(await send(() => tell("merge", { parts: { person: id }, body })))) return;
    say(told.merged);
    setOther("");
    setReason("");
    again();
  };
  return (
    <form
      className={card["stack"]}
      onSubmit={(event) => {
        event.preventDefault();
        if (otherName !== undefined) void merge();
      }}
    >
      <PickField
        label={told.mergeOther}
        value={other}
        options={[["", told.mergeChoose], ...people.map((each) => [each.person, each.name] as const)]}
        onPick={setOther}
      />
      <Field label={told.mergeReason} required minLength={3} maxLength={400} value={reason} onType={setReason} />
      <ProblemNote problem={problem} />
      <div>
        <Act kind="danger" submits busy={busy} off={otherName === undefined}>
          {otherName === undefined ? told.merge : told.mergeGo(otherName, name)}
        </Act>
      </div>
    </form>
  );
}

/** One person who stands here twice becomes one. */
export function Merge() {
  return (
    <Card title={told.merge}>
      <p className={card["quiet"]}>{told.mergeLead}</p>
      <Fold title={told.mergeOpen}>
        <MergeForm />
      </Fold>
    </Card>
  );
}
