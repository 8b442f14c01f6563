import { describeFailure } from "@openlymph/base";
import { newVersion, type Plan, planHash, type ScreeningOutcome, serializePlan } from "@openlymph/therapy";
import { Send } from "lucide-react";
import { useState } from "react";
import { Act } from "../../ui/Act.tsx";
import card from "../../ui/Card.module.css";
import { Note } from "../../ui/Card.tsx";
import { Field, TickBox } from "../../ui/Field.tsx";
import { ProblemNote } from "../../ui/ProblemNote.tsx";
import { useClinic } from "../../use-clinic.ts";
import { useSending } from "../../use-sending.ts";
import { words } from "../../words/words.ts";
import { usePerson } from "../use-person.ts";
import { authorOf } from "./author-of.ts";
import styles from "./PlanForms.module.css";
import { type ReleaseBlock, releaseBlocks } from "./release-block.ts";

const told = words.plan;

export interface ReleaseFormProps {
  readonly plan: Plan;
  readonly errors: number;
  readonly screening: ScreeningOutcome | undefined;
}

function Confirm({
  plan,
  blocks,
  onCancel,
}: Pick<ReleaseFormProps, "plan"> & { readonly blocks: readonly ReleaseBlock[]; readonly onCancel: () => void }) {
  const { name, write } = usePerson();
  const { me, say } = useClinic();
  const { busy, problem, send } = useSending();
  const [approve, setApprove] = useState(false);
  const [note, setNote] = useState("");
  const [failure, setFailure] = useState<string>();
  const release = async (): Promise<void> => {
    const approved = approve
      ? newVersion(plan, { ...authorOf(me), reason: told.releaseTitle(plan.title, name), reviewStatus: "approved" })
      : undefined;
    setFailure(approved === undefined || approved.ok ? undefined : describeFailure(approved));
    if (approved !== undefined && !approved.ok) return;
    const given = approved?.value ?? plan;
    const body = {
      plan: planHash(given),
      title: given.title,
      text: serializePlan(given),
      ...(note.trim() === "" ? {} : { note: note.trim() }),
    };
    if (!(await send(() => write("plan/released", body)))) return;
    say(told.releasedSaid(name));
    onCancel();
  };
  return (
    <form
      className={styles["form"]}
      onSubmit={(event) => {
        event.preventDefault();
        void release();
      }}
    >
      <p>
        <strong>{told.releaseTitle(plan.title, name)}</strong>
      </p>
      <p>{told.releaseBody}</p>
      <TickBox label={told.releaseApprove} checked={approve} onTick={setApprove} />
      <Field
        label={blocks.length === 0 ? told.releaseNote : told.releaseReason}
        hint={blocks.length === 0 ? undefined : told.releaseReasonHint}
        optional={blocks.length === 0}
        required={blocks.length > 0}
        maxLength={2000}
        value={note}
        onType={setNote}
      />
      {failure === undefined ? null : (
        <Note tone="danger" loud>
          <p>{failure}</p>
        </Note>
      )}
      <ProblemNote problem={problem} />
      <div className={card["row"]}>
        <Act kind="filled" submits busy={busy}>
          {told.releaseGo}
        </Act>
        <Act onPress={onCancel}>{words.form.cancel}</Act>
      </div>
    </form>
  );
}

/** Gives a saved version to the person, after a plain question that names both; what stands against it is said first. */
export function ReleaseForm({ plan, errors, screening }: ReleaseFormProps) {
  const { record } = usePerson();
  const [asking, setAsking] = useState(false);
  const overridden = record.screenings.at(-1)?.override !== undefined;
  const blocks = releaseBlocks(screening, overridden, errors);
  return (
    <div className={card["stack"]}>
      {blocks.map(({ says, final }) => (
        <Note key={says} tone={final ? "danger" : "warn"}>
          <p>{says}</p>
        </Note>
      ))}
      {asking ? (
        <Confirm plan={plan} blocks={blocks} onCancel={() => setAsking(false)} />
      ) : (
        <div>
          <Act kind="filled" off={blocks.some(({ final }) => final)} onPress={() => setAsking(true)}>
            <Send aria-hidden="true" size={18} />
            {told.release}
          </Act>
        </div>
      )}
    </div>
  );
}
