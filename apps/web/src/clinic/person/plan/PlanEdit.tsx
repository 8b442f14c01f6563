import { type Plan, planDuration, reviewStanding } from "@openlymph/therapy";
import { useEffect, useState } from "react";
import { spanText } from "../../../format/numbers.ts";
import { PlanEditor } from "../../../plan/PlanEditor.tsx";
import { readPlan } from "../../../run/model.ts";
import { Badge } from "../../../ui/Badge.tsx";
import { Act } from "../../ui/Act.tsx";
import card from "../../ui/Card.module.css";
import { Bones, Fold } from "../../ui/Card.tsx";
import { LongField } from "../../ui/Field.tsx";
import { words } from "../../words/words.ts";
import styles from "./PlanEdit.module.css";
import { planFile } from "./use-plan-work.ts";

const told = words.plan;

export interface PlanEditProps {
  readonly plan: Plan;
  readonly text: string;
  readonly onText: (text: string) => void;
}

/** Names of the places and strokes in a plan; those of the one before stay until they are read. */
export function usePlanNames(text: string): Readonly<Record<string, string>> | undefined {
  const [names, setNames] = useState<Readonly<Record<string, string>>>();
  useEffect(() => {
    let wanted = true;
    readPlan({ file: planFile, text }).then(
      (read) => {
        if (wanted && read.ok) setNames((before) => ({ ...before, ...read.value.names }));
      },
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [text]);
  return names;
}

function PlanText({ text, onText }: Omit<PlanEditProps, "plan">) {
  const [typed, setTyped] = useState(text);
  return (
    <Fold title={words.person.history.text}>
      <div className={card["stack"]}>
        <LongField label={words.plan.file} rows={14} spellCheck={false} value={typed} onType={setTyped} />
        <div>
          <Act off={typed === text} onPress={() => onText(typed)}>
            {words.person.history.textUse}
          </Act>
        </div>
      </div>
    </Fold>
  );
}

/** The steps, to be carried, changed and added to; the file itself below. */
export function PlanEdit({ plan, text, onText }: PlanEditProps) {
  const names = usePlanNames(text);
  return (
    <section className={styles["edit"]} aria-label={plan.title}>
      <p className={styles["title"]}>
        <strong>{plan.title}</strong>
        {reviewStanding(plan).status === "draft" ? <Badge tone="warn">{words.draft}</Badge> : null}
      </p>
      <p className={card["quiet"]}>{told.total(plan.steps.length, spanText(planDuration(plan).stroking))}</p>
      {plan.about === undefined ? null : <p className={card["quiet"]}>{plan.about}</p>}
      {names === undefined ? (
        <Bones label={words.wait} />
      ) : (
        <div className={styles["editor"]}>
          <PlanEditor
            plan={plan}
            names={names}
            file={planFile}
            onOpen={async (changed) => onText(changed.text ?? text)}
            onShow={() => undefined}
          />
        </div>
      )}
      <PlanText key={text} text={text} onText={onText} />
    </section>
  );
}
