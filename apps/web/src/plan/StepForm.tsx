import { mmHg } from "@openlymph/base";
import type { PlanStep, StepPatch } from "@openlymph/therapy";
import { ArrowLeft } from "lucide-react";
import { Switch } from "react-aria-components";
import type { PlanChoices, StrokeChoice } from "../run/plan-choices.ts";
import { Button } from "../ui/Button.tsx";
import { ChoiceField } from "../ui/ChoiceField.tsx";
import { NumberInput } from "../ui/NumberInput.tsx";
import { words } from "../words.ts";
import styles from "./StepForm.module.css";
import { sideChoices, strokeOptions, towardSideChoices } from "./step-choices.ts";

const told = words.plan.edit;

export interface StepFormProps {
  readonly step: PlanStep;
  readonly n: number;
  readonly choices: PlanChoices;
  readonly onPatch: (patch: StepPatch) => void;
  readonly onBack: () => void;
}

function Doses({ step, stroke, onPatch }: Pick<StepFormProps, "step" | "onPatch"> & { readonly stroke: StrokeChoice }) {
  const { pressure } = stroke;
  return (
    <>
      {step.pressure === undefined || pressure === null ? null : (
        <>
          <NumberInput
            label={told.pressure}
            unit="mmHg"
            value={Math.round(step.pressure / mmHg)}
            least={0}
            most={200}
            step={1}
            usual={told.taught(
              pressure.map((pascal) => Math.round(pascal / mmHg)),
              step.pressureFrom === "stroke",
            )}
            onChange={(value) => onPatch({ pressure: value * mmHg })}
          />
          {step.pressureFrom === "plan" ? (
            <Button kind="outlined" onPress={() => onPatch({ pressure: undefined })}>
              {told.usualPressure}
            </Button>
          ) : null}
        </>
      )}
      <NumberInput
        label={told.repetitions}
        value={step.repetitions}
        least={1}
        most={100}
        step={1}
        usual={told.taught(stroke.repetitions, false)}
        onChange={(repetitions) => onPatch({ repetitions })}
      />
      <NumberInput
        label={told.positions}
        value={step.positions}
        least={1}
        most={50}
        step={1}
        onChange={(positions) => onPatch({ positions })}
      />
      <NumberInput
        label={told.pace}
        unit="s"
        value={step.pace}
        least={0.5}
        most={60}
        step={0.5}
        usual={told.taught(stroke.pace, false)}
        onChange={(pace) => onPatch({ pace })}
      />
    </>
  );
}

/** One step as a form; every change is made at once and can be taken back. */
export function StepForm({ step, n, choices, onPatch, onBack }: StepFormProps) {
  const stroke = choices.strokes.find(({ id }) => id === step.stroke);
  const region = choices.regions.find(({ id }) => id === step.region);
  const places = choices.regions.map(({ id, label }) => ({ id, text: label }));
  return (
    <section className={styles["form"]} aria-label={told.step(n)} data-testid="step-form">
      <div className={styles["head"]}>
        <Button label={told.back} round onPress={onBack}>
          <ArrowLeft aria-hidden="true" size={20} />
        </Button>
        <h3>{told.step(n)}</h3>
      </div>
      <ChoiceField
        label={told.stroke}
        placeholder={told.stroke}
        value={step.stroke}
        options={strokeOptions(choices)}
        hint={stroke === undefined ? undefined : words.strokes.who[stroke.use]}
        onChange={(id) => onPatch({ stroke: id, pressure: undefined })}
      />
      <ChoiceField
        label={told.region}
        placeholder={told.region}
        value={step.region}
        options={places.filter(({ id }) => choices.regions.find((one) => one.id === id)?.kind !== "target")}
        onChange={(id) => onPatch({ region: id })}
      />
      <ChoiceField
        label={told.side}
        placeholder={told.side}
        value={step.side}
        options={sideChoices(region)}
        onChange={(id) => onPatch({ side: id as PlanStep["side"] })}
      />
      <ChoiceField
        label={told.toward}
        placeholder={told.toward}
        value={step.toward}
        options={places}
        onChange={(id) => onPatch({ toward: id })}
      />
      <ChoiceField
        label={told.towardSide}
        placeholder={told.towardSide}
        value={step.towardSide}
        options={towardSideChoices}
        onChange={(id) => onPatch({ towardSide: id as PlanStep["towardSide"] })}
      />
      {stroke === undefined ? null : <Doses {...{ step, stroke, onPatch }} />}
      <Switch
        isSelected={step.optional}
        onChange={(optional) => onPatch({ optional })}
        className={styles["switch"] ?? ""}
      >
        <span className={styles["track"]} aria-hidden="true" />
        {told.optional}
      </Switch>
      <Button kind="filled" onPress={onBack}>
        {told.backToSteps}
      </Button>
    </section>
  );
}
