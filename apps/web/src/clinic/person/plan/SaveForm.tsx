import { describeFailure } from "@openlymph/base";
import { newVersion, type Plan, planHash, serializePlan } from "@openlymph/therapy";
import { useState } from "react";
import { useDraft } from "../../drafts.ts";
import { Act } from "../../ui/Act.tsx";
import { Note } from "../../ui/Card.tsx";
import { Field } from "../../ui/Field.tsx";
import { ProblemNote } from "../../ui/ProblemNote.tsx";
import { useClinic } from "../../use-clinic.ts";
import { useSending } from "../../use-sending.ts";
import { words } from "../../words/words.ts";
import { usePerson } from "../use-person.ts";
import { authorOf } from "./author-of.ts";
import styles from "./PlanForms.module.css";

const told = words.plan;

export interface SaveFormProps {
  readonly plan: Plan;
  readonly first: boolean;
  readonly onSaved: () => void;
}

/** Keeps the plan as one more version, with who changed it and why. */
export function SaveForm({ plan, first, onSaved }: SaveFormProps) {
  const { id, write } = usePerson();
  const { me, say } = useClinic();
  const { busy, problem, send } = useSending();
  const reason = useDraft(`why ${id}`, first ? told.saveFirst : "");
  const [failure, setFailure] = useState<string>();
  const save = async (): Promise<void> => {
    const why = reason.value.trim();
    const made = newVersion(plan, { ...authorOf(me), reason: why });
    setFailure(made.ok ? undefined : describeFailure(made));
    if (!made.ok) return;
    const { value } = made;
    const body = { plan: planHash(value), title: value.title, text: serializePlan(value), why };
    if (!(await send(() => write("plan/drafted", body)))) return;
    reason.forget();
    onSaved();
    say(told.saved);
  };
  return (
    <form
      className={styles["form"]}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Field label={told.saveWhy} required maxLength={2000} value={reason.value} onType={reason.set} />
      {failure === undefined ? null : (
        <Note tone="danger" loud>
          <p>{failure}</p>
        </Note>
      )}
      <ProblemNote problem={problem} />
      <div>
        <Act kind="filled" submits busy={busy}>
          {told.saveGo}
        </Act>
      </div>
    </form>
  );
}
