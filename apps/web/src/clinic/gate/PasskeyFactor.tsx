import { useState } from "react";
import { asProblem } from "../clinic-problem.ts";
import { Act } from "../ui/Act.tsx";
import { Note } from "../ui/Card.tsx";
import { Field } from "../ui/Field.tsx";
import { problemSaid } from "../ui/ProblemNote.tsx";
import type { Confirming } from "../use-confirming.tsx";
import { words } from "../words/words.ts";
import styles from "./PasskeyFactor.module.css";
import { addPasskey, wasGivenUp } from "./passkey.ts";

const told = words.gate.factor;

export interface PasskeyFactorProps {
  /** Handed the recovery codes that came with it; none where there are some left. */
  readonly onDone: (codes: readonly string[]) => Promise<void>;
  /** Asks first whether it is still the same person, where the server wants to know. */
  readonly confirming?: Confirming["confirming"];
}

const atOnce: Confirming["confirming"] = (work) => work();

/** Adds a passkey under a name by which it is known among others. */
export function PasskeyFactor({ onDone, confirming = atOnce }: PasskeyFactorProps) {
  const [name, setName] = useState<string>(told.passkeyUsual);
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<string>();
  const add = async (): Promise<void> => {
    setBusy(true);
    setSaid(undefined);
    try {
      await onDone(await confirming(() => addPasskey(name.trim() || told.passkeyUsual)));
    } catch (error) {
      setSaid(wasGivenUp(error) ? told.passkeyRefused : problemSaid(asProblem(error)));
    } finally {
      setBusy(false);
    }
  };
  return (
    <form
      className={styles["form"]}
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <Field label={told.passkeyName} maxLength={100} value={name} onType={setName} />
      {said === undefined ? null : (
        <Note tone="danger" loud>
          <p>{said}</p>
        </Note>
      )}
      <Act kind="filled" submits busy={busy}>
        {told.passkeyGo}
      </Act>
    </form>
  );
}
