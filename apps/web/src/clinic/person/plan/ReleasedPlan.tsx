import { planDuration } from "@openlymph/therapy";
import { useMemo, useState } from "react";
import { spanText } from "../../../format/numbers.ts";
import { Badge } from "../../../ui/Badge.tsx";
import { Act } from "../../ui/Act.tsx";
import card from "../../ui/Card.module.css";
import { Card, Note } from "../../ui/Card.tsx";
import { Field } from "../../ui/Field.tsx";
import { ProblemNote } from "../../ui/ProblemNote.tsx";
import { useClinic } from "../../use-clinic.ts";
import { useSending } from "../../use-sending.ts";
import { whenSaid } from "../../when.ts";
import { words } from "../../words/words.ts";
import { useMay } from "../use-may.ts";
import { usePerson } from "../use-person.ts";
import { PlanSheet } from "./PlanSheet.tsx";
import { readPlanText } from "./use-plan-work.ts";

const told = words.plan;

function Withdraw({ title, hash }: { readonly title: string; readonly hash: string }) {
  const { write } = usePerson();
  const { say } = useClinic();
  const { busy, problem, send } = useSending();
  const [asking, setAsking] = useState(false);
  const [why, setWhy] = useState("");
  const withdraw = async (): Promise<void> => {
    if (!(await send(() => write("plan/withdrawn", { plan: hash, why: why.trim() })))) return;
    say(told.withdrawn);
    setAsking(false);
  };
  if (!asking) return <Act onPress={() => setAsking(true)}>{told.withdraw}</Act>;
  return (
    <Note tone="warn">
      <form
        className={card["stack"]}
        onSubmit={(event) => {
          event.preventDefault();
          void withdraw();
        }}
      >
        <p>
          <strong>{told.withdrawTitle(title)}</strong>
          {told.withdrawBody}
        </p>
        <Field label={told.withdrawWhy} required maxLength={2000} value={why} onType={setWhy} />
        <ProblemNote problem={problem} />
        <div className={card["row"]}>
          <Act kind="danger" submits busy={busy}>
            {told.withdrawGo}
          </Act>
          <Act onPress={() => setAsking(false)}>{words.form.cancel}</Act>
        </div>
      </form>
    </Note>
  );
}

/** The plan that phones of this person play. */
export function ReleasedPlan() {
  const { record } = usePerson();
  const { decide } = useMay();
  const released = record.plan?.source === "clinic" ? record.plan : undefined;
  const { plan } = useMemo(() => readPlanText(released?.text), [released?.text]);
  if (released === undefined) {
    return (
      <Card title={told.noneReleased}>
        <p className={card["quiet"]}>{told.noneReleasedBody}</p>
      </Card>
    );
  }
  const note = record.releases.findLast(({ operation }) => operation === released.operation)?.note;
  return (
    <Card title={told.released}>
      <div>
        <p>
          <strong>{released.title}</strong>{" "}
          {plan?.reviewStatus === "draft" ? <Badge tone="warn">{words.draft}</Badge> : null}
        </p>
        <p className={card["quiet"]}>{told.releasedBy(released.by?.name ?? "", whenSaid(Date.parse(released.at)))}</p>
        {plan === undefined ? null : (
          <p className={card["quiet"]}>{told.total(plan.steps.length, spanText(planDuration(plan).stroking))}</p>
        )}
        {note === undefined ? null : (
          <p>
            {told.note}: {note}
          </p>
        )}
      </div>
      <div className={card["row"]}>
        {plan === undefined ? null : <PlanSheet plan={plan} />}
        {decide ? <Withdraw title={released.title} hash={released.plan} /> : null}
      </div>
    </Card>
  );
}
