import { type Answer, answerWords, dateSeconds, type Episode } from "@openlymph/therapy";
import { useState } from "react";
import card from "../../ui/Card.module.css";
import { Field } from "../../ui/Field.tsx";
import { todayText } from "../../when.ts";
import { words } from "../../words/words.ts";
import styles from "./Beside.module.css";
import { BesideForm } from "./BesideForm.tsx";
import { restartOf } from "./edit-screening.ts";
import { Radios } from "./Radios.tsx";

const screening = words.person.screening;
const told = screening.infections;
const asked: Readonly<Record<string, string>> = told.signs;
const answers = answerWords.map((answer) => [answer, screening[answer]] as const);

const two = (n: number): string => String(n).padStart(2, "0");

/** A moment as the clock of this device shows it, for a field of date and time. */
function localMoment(seconds: number): string {
  const at = new Date(seconds * 1000);
  return `${todayText(at)}T${two(at.getHours())}:${two(at.getMinutes())}`;
}

export interface InfectionFormProps {
  /** Id of the rule. */
  readonly rule: string;
  /** The one that is changed. */
  readonly given?: Episode | undefined;
  readonly onAdd: (given: Episode) => void;
  readonly onCancel: () => void;
}

/** When an infection began, and what is known of its end. */
export function InfectionForm({ rule, given, onAdd, onCancel }: InfectionFormProps) {
  const [began, setBegan] = useState(
    given === undefined ? "" : new Date(given.began * 1000).toISOString().slice(0, 10),
  );
  const [free, setFree] = useState(given?.feverFreeSince === undefined ? "" : localMoment(given.feverFreeSince));
  const [signs, setSigns] = useState<Readonly<Record<string, Answer>>>(given?.signs ?? {});
  const restart = restartOf(rule);
  if (restart === undefined) return null;
  const add = (): void => {
    const start = dateSeconds(began) ?? 0;
    const since = Date.parse(free) / 1000;
    // A day of a file begins at midnight in Greenwich: nothing ends before it began.
    onAdd({ rule, began: start, ...(Number.isFinite(since) ? { feverFreeSince: Math.max(since, start) } : {}), signs });
  };
  return (
    <BesideForm go={told.go} onSend={add} onCancel={onCancel}>
      <p className={card["quiet"]}>{told.lead}</p>
      <div className={card["pair"]}>
        <Field label={told.began} type="date" required max={todayText()} value={began} onType={setBegan} />
        <Field
          label={told.free}
          optional
          hint={told.freeHint(restart.feverFreeHours)}
          type="datetime-local"
          min={began === "" ? undefined : `${began}T00:00`}
          max={localMoment(Date.now() / 1000)}
          value={free}
          onType={setFree}
        />
      </div>
      {restart.needs.map((sign) => (
        <div key={sign} className={styles["sign"]}>
          <span>{asked[sign] ?? sign}</span>
          <Radios
            label={asked[sign] ?? sign}
            value={signs[sign] ?? "unknown"}
            options={answers}
            onPick={(answer) => setSigns({ ...signs, [sign]: answer })}
          />
        </div>
      ))}
    </BesideForm>
  );
}
