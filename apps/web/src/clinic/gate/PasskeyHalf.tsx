import type { Me } from "@openlymph/record/clinic";
import { KeyRound } from "lucide-react";
import { useState } from "react";
import { tell } from "../api.ts";
import { asProblem } from "../clinic-problem.ts";
import { Act } from "../ui/Act.tsx";
import { Note } from "../ui/Card.tsx";
import { problemSaid } from "../ui/ProblemNote.tsx";
import { words } from "../words/words.ts";
import { CodeForm } from "./CodeForm.tsx";
import styles from "./Gate.module.css";
import { canUsePasskeys, signInByPasskey, wasGivenUp } from "./passkey.ts";

const told = words.gate;

export interface PasskeyHalfProps {
  readonly name: string;
  readonly onMe: (me: Me) => void;
  readonly onRefresh: () => Promise<void>;
}

/** The password was right, and the account's other half is a passkey. */
export function PasskeyHalf({ name, onMe, onRefresh }: PasskeyHalfProps) {
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<string>();
  const [recovery, setRecovery] = useState(false);
  if (recovery) return <CodeForm name={name} onMe={onMe} onPasskey={() => setRecovery(false)} />;
  const attempt = async (): Promise<void> => {
    setBusy(true);
    setSaid(undefined);
    try {
      await signInByPasskey();
      await onRefresh();
    } catch (error) {
      setSaid(wasGivenUp(error) ? told.signIn.passkeyGiven : problemSaid(asProblem(error)));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <h1>{told.code.title}</h1>
      <p className={styles["lead"]}>{told.code.passkeyLead(name)}</p>
      {canUsePasskeys() ? (
        <Act kind="filled" wide busy={busy} onPress={() => void attempt()}>
          <KeyRound aria-hidden="true" size={20} />
          {told.signIn.passkey}
        </Act>
      ) : (
        <p>{told.signIn.noPasskey}</p>
      )}
      {said === undefined ? null : (
        <Note tone="danger" loud>
          <p>{said}</p>
        </Note>
      )}
      <Act kind="plain" onPress={() => setRecovery(true)}>
        {told.code.recovery}
      </Act>
      <Act
        kind="plain"
        onPress={() => void tell("signOut", { method: "POST", quiet: true }).then(() => onMe({ state: "signed-out" }))}
      >
        {told.code.other}
      </Act>
    </>
  );
}
