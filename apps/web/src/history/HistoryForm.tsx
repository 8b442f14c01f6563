import type { HistoryEdit } from "@openlymph/therapy";
import { ArrowLeft } from "lucide-react";
import { useState } from "react";
import { Input, Label, Text, TextField } from "react-aria-components";
import { Button } from "../ui/Button.tsx";
import { ChoiceField } from "../ui/ChoiceField.tsx";
import { words } from "../words.ts";
import { DayFields } from "./DayFields.tsx";
import styles from "./HistoryForm.module.css";
import { isLimbKind, LimbFields } from "./LimbFields.tsx";
import { type Side, SideField } from "./SideField.tsx";
import { useProcedures } from "./use-procedures.ts";

const told = words.history.edit;

export type Added = Exclude<HistoryEdit["kind"], "remove" | "build">;
export interface HistoryFormProps {
  readonly kind: Added;
  /** The day of the history, `2026-11-22`. */
  readonly asOf: string;
  readonly onAdd: (edit: HistoryEdit) => void;
  readonly onBack: () => void;
}

function ProcedureFields({ asOf, onAdd }: Pick<HistoryFormProps, "asOf" | "onAdd">) {
  const procedures = useProcedures();
  const [id, setId] = useState<string>();
  const [side, setSide] = useState<Side>("left");
  const [date, setDate] = useState(asOf);
  const chosen = procedures.find((procedure) => procedure.id === id);
  return (
    <>
      <ChoiceField
        label={told.which}
        placeholder={told.chooseWhich}
        value={id ?? null}
        options={procedures.map((procedure) => ({ id: procedure.id, text: procedure.name }))}
        onChange={setId}
      />
      {chosen?.sided === false ? null : <SideField side={side} onSide={setSide} />}
      <TextField type="date" value={date} onChange={setDate} className={styles["field"] ?? ""}>
        <Label className={styles["label"] ?? ""}>{told.date}</Label>
        <Input max={asOf} className={styles["input"] ?? ""} />
        <Text slot="description" className={styles["hint"] ?? ""}>
          {told.dateHint(asOf)}
        </Text>
      </TextField>
      <Button
        kind="filled"
        isDisabled={chosen === undefined || date === ""}
        onPress={() => {
          if (chosen === undefined) return;
          onAdd({ kind: "procedure", procedure: chosen.id, date, ...(chosen.sided ? { side } : {}) });
        }}
      >
        {told.addIt}
      </Button>
    </>
  );
}

/** One thing that happened, as a form. */
export function HistoryForm({ kind, asOf, onAdd, onBack }: HistoryFormProps) {
  return (
    <section className={styles["form"]} aria-label={told.add[kind]} data-testid="history-form">
      <div className={styles["head"]}>
        <Button label={told.back} round onPress={onBack}>
          <ArrowLeft aria-hidden="true" size={20} />
        </Button>
        <h3>{told.add[kind]}</h3>
      </div>
      {kind === "procedure" ? <ProcedureFields {...{ asOf, onAdd }} /> : null}
      {kind === "upright" || kind === "walking" ? <DayFields {...{ kind, onAdd }} /> : null}
      {isLimbKind(kind) ? <LimbFields {...{ kind, onAdd }} /> : null}
    </section>
  );
}
