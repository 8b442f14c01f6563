import { type ScreeningOutcome, screen, screeningOf, serializeAnswers } from "@openlymph/therapy";
import { useMemo, useState } from "react";
import { Act } from "../../ui/Act.tsx";
import card from "../../ui/Card.module.css";
import { Card, Fold, Note } from "../../ui/Card.tsx";
import { LongField } from "../../ui/Field.tsx";
import { ProblemNote } from "../../ui/ProblemNote.tsx";
import { useClinic } from "../../use-clinic.ts";
import { useSending } from "../../use-sending.ts";
import { words } from "../../words/words.ts";
import { usePerson } from "../use-person.ts";
import type { AnswersDraft } from "./answers.ts";
import { Outcome } from "./Outcome.tsx";
import { QuestionGroups } from "./QuestionGroups.tsx";
import styles from "./ScreeningForm.module.css";
import { settingsOf } from "./settings-of.ts";

const told = words.person.screening;

/** Stops and holds, once every question that holds has its answer. Never an emergency. */
const mayOverride = ({ action, questionsMissing }: ScreeningOutcome): boolean =>
  (action === "STOP_SAME_DAY" || action === "HOLD_CLEARANCE") && questionsMissing.length === 0;

export interface ScreeningFormProps {
  readonly answers: AnswersDraft;
  readonly onDone: () => void;
}

/** All questions beside what they come to so far. */
export function ScreeningForm({ answers, onDone }: ScreeningFormProps) {
  const { write } = usePerson();
  const { me, say } = useClinic();
  const { busy, problem, send } = useSending();
  const [why, setWhy] = useState("");
  const given = answers.value;
  const outcome = useMemo(() => {
    const judged = screen(screeningOf(given), Date.now() / 1000, settingsOf(me.clinic));
    return judged.ok ? judged.value : undefined;
  }, [given, me.clinic]);
  if (outcome === undefined) return null;
  const overridable = mayOverride(outcome);
  const save = async (): Promise<void> => {
    const { action, reasons, rulesVersion } = outcome;
    const body = {
      text: serializeAnswers({ answers: given, answeredAt: Date.now() / 1000 }),
      action,
      reasons: reasons.map(({ rule }) => rule),
      rulesVersion,
      ...(overridable && why.trim() !== "" ? { override: { why: why.trim() } } : {}),
    };
    if (!(await send(() => write("screening/kept", body)))) return;
    answers.forget();
    say(told.saved);
    onDone();
  };
  return (
    <div className={styles["screening"]}>
      <div className={card["stack"]}>
        <div>
          <h2>{told.title}</h2>
          <p className={card["quiet"]}>{told.lead}</p>
        </div>
        <Note tone="warn">
          <p>{told.draft}</p>
        </Note>
        <QuestionGroups answers={given} onAnswers={answers.set} />
      </div>
      <div className={styles["beside"]}>
        <Card title={told.outcome}>
          <Outcome outcome={outcome} />
          {overridable ? (
            <Fold title={told.override}>
              <div className={card["stack"]}>
                <p className={card["quiet"]}>{told.overrideLead}</p>
                <LongField label={told.overrideWhy} rows={2} maxLength={2000} value={why} onType={setWhy} />
              </div>
            </Fold>
          ) : null}
          <ProblemNote problem={problem} />
          <div className={card["row"]}>
            <Act kind="filled" busy={busy} off={Object.keys(given).length === 0} onPress={() => void save()}>
              {told.save}
            </Act>
            <Act
              onPress={() => {
                answers.forget();
                onDone();
              }}
            >
              {words.form.cancel}
            </Act>
          </div>
        </Card>
      </div>
    </div>
  );
}
