import { Eye, EyeOff } from "lucide-react";
import { useState } from "react";
import { words } from "../words/words.ts";
import { Act } from "./Act.tsx";
import { Field } from "./Field.tsx";

export interface PasswordFieldProps {
  readonly value: string;
  readonly onType: (value: string) => void;
  /** A new one is chosen; else the one that is known is asked for. */
  readonly fresh?: boolean;
  readonly wrong?: string | undefined;
  readonly label?: string;
}

/** A password that can be seen, pasted and filled in by a password manager; only its length is asked for. */
export function PasswordField(props: PasswordFieldProps) {
  const { value, onType, fresh = false, wrong, label = words.form.password } = props;
  const [seen, setSeen] = useState(false);
  return (
    <Field
      label={label}
      hint={fresh ? words.form.passwordHint : undefined}
      wrong={wrong}
      type={seen ? "text" : "password"}
      autoComplete={fresh ? "new-password" : "current-password"}
      autoCapitalize="none"
      spellCheck={false}
      required
      value={value}
      onType={onType}
      beside={
        <Act
          label={`${seen ? words.form.hidePassword : words.form.showPassword}${props.label === undefined ? "" : `: ${label}`}`}
          onPress={() => setSeen(!seen)}
        >
          {seen ? <EyeOff aria-hidden="true" size={20} /> : <Eye aria-hidden="true" size={20} />}
        </Act>
      }
    />
  );
}
