import type { HistoryEdit } from "@openlymph/therapy";
import { useState } from "react";
import { Button } from "../ui/Button.tsx";
import { NumberInput } from "../ui/NumberInput.tsx";
import { Segmented } from "../ui/Segmented.tsx";
import { words } from "../words.ts";
import { type DayTime, TimesField } from "./DayFields.tsx";
import styles from "./HistoryForm.module.css";
import { type Side, SideField } from "./SideField.tsx";

const told = words.history.edit;

type Limb = "arm" | "leg";
type Stage = "0" | "I" | "II" | "III";

/** The number that goes with a thing: its words, what it is at first, and how far it reaches. */
interface NumberAsked {
  readonly label: string;
  readonly unit?: string;
  readonly first: number;
  readonly least: number;
  readonly most: number;
  readonly step: number;
  readonly hint: string;
}

const days = { label: told.days, least: 1, most: 60, step: 1 };
const share = { unit: "%", least: 1, most: 95 };

const numbers = {
  infection: { ...days, first: 7, hint: told.infectionHint },
  injury: { ...days, first: 10, hint: told.injuryHint },
  strength: { label: told.strength, unit: "%", first: 60, least: 5, most: 300, step: 5, hint: told.strengthHint },
  valves: { ...share, label: told.valves, first: 3, step: 1, hint: told.valvesHint },
  fewVessels: { ...share, label: told.fewVessels, first: 50, step: 5, hint: told.fewVesselsHint },
  veins: { label: told.veins, unit: "mmHg", first: 12, least: 1, most: 40, step: 1, hint: told.veinsHint },
  sleeve: { label: told.sleeve, unit: "mmHg", first: 30, least: 5, most: 60, step: 5, hint: told.sleeveHint },
} as const satisfies Readonly<Record<string, NumberAsked>>;

export type LimbKind = keyof typeof numbers | "lymphedema";

export const isLimbKind = (kind: string): kind is LimbKind => kind === "lymphedema" || Object.hasOwn(numbers, kind);

interface Filled {
  readonly limb: Limb;
  readonly side: Side;
  readonly stage: Stage;
  readonly value: number;
  readonly time: DayTime;
}

function editOf(kind: LimbKind, { limb, side, stage, value, time }: Filled): HistoryEdit {
  switch (kind) {
    case "lymphedema":
      return { kind, limb, side, stage };
    case "infection":
    case "injury":
      return { kind, limb, side, days: value };
    case "strength":
      return { kind, limb, side, strength: value / 100 };
    case "valves":
    case "fewVessels":
      return { kind, limb, side, share: value / 100 };
    case "veins":
      return { kind, limb, side, pressure: value };
    case "sleeve":
      return { kind, limb, side, pressure: value, ...time };
  }
}

export interface LimbFieldsProps {
  readonly kind: LimbKind;
  readonly onAdd: (edit: HistoryEdit) => void;
}

/** What happened to a limb: which, on which side, and how much. */
export function LimbFields({ kind, onAdd }: LimbFieldsProps) {
  const asked: NumberAsked | undefined = kind === "lymphedema" ? undefined : numbers[kind];
  const [limb, setLimb] = useState<Limb>("arm");
  const [side, setSide] = useState<Side>("left");
  const [stage, setStage] = useState<Stage>("I");
  const [value, setValue] = useState(asked?.first ?? 0);
  const [time, setTime] = useState<DayTime>({ from: "08:00", to: "22:00" });
  return (
    <>
      <div className={styles["field"]}>
        <span className={styles["label"]}>{told.limb}</span>
        <Segmented
          label={told.limb}
          value={limb}
          options={(["arm", "leg"] as const).map((each) => ({ value: each, text: told.limbs[each] }))}
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
            options={(["0", "I", "II", "III"] as const).map((each) => ({ value: each, text: told.stages[each] }))}
            onChange={setStage}
          />
        </div>
      ) : null}
      {asked === undefined ? null : (
        <NumberInput
          label={asked.label}
          {...(asked.unit === undefined ? {} : { unit: asked.unit })}
          value={value}
          least={asked.least}
          most={asked.most}
          step={asked.step}
          usual={asked.hint}
          onChange={setValue}
        />
      )}
      {kind === "sleeve" ? <TimesField time={time} onTime={setTime} /> : null}
      <Button
        kind="filled"
        isDisabled={kind === "sleeve" && (time.from === "" || time.to === "")}
        onPress={() => onAdd(editOf(kind, { limb, side, stage, value, time }))}
      >
        {told.addIt}
      </Button>
    </>
  );
}
