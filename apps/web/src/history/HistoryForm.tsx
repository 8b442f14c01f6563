import type { HistoryEdit } from "@openlymph/therapy";
import { ArrowLeft } from "lucide-react";
import { useState } from "react";
import { Input, Label, Text, TextField } from "react-aria-components";
import { Button } from "../ui/Button.tsx";
import { ChoiceField } from "../ui/ChoiceField.tsx";
import { NumberInput } from "../ui/NumberInput.tsx";
import { Segmented } from "../ui/Segmented.tsx";
import { words } from "../words.ts";
import styles from "./HistoryForm.module.css";
import { useProcedures } from "./use-procedures.ts";

const told = words.history.edit;

export type Added = "procedure" | "lymphedema" | "infection" | "strength";
type Side = "left" | "right" | "both";
type Limb = "arm" | "leg";
type Stage = "0" | "I" | "II" | "III";

export interface HistoryFormProps {
  readonly kind: Added;
  /** The day of the history, `2026-11-22`. */
  readonly asOf: string;
  readonly onAdd: (edit: HistoryEdit) => void;
  readonly onBack: () => void;
}

const sides = (["left", "right", "both"] as const).map((value) => ({ value, text: words.history.sides[value] }));

function SideField({ side, onSide }: { readonly side: Side; readonly onSide: (side: Side) => void }) {
  return (
    <div className={styles["field"]}>
      <span className={styles["label"]}>{told.side}</span>
      <Segmented label={told.side} value={side} options={sides} onChange={onSide} />
    </div>
  );
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

function LimbFields({
  kind,
  onAdd,
}: {
  readonly kind: Exclude<Added, "procedure">;
  readonly onAdd: HistoryFormProps["onAdd"];
}) {
  const [limb, setLimb] = useState<Limb>("arm");
  const [side, setSide] = useState<Side>("left");
  const [stage, setStage] = useState<Stage>("I");
  const [days, setDays] = useState(7);
  const [strength, setStrength] = useState(60);
  const edits: Readonly<Record<Exclude<Added, "procedure">, HistoryEdit>> = {
    lymphedema: { kind: "lymphedema", limb, side, stage },
    infection: { kind: "infection", limb, side, days },
    strength: { kind: "strength", limb, side, strength: strength / 100 },
  };
  return (
    <>
      <div className={styles["field"]}>
        <span className={styles["label"]}>{told.limb}</span>
        <Segmented
          label={told.limb}
          value={limb}
          options={(["arm", "leg"] as const).map((value) => ({ value, text: told.limbs[value] }))}
          onChange={setLimb}
        />
      </div>
      <SideField side={side} onSide={setSide} />
      {kind === "lymphedema" ? (
        <div className={styles["field"]}>
          <span className={styles["label"]}>{told.stage}</span>
          <Segmented
            label={told.stage}
            value={stage}
            options={(["0", "I", "II", "III"] as const).map((value) => ({ value, text: told.stages[value] }))}
            onChange={setStage}
          />
        </div>
      ) : null}
      {kind === "infection" ? (
        <NumberInput
          label={told.days}
          value={days}
          least={1}
          most={60}
          step={1}
          usual={told.infectionHint}
          onChange={setDays}
        />
      ) : null}
      {kind === "strength" ? (
        <NumberInput
          label={told.strength}
          unit="%"
          value={strength}
          least={5}
          most={300}
          step={5}
          usual={told.strengthHint}
          onChange={setStrength}
        />
      ) : null}
      <Button kind="filled" onPress={() => onAdd(edits[kind])}>
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
      {kind === "procedure" ? <ProcedureFields {...{ asOf, onAdd }} /> : <LimbFields {...{ kind, onAdd }} />}
    </section>
  );
}
