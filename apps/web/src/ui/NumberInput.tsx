import { Minus, Plus } from "lucide-react";
import { Button, Group, Input, Label, NumberField, Text } from "react-aria-components";
import styles from "./NumberInput.module.css";

export interface NumberInputProps {
  readonly label: string;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  readonly step: number;
  /** Written behind the number. */
  readonly unit?: string;
  /** What is usual, below the field. */
  readonly usual?: string;
  readonly onChange: (value: number) => void;
}

/** A number with a button less and a button more; arrow keys do the same. */
export function NumberInput({ label, value, least, most, step, unit, usual, onChange }: NumberInputProps) {
  return (
    <NumberField
      value={value}
      minValue={least}
      maxValue={most}
      step={step}
      onChange={(next) => {
        if (!Number.isNaN(next) && next !== value) onChange(next);
      }}
      className={styles["field"] ?? ""}
    >
      <Label className={styles["label"] ?? ""}>{unit === undefined ? label : `${label}, ${unit}`}</Label>
      <Group className={styles["group"] ?? ""}>
        <Button slot="decrement" className={styles["button"] ?? ""}>
          <Minus aria-hidden="true" size={20} />
        </Button>
        <Input className={styles["input"] ?? ""} />
        <Button slot="increment" className={styles["button"] ?? ""}>
          <Plus aria-hidden="true" size={20} />
        </Button>
      </Group>
      {usual === undefined ? null : (
        <Text slot="description" className={styles["usual"] ?? ""}>
          {usual}
        </Text>
      )}
    </NumberField>
  );
}
