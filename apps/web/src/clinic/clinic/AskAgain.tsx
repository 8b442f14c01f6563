import { KeyRound } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { tell } from "../api.ts";
import { asProblem } from "../clinic-problem.ts";
import { canUsePasskeys, confirmByPasskey, wasGivenUp } from "../gate/passkey.ts";
import { Act } from "../ui/Act.tsx";
import card from "../ui/Card.module.css";
import { Card, Note } from "../ui/Card.tsx";
import { Field } from "../ui/Field.tsx";
import { PasswordField } from "../ui/PasswordField.tsx";
import { problemSaid } from "../ui/ProblemNote.tsx";
import { useClinic } from "../use-clinic.ts";
import { words } from "../words/words.ts";

const told = words.clinic.again;

function refusalSaid(error: unknown): string {
  if (wasGivenUp(error)) return words.gate.signIn.passkeyGiven;
  const problem = asProblem(error);
  return ["forbidden", "invalid"].includes(problem.code) ? told.wrong : problemSaid(problem);
}

export interface AskAgainProps {
  readonly onYes: () => void;
  readonly onNo: () => void;
}

/** Whether it is still the one who signed in: by passkey, or by password and code. */
export function AskAgain({ onYes, onNo }: AskAgainProps) {
  const { me, refresh } = useClinic();
  const [password, setPassword] = useState("");
  const [code, setCode] = useState("");
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<string>();
  const place = useRef<HTMLDivElement>(null);
  // It comes up because of something pressed elsewhere on the page: who cannot see it is led to it.
  useEffect(() => place.current?.focus(), []);
  const attempt = async (work: () => Promise<void>): Promise<void> => {
    setBusy(true);
    setSaid(undefined);
    try {
      await work();
      void refresh();
      onYes();
    } catch (error) {
      setBusy(false);
      setSaid(refusalSaid(error));
    }
  };
  const passkeys = me.factors.passkeys > 0 && canUsePasskeys();
  const body = { password, code: code.trim().toLowerCase() };
  return (
    <div ref={place} tabIndex={-1}>
      <Card title={told.title}>
        <p className={card["quiet"]}>{told.lead}</p>
        {passkeys ? (
          <div className={card["row"]}>
            <Act kind="filled" busy={busy} onPress={() => void attempt(confirmByPasskey)}>
              <KeyRound aria-hidden="true" size={20} />
              {told.passkey}
            </Act>
          </div>
        ) : null}
        <form
          className={card["stack"]}
          onSubmit={(event) => {
            event.preventDefault();
            void attempt(() => tell("confirm", { body, quiet: true }));
          }}
        >
          <div className={card["pair"]}>
            <PasswordField value={password} onType={setPassword} />
            <Field
              label={told.code}
              autoComplete="one-time-code"
              pattern="\s*(\d{6}|[A-Za-z0-9]{5}-[A-Za-z0-9]{5})\s*"
              required
              value={code}
              onType={setCode}
            />
          </div>
          {said === undefined ? null : (
            <Note tone="danger" loud>
              <p>{said}</p>
            </Note>
          )}
          <div className={card["row"]}>
            <Act kind={passkeys ? "outlined" : "filled"} submits busy={busy}>
              {told.go}
            </Act>
            <Act kind="plain" onPress={onNo}>
              {told.no}
            </Act>
          </div>
        </form>
      </Card>
    </div>
  );
}
