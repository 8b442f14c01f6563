import { type Me, meSchema } from "@openlymph/record/clinic";
import { useEffect, useRef, useState } from "react";
import { ask, tell } from "../api.ts";
import { Act } from "../ui/Act.tsx";
import { Field } from "../ui/Field.tsx";
import { ProblemNote } from "../ui/ProblemNote.tsx";
import { useSending } from "../use-sending.ts";
import { words } from "../words/words.ts";
import styles from "./Gate.module.css";

const told = words.gate.code;

export interface CodeFormProps {
  readonly name: string;
  readonly onMe: (me: Me) => void;
  /** The account has no app but a passkey, for which a recovery code is to stand in: the way back to it. */
  readonly onPasskey?: () => void;
}

/** The code of the app, or one of the codes for the day the phone is gone. */
export function CodeForm({ name, onMe, onPasskey }: CodeFormProps) {
  const { busy, problem, send } = useSending();
  const [recovery, setRecovery] = useState(onPasskey !== undefined);
  const [code, setCode] = useState("");
  const wrong =
    problem !== undefined && ["invalid", "forbidden", "signed-out", "half-signed-in"].includes(problem.code);
  const form = useRef<HTMLFormElement>(null);
  // What was refused is there to be typed over, and is read out with why.
  useEffect(() => {
    if (problem !== undefined) form.current?.querySelector("input")?.select();
  }, [problem]);
  const standIn = onPasskey === undefined ? told.recoveryAppLead : told.recoveryLead;
  const lead = recovery ? standIn : told.lead;
  const submit = (): Promise<boolean> =>
    send(async () =>
      onMe(await ask("signInCode", meSchema, { body: { code: code.trim().toLowerCase() }, quiet: true })),
    );
  return (
    <>
      <h1>{told.title}</h1>
      <p className={styles["lead"]}>{lead(name)}</p>
      <form
        ref={form}
        className={styles["form"]}
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Field
          key={recovery ? "recovery" : "app"}
          label={recovery ? told.recoveryField : told.code}
          hint={recovery ? told.recoveryHint : undefined}
          wrong={wrong ? told.wrong : undefined}
          inputMode={recovery ? "text" : "numeric"}
          autoComplete="one-time-code"
          pattern={recovery ? "\\s*[A-Za-z0-9]{5}-[A-Za-z0-9]{5}\\s*" : "\\s*\\d{6}\\s*"}
          required
          value={code}
          onType={setCode}
        />
        {wrong ? null : <ProblemNote problem={problem} />}
        <Act kind="filled" submits wide busy={busy}>
          {told.go}
        </Act>
        {onPasskey === undefined ? (
          <Act
            kind="plain"
            onPress={() => {
              setRecovery(!recovery);
              setCode("");
            }}
          >
            {recovery ? told.useApp : told.recovery}
          </Act>
        ) : (
          <Act kind="plain" onPress={onPasskey}>
            {told.usePasskey}
          </Act>
        )}
        <Act
          kind="plain"
          onPress={() =>
            void tell("signOut", { method: "POST", quiet: true }).then(() => onMe({ state: "signed-out" }))
          }
        >
          {told.other}
        </Act>
      </form>
    </>
  );
}
