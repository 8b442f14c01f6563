import { type Me, meSchema } from "@openlymph/record/clinic";
import { useState } from "react";
import { ask } from "../api.ts";
import { Act, ActLink } from "../ui/Act.tsx";
import { Note } from "../ui/Card.tsx";
import { Field } from "../ui/Field.tsx";
import { PasswordField } from "../ui/PasswordField.tsx";
import { ProblemNote } from "../ui/ProblemNote.tsx";
import { useSending } from "../use-sending.ts";
import { words } from "../words/words.ts";
import styles from "./Gate.module.css";
import { shortOf } from "./short-of.ts";

const told = words.gate.setup;

export interface SetUpFormProps {
  readonly token: string;
  readonly isNew: boolean;
  readonly onMe: (me: Me) => void;
}

/** The first account, by the link that the terminal printed. */
export function SetUpForm({ token, isNew, onMe }: SetUpFormProps) {
  const { busy, problem, send } = useSending();
  const [typed, setTyped] = useState({ clinic: "", contact: "", name: "", email: "", password: "" });
  const [tried, setTried] = useState(false);
  const set = (key: keyof typeof typed) => (value: string) => setTyped({ ...typed, [key]: value });
  if (!isNew) {
    return (
      <>
        <h1>{told.used}</h1>
        <Note>
          <p>{told.usedBody}</p>
          <div>
            <ActLink href="#">{words.gate.signIn.title}</ActLink>
          </div>
        </Note>
      </>
    );
  }
  const short = shortOf(typed.password);
  const submit = async (): Promise<void> => {
    setTried(true);
    if (short !== undefined) return;
    await send(async () => onMe(await ask("setup", meSchema, { body: { token, ...typed }, quiet: true })));
  };
  return (
    <>
      <h1>{told.title}</h1>
      <p className={styles["lead"]}>{told.lead}</p>
      <form
        className={styles["form"]}
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Field
          label={told.clinic}
          required
          maxLength={200}
          autoComplete="organization"
          value={typed.clinic}
          onType={set("clinic")}
        />
        <Field
          label={told.contact}
          hint={told.contactHint}
          required
          maxLength={400}
          value={typed.contact}
          onType={set("contact")}
        />
        <Field
          label={told.name}
          hint={told.nameHint}
          required
          maxLength={200}
          autoComplete="name"
          value={typed.name}
          onType={set("name")}
        />
        <Field
          label={told.email}
          hint={told.emailHint}
          type="email"
          required
          maxLength={200}
          autoComplete="username"
          value={typed.email}
          onType={set("email")}
        />
        <PasswordField fresh value={typed.password} onType={set("password")} wrong={tried ? short : undefined} />
        <ProblemNote problem={problem} />
        <Act kind="filled" submits busy={busy} wide>
          {told.go}
        </Act>
      </form>
    </>
  );
}
