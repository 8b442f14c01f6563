import { day } from "@openlymph/base";
import { type Lifting, liftingRoles } from "@openlymph/therapy";
import { useState } from "react";
import card from "../../ui/Card.module.css";
import { Field, LongField, PickField } from "../../ui/Field.tsx";
import { todayText } from "../../when.ts";
import { words } from "../../words/words.ts";
import { BesideForm } from "./BesideForm.tsx";
import { type ClearanceForm as Form, usualDays } from "./edit-screening.ts";

const told = words.person.screening.clearances;
const named: Readonly<Record<string, string>> = told.roles;
const roles = liftingRoles.clearance.map((role) => [role, named[role] ?? role] as const);
const dayOf = (seconds: number): string => new Date(seconds * 1000).toISOString().slice(0, 10);

function formOf(given: Lifting | undefined): Form {
  if (given === undefined) return { name: "", role: roles[0]?.[0] ?? "", date: todayText(), until: "", text: "" };
  const { name, role, date, until, text } = given;
  return { name, role, date: dayOf(date), until: dayOf(until - day), text };
}

export interface ClearanceFormProps {
  /** The one that is changed. */
  readonly given?: Lifting | undefined;
  readonly onAdd: (form: Form) => void;
  readonly onCancel: () => void;
}

/** Who cleared a rule, on what day, and in what words. */
export function ClearanceForm({ given, onAdd, onCancel }: ClearanceFormProps) {
  const [form, setForm] = useState(() => formOf(given));
  const type = (key: keyof Form) => (value: string) => setForm({ ...form, [key]: value });
  const send = (): void => {
    if (form.name.trim() !== "" && form.text.trim() !== "") onAdd(form);
  };
  return (
    <BesideForm go={given === undefined ? told.go : told.keep} onSend={send} onCancel={onCancel}>
      <p className={card["quiet"]}>{told.lead}</p>
      <div className={card["pair"]}>
        <Field label={told.name} required maxLength={200} autoComplete="off" value={form.name} onType={type("name")} />
        <PickField label={told.role} value={form.role} options={roles} onPick={type("role")} />
        <Field label={told.date} type="date" required max={todayText()} value={form.date} onType={type("date")} />
        <Field
          label={told.until}
          optional
          hint={told.untilHint(usualDays)}
          type="date"
          min={form.date}
          value={form.until}
          onType={type("until")}
        />
      </div>
      <LongField label={told.text} required rows={2} maxLength={2000} value={form.text} onType={type("text")} />
    </BesideForm>
  );
}
