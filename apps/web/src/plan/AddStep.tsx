import type { NewStep } from "@openlymph/therapy";
import { ArrowLeft } from "lucide-react";
import { useState } from "react";
import type { PlanChoices } from "../run/plan-choices.ts";
import { Button } from "../ui/Button.tsx";
import { ChoiceField } from "../ui/ChoiceField.tsx";
import { words } from "../words.ts";
import styles from "./StepForm.module.css";
import { strokeOptions } from "./step-choices.ts";

const told = words.plan.edit;
/** Stands for what the region suggests by itself. */
const usual = "as-usual";

export interface AddStepProps {
  readonly choices: PlanChoices;
  /** Makes the step; `true` once it is there. */
  readonly onAdd: (step: NewStep) => Promise<boolean>;
  readonly onBack: () => void;
}

/** A new step from a stroke and a region; all else is taken from what is taught and can be changed afterwards. */
export function AddStep({ choices, onAdd, onBack }: AddStepProps) {
  const [stroke, setStroke] = useState("sld_simple_stretch");
  const [region, setRegion] = useState<string>();
  const [toward, setToward] = useState(usual);
  const places = choices.regions.map(({ id, label }) => ({ id, text: label }));
  return (
    <section className={styles["form"]} aria-label={told.add} data-testid="add-step">
      <div className={styles["head"]}>
        <Button label={told.back} round onPress={onBack}>
          <ArrowLeft aria-hidden="true" size={20} />
        </Button>
        <h3>{told.add}</h3>
      </div>
      <ChoiceField
        label={told.stroke}
        placeholder={told.stroke}
        value={stroke}
        options={strokeOptions(choices)}
        onChange={setStroke}
      />
      <ChoiceField
        label={told.region}
        placeholder={told.chooseRegion}
        value={region ?? null}
        options={places.filter(({ id }) => choices.regions.find((one) => one.id === id)?.kind !== "target")}
        onChange={setRegion}
      />
      <ChoiceField
        label={told.toward}
        placeholder={told.toward}
        value={toward}
        options={[{ id: usual, text: told.usualTarget }, ...places]}
        onChange={setToward}
      />
      <Button
        kind="filled"
        isDisabled={region === undefined}
        onPress={() => {
          if (region !== undefined) void onAdd({ stroke, region, ...(toward === usual ? {} : { toward }) });
        }}
      >
        {told.addIt}
      </Button>
    </section>
  );
}
