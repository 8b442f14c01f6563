import { appFactorSchema, recoverySchema } from "@openlymph/record/clinic";
import { useState } from "react";
import { ask } from "../api.ts";
import { Act } from "../ui/Act.tsx";
import { Bones } from "../ui/Card.tsx";
import { CodePicture } from "../ui/CodePicture.tsx";
import { CopyText } from "../ui/CopyText.tsx";
import { Field } from "../ui/Field.tsx";
import { ProblemNote } from "../ui/ProblemNote.tsx";
import { useLoaded } from "../use-loaded.ts";
import { useSending } from "../use-sending.ts";
import { words } from "../words/words.ts";
import styles from "./Gate.module.css";

const told = words.gate.factor;

export interface AppFactorProps {
  readonly onCodes: (codes: readonly string[]) => void;
  readonly onBack: () => void;
}

/** Four letters at a time: easier to type. */
const grouped = (secret: string): string => secret.replaceAll(/(.{4})(?=.)/g, "$1 ");

/** The secret as a picture and as text, and a code of the app as proof that it has it. */
export function AppFactor({ onCodes, onBack }: AppFactorProps) {
  const begun = useLoaded("app", () => ask("appFactor", appFactorSchema, { body: {}, quiet: true }));
  const { busy, problem, send } = useSending();
  const [code, setCode] = useState("");
  const refused = problem !== undefined && (problem.code === "invalid" || problem.code === "forbidden");
  if (begun.value === undefined) {
    return begun.problem === undefined ? (
      <Bones label={words.wait} />
    ) : (
      <ProblemNote problem={begun.problem} onAgain={begun.again} />
    );
  }
  const { secret, uri } = begun.value;
  const confirm = (): Promise<boolean> =>
    send(async () => {
      const body = { code: code.trim() };
      onCodes((await ask("appFactorConfirm", recoverySchema, { body, quiet: true })).recoveryCodes);
    });
  return (
    <>
      <h1>{told.app}</h1>
      <div className={styles["app"]}>
        <h2>{told.appScan}</h2>
        <CodePicture text={uri} label={told.appCode} />
        <h2>{told.appType}</h2>
        <CopyText text={grouped(secret)} label={told.appType} />
        <form
          className={styles["form"]}
          onSubmit={(event) => {
            event.preventDefault();
            void confirm();
          }}
        >
          <Field
            label={told.appConfirm}
            inputMode="numeric"
            autoComplete="one-time-code"
            pattern="\s*\d{6}\s*"
            required
            wrong={refused ? told.appWrong : undefined}
            value={code}
            onType={setCode}
          />
          {refused ? null : <ProblemNote problem={problem} />}
          <Act kind="filled" submits wide busy={busy}>
            {told.appDone}
          </Act>
          <Act kind="plain" onPress={onBack}>
            {words.form.back}
          </Act>
        </form>
      </div>
    </>
  );
}
