import { LogOut } from "lucide-react";
import { useState } from "react";
import { PasskeyFactor } from "../gate/PasskeyFactor.tsx";
import { canUsePasskeys } from "../gate/passkey.ts";
import { Act } from "../ui/Act.tsx";
import card from "../ui/Card.module.css";
import { Card } from "../ui/Card.tsx";
import { ProblemNote } from "../ui/ProblemNote.tsx";
import { useClinic } from "../use-clinic.ts";
import { useConfirming } from "../use-confirming.tsx";
import { useSending } from "../use-sending.ts";
import { whenSaid } from "../when.ts";
import { words } from "../words/words.ts";
import { ChangePassword } from "./ChangePassword.tsx";
import { MySessions } from "./MySessions.tsx";
import { RecoveryCard } from "./RecoveryCard.tsx";

const told = words.clinic;

/** Oneself: signed in as whom and where, another password or passkey, and the way out. */
export function Account() {
  const { me, signOut, say, refresh } = useClinic();
  const { busy, problem, send } = useSending();
  // A changed password ends other sign-ins: their list is asked for again, and the form is a fresh one.
  const [changes, setChanges] = useState(0);
  const [codes, setCodes] = useState<readonly string[]>([]);
  const { confirming, panel } = useConfirming();
  const passkeyAdded = async (given: readonly string[]): Promise<void> => {
    say(told.passkeyAdded);
    setCodes(given);
    await refresh();
  };
  return (
    <>
      <div className={card["head"]}>
        <div>
          <h1>{me.name}</h1>
          <p className={card["quiet"]}>
            {words.roles[me.role]} · {me.email} · {told.signedInBy(told.strengths[me.strength])} ·{" "}
            {told.until(whenSaid(me.until))}
          </p>
        </div>
        <Act busy={busy} onPress={() => void send(signOut)}>
          <LogOut aria-hidden="true" size={18} />
          {told.signOut}
        </Act>
      </div>
      <ProblemNote problem={problem} />
      <MySessions key={`sessions ${changes}`} />
      <ChangePassword key={`password ${changes}`} onChanged={() => setChanges(changes + 1)} />
      <Card title={told.passkeyAdd}>
        <p className={card["quiet"]}>{canUsePasskeys() ? told.passkeyLead : words.gate.signIn.noPasskey}</p>
        {panel}
        {canUsePasskeys() ? <PasskeyFactor onDone={passkeyAdded} confirming={confirming} /> : null}
      </Card>
      <RecoveryCard codes={codes} onCodes={setCodes} />
    </>
  );
}
