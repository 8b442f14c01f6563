import { type ScreeningOutcome, screen, serializeScreening } from "@openlymph/therapy";
import { useMemo, useRef, useState } from "react";
import { Act } from "../../ui/Act.tsx";
import card from "../../ui/Card.module.css";
import { Card, Fold, Note } from "../../ui/Card.tsx";
import { LongField } from "../../ui/Field.tsx";
import { ProblemNote } from "../../ui/ProblemNote.tsx";
import { useClinic } from "../../use-clinic.ts";
import { useSending } from "../../use-sending.ts";
import { words } from "../../words/words.ts";
import { usePerson } from "../use-person.ts";
import { judgedAt } from "./judged-at.ts";
import { Outcome } from "./Outcome.tsx";
import { OutcomeBar } from "./OutcomeBar.tsx";
import { QuestionGroups } from "./QuestionGroups.tsx";
import styles from "./ScreeningForm.module.css";
import type { ScreeningDraft } from "./screening-draft.ts";
import { settingsOf } from "./settings-of.ts";

const told = words.person.screening;

/** Stops and holds, once every question that holds has its answer. Never an emergency. */
const mayOverride = ({ action, questionsMissing }: ScreeningOutcome): boolean =>
  (action === "STOP_SAME_DAY" || action === "HOLD_CLEARANCE") && questionsMissing.length === 0;

export interface ScreeningFormProps {
  readonly draft: ScreeningDraft;
  readonly onDone: () => void;
}

/** All questions, with places, clearances and infections, beside what they come to so far. */
export function ScreeningForm({ draft, onDone }: ScreeningFormProps) {
  const { write } = usePerson();
  const { me, say } = useClinic();
  const { busy, problem, send } = useSending();
  const [why, setWhy] = useState("");
  const beside = useRef<HTMLDivElement>(null);
  const given = draft.value;
  const outcome = useMemo(() => {
    const judged = screen(given, judgedAt(), settingsOf(me.clinic));
    return judged.ok ? judged.value : undefined;
  }, [given, me.clinic]);
  if (outcome === undefined) return null;
  const overridable = mayOverride(outcome);
  const carried = Object.keys(given.where).length + given.clearances.length + given.episodes.length > 0;
  const save = async (): Promise<void> => {
    const { action, reasons, rulesVersion } = outcome;
    const body = {
      text: serializeScreening({ ...given, answeredAt: Date.now() / 1000 }),
      action,
      reasons: reasons.map(({ rule }) => rule),
      rulesVersion,
      ...(overridable && why.trim() !== "" ? { override: { why: why.trim() } } : {}),
    };
    if (!(await send(() => write("screening/kept", body)))) return;
    draft.forget();
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
        {carried ? <p className={card["quiet"]}>{told.carried}</p> : null}
        <QuestionGroups screening={given} liftings={outcome.liftings} onScreening={draft.set} />
      </div>
      <OutcomeBar outcome={outcome} onPress={() => beside.current?.scrollIntoView({ block: "start" })} />
      <div ref={beside} className={styles["beside"]}>
        <Card title={told.outcome}>
          <Outcome outcome={outcome} where={given.where} />
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
            <Act kind="filled" busy={busy} off={Object.keys(given.answers).length === 0} onPress={() => void save()}>
              {told.save}
            </Act>
            <Act
              onPress={() => {
                draft.forget();
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
