import { Check, ChevronsUpDown } from "lucide-react";
import { Button, ListBox, ListBoxItem, Popover, Select, SelectValue } from "react-aria-components";
import styles from "./Choice.module.css";

export interface ChoiceProps {
  readonly label: string;
  readonly value: string | null;
  readonly placeholder: string;
  readonly options: readonly { readonly id: string; readonly text: string }[];
  readonly onChange: (id: string) => void;
}

/** One of many, from a list that opens. */
export function Choice({ label, value, placeholder, options, onChange }: ChoiceProps) {
  return (
    <Select
      aria-label={label}
      value={value}
      placeholder={placeholder}
      onChange={(key) => {
        if (key !== null) onChange(String(key));
      }}
      className={styles["choice"] ?? ""}
    >
      <Button className={styles["button"] ?? ""}>
        <SelectValue className={styles["value"] ?? ""} />
        <ChevronsUpDown aria-hidden="true" size={18} />
      </Button>
      <Popover className={styles["popover"] ?? ""} offset={4}>
        <ListBox items={options} className={styles["list"] ?? ""}>
          {(option) => (
            <ListBoxItem id={option.id} textValue={option.text} className={styles["item"] ?? ""}>
              <span>{option.text}</span>
              <Check aria-hidden="true" size={18} className={styles["check"]} />
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  );
}
