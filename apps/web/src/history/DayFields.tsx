import type { HistoryEdit } from "@openlymph/therapy";
import { useState } from "react";
import { Input, Label, TextField } from "react-aria-components";
import { Button } from "../ui/Button.tsx";
import { words } from "../words.ts";
import styles from "./HistoryForm.module.css";

const told = words.history.edit;

/** From when to when of a day, `08:00`. */
export interface DayTime {
  readonly from: string;
  readonly to: string;
}

/** Two times of a day. */
export function TimesField({ time, onTime }: { readonly time: DayTime; readonly onTime: (time: DayTime) => void }) {
  return (
    <fieldset className={styles["times"]}>
      <legend className={styles["label"]}>{told.daily}</legend>
      {(["from", "to"] as const).map((end) => (
        <TextField
          key={end}
          type="time"
          value={time[end]}
          onChange={(value) => onTime({ ...time, [end]: value })}
          className={styles["field"] ?? ""}
        >
          <Label className={styles["label"] ?? ""}>{told[end]}</Label>
          <Input className={styles["input"] ?? ""} />
        </TextField>
      ))}
    </fieldset>
  );
}

const usual = { upright: { from: "08:00", to: "22:00" }, walking: { from: "12:00", to: "13:00" } } as const;

export interface DayFieldsProps {
  readonly kind: "upright" | "walking";
  readonly onAdd: (edit: HistoryEdit) => void;
}

/** What the whole body does at a time of every day. */
export function DayFields({ kind, onAdd }: DayFieldsProps) {
  const [time, setTime] = useState<DayTime>(usual[kind]);
  return (
    <>
      <TimesField time={time} onTime={setTime} />
      <Button kind="filled" isDisabled={time.from === "" || time.to === ""} onPress={() => onAdd({ kind, ...time })}>
        {told.addIt}
      </Button>
    </>
  );
}
