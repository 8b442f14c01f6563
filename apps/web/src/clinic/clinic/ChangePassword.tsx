import { useState } from "react";
import { tell } from "../api.ts";
import { shortOf } from "../gate/short-of.ts";
import { Act } from "../ui/Act.tsx";
import card from "../ui/Card.module.css";
import { Card } from "../ui/Card.tsx";
import { PasswordField } from "../ui/PasswordField.tsx";
import { ProblemNote } from "../ui/ProblemNote.tsx";
import { useClinic } from "../use-clinic.ts";
import { useSending } from "../use-sending.ts";
import { words } from "../words/words.ts";

const told = words.clinic.password;

/** Another password, with the one before; whoever is signed in elsewhere with it is out. */
export function ChangePassword({ onChanged }: { readonly onChanged: () => void }) {
  const { say } = useClinic();
  const { busy, problem, send } = useSending();
  const [old, setOld] = useState("");
  const [password, setPassword] = useState("");
  const [tried, setTried] = useState(false);
  const short = shortOf(password);
  const submit = async (): Promise<void> => {
    setTried(true);
    if (short !== undefined) return;
    if (!(await send(() => tell("password", { body: { old, password }, quiet: true })))) return;
    say(told.changed);
    onChanged();
  };
  return (
    <Card title={told.title}>
      <p className={card["quiet"]}>{told.lead}</p>
      <form
        className={card["stack"]}
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <div className={card["pair"]}>
          <PasswordField label={told.old} value={old} onType={setOld} />
          <PasswordField
            label={told.fresh}
            fresh
            value={password}
            onType={setPassword}
            wrong={tried ? short : undefined}
          />
        </div>
        <ProblemNote problem={problem} />
        <div className={card["row"]}>
          <Act submits busy={busy}>
            {told.go}
          </Act>
        </div>
      </form>
    </Card>
  );
}
