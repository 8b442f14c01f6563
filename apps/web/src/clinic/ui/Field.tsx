import { CircleAlert } from "lucide-react";
import { type InputHTMLAttributes, type ReactNode, type TextareaHTMLAttributes, useId } from "react";
import { words } from "../words/words.ts";
import styles from "./Field.module.css";

interface About {
  readonly label: string;
  readonly hint?: string | undefined;
  /** What is wrong with what stands there. */
  readonly wrong?: string | undefined;
  readonly optional?: boolean;
}

interface Wired {
  readonly id: string;
  readonly "aria-describedby"?: string;
  readonly "aria-invalid"?: true;
  readonly className: string;
}

function Frame({
  label,
  hint,
  wrong,
  optional = false,
  children,
}: About & { readonly children: (wired: Wired) => ReactNode }) {
  const id = useId();
  const described = [...(hint === undefined ? [] : [`${id}h`]), ...(wrong === undefined ? [] : [`${id}w`])].join(" ");
  return (
    <div className={styles["field"]}>
      <label className={styles["label"]} htmlFor={id}>
        {label}
        {optional ? <span className={styles["optional"]}> {words.form.optional}</span> : null}
      </label>
      {hint === undefined ? null : (
        <p id={`${id}h`} className={styles["hint"]}>
          {hint}
        </p>
      )}
      {children({
        id,
        className: styles["input"] ?? "",
        ...(described === "" ? {} : { "aria-describedby": described }),
        ...(wrong === undefined ? {} : { "aria-invalid": true }),
      })}
      {wrong === undefined ? null : (
        <p id={`${id}w`} className={styles["wrong"]}>
          <CircleAlert aria-hidden="true" size={15} />
          {wrong}
        </p>
      )}
    </div>
  );
}

interface Typed {
  readonly value: string;
  readonly onType: (value: string) => void;
}

/** One line of text with its label in sight. */
export function Field({
  label,
  hint,
  wrong,
  optional,
  onType,
  beside,
  ...input
}: About &
  Typed & { readonly beside?: ReactNode } & Omit<InputHTMLAttributes<HTMLInputElement>, keyof Typed | "onChange">) {
  return (
    <Frame {...{ label, hint, wrong }} {...(optional === undefined ? {} : { optional })}>
      {(wired) => {
        const control = <input {...input} {...wired} onChange={(event) => onType(event.target.value)} />;
        if (beside === undefined) return control;
        return (
          <div className={styles["with"]}>
            {control}
            {beside}
          </div>
        );
      }}
    </Frame>
  );
}

/** Several lines of text. */
export function LongField({
  label,
  hint,
  wrong,
  optional,
  onType,
  ...area
}: About & Typed & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, keyof Typed | "onChange">) {
  return (
    <Frame {...{ label, hint, wrong }} {...(optional === undefined ? {} : { optional })}>
      {(wired) => <textarea rows={4} {...area} {...wired} onChange={(event) => onType(event.target.value)} />}
    </Frame>
  );
}

type Options<T extends string> = readonly (readonly [value: T, text: string])[];

const optionsOf = <T extends string>(options: Options<T>) =>
  options.map(([id, text]) => (
    <option key={id} value={id}>
      {text}
    </option>
  ));

/** One of a few words, or of many in groups that stand below the few. */
export function PickField<T extends string>({
  label,
  hint,
  value,
  options,
  groups = [],
  required = false,
  onPick,
}: About & {
  readonly value: T;
  readonly options: Options<T>;
  readonly groups?: readonly { readonly label: string; readonly options: Options<T> }[];
  readonly required?: boolean;
  readonly onPick: (value: T) => void;
}) {
  return (
    <Frame {...{ label, hint }}>
      {(wired) => (
        <select {...wired} required={required} value={value} onChange={(event) => onPick(event.target.value as T)}>
          {optionsOf(options)}
          {groups.map((group) => (
            <optgroup key={group.label} label={group.label}>
              {optionsOf(group.options)}
            </optgroup>
          ))}
        </select>
      )}
    </Frame>
  );
}

/** Any number of a few. */
export function TickField<T extends string>({
  label,
  options,
  value,
  onPick,
}: {
  readonly label: string;
  readonly options: readonly (readonly [value: T, text: string])[];
  readonly value: readonly T[];
  readonly onPick: (value: readonly T[]) => void;
}) {
  return (
    <fieldset className={styles["set"]}>
      <legend>{label}</legend>
      <div className={styles["ticks"]}>
        {options.map(([id, text]) => (
          <label key={id} className={styles["tick"]}>
            <input
              type="checkbox"
              checked={value.includes(id)}
              onChange={(event) => {
                onPick(event.target.checked ? [...value, id] : value.filter((each) => each !== id));
              }}
            />
            {text}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

export function TickBox({
  label,
  checked,
  onTick,
}: {
  readonly label: string;
  readonly checked: boolean;
  readonly onTick: (checked: boolean) => void;
}) {
  return (
    <label className={styles["tick"]}>
      <input type="checkbox" checked={checked} onChange={(event) => onTick(event.target.checked)} />
      {label}
    </label>
  );
}
