import { type Me, meSchema } from "@openlymph/record/clinic";
import { KeyRound } from "lucide-react";
import { useState } from "react";
import { ask } from "../api.ts";
import { asProblem, type ClinicProblem } from "../clinic-problem.ts";
import { Act } from "../ui/Act.tsx";
import { Note } from "../ui/Card.tsx";
import { Field } from "../ui/Field.tsx";
import { PasswordField } from "../ui/PasswordField.tsx";
import { problemSaid } from "../ui/ProblemNote.tsx";
import { words } from "../words/words.ts";
import styles from "./Gate.module.css";
import { canUsePasskeys, signInByPasskey, wasGivenUp } from "./passkey.ts";

const told = words.gate.signIn;

export interface SignInFormProps {
  readonly ranOut: boolean;
  readonly onMe: (me: Me) => void;
  readonly onRefresh: () => Promise<void>;
}

/** One sentence for every refusal: it does not say which half was wrong, or whether there is such an account. */
function refusalSaid(problem: ClinicProblem, wrong: string): string {
  const refused = ["signed-out", "forbidden", "not-found", "invalid"].includes(problem.code);
  return refused ? wrong : problemSaid(problem);
}

/** Passkey first; else e-mail and password, whose second half comes after. */
export function SignInForm({ ranOut, onMe, onRefresh }: SignInFormProps) {
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [busy, setBusy] = useState<"passkey" | "password">();
  const [said, setSaid] = useState<string>();
  const passkeys = canUsePasskeys();
  const attempt = async (how: "passkey" | "password", work: () => Promise<unknown>, wrong: string): Promise<void> => {
    setBusy(how);
    setSaid(undefined);
    try {
      await work();
    } catch (error) {
      setSaid(wasGivenUp(error) ? told.passkeyGiven : refusalSaid(asProblem(error), wrong));
    } finally {
      setBusy(undefined);
    }
  };
  return (
    <>
      <h1>{told.title}</h1>
      {ranOut ? (
        <Note>
          <p>{told.backAfter}</p>
        </Note>
      ) : null}
      {passkeys ? (
        <>
          <Act
            kind="filled"
            wide
            busy={busy === "passkey"}
            onPress={() => void attempt("passkey", () => signInByPasskey().then(onRefresh), told.passkeyWrong)}
          >
            <KeyRound aria-hidden="true" size={20} />
            {told.passkey}
          </Act>
          <p className={styles["hint"]}>{told.passkeyHint}</p>
          <p className={styles["or"]}>{told.or}</p>
        </>
      ) : (
        <p className={styles["hint"]}>{told.noPasskey}</p>
      )}
      <form
        className={styles["form"]}
        onSubmit={(event) => {
          event.preventDefault();
          const body = { email, password };
          void attempt("password", async () => onMe(await ask("signIn", meSchema, { body, quiet: true })), told.wrong);
        }}
      >
        <Field
          label={told.email}
          type="email"
          required
          autoComplete="username webauthn"
          value={email}
          onType={setEmail}
        />
        <PasswordField value={password} onType={setPassword} />
        {said === undefined ? null : (
          <Note tone="danger" loud>
            <p>{said}</p>
          </Note>
        )}
        <Act kind={passkeys ? "outlined" : "filled"} submits wide busy={busy === "password"}>
          {told.go}
        </Act>
      </form>
      <p className={styles["hint"]}>{told.lost}</p>
    </>
  );
}
