import { type Me, meSchema } from "@openlymph/record/clinic";
import { useState } from "react";
import { ask } from "../api.ts";
import { Act } from "../ui/Act.tsx";
import { Field } from "../ui/Field.tsx";
import { PasswordField } from "../ui/PasswordField.tsx";
import { ProblemNote } from "../ui/ProblemNote.tsx";
import { useSending } from "../use-sending.ts";
import { words } from "../words/words.ts";
import styles from "./Gate.module.css";
import { shortOf } from "./short-of.ts";

const told = words.gate.invite;

/** Somebody who was invited chooses a name and a password. */
export function AcceptForm({ token, onMe }: { readonly token: string; readonly onMe: (me: Me) => void }) {
  const { busy, problem, send } = useSending();
  const [name, setName] = useState("");
  const [password, setPassword] = useState("");
  const [tried, setTried] = useState(false);
  const short = shortOf(password);
  const submit = async (): Promise<void> => {
    setTried(true);
    if (short !== undefined) return;
    await send(async () => onMe(await ask("accept", meSchema, { body: { token, name, password }, quiet: true })));
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
          label={words.gate.setup.name}
          hint={words.gate.setup.nameHint}
          required
          maxLength={200}
          autoComplete="name"
          value={name}
          onType={setName}
        />
        <PasswordField fresh value={password} onType={setPassword} wrong={tried ? short : undefined} />
        <ProblemNote problem={problem} />
        <Act kind="filled" submits busy={busy} wide>
          {told.go}
        </Act>
      </form>
    </>
  );
}
