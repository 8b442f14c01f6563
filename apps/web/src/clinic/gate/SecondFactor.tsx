import { KeyRound, Smartphone } from "lucide-react";
import { useState } from "react";
import { Act } from "../ui/Act.tsx";
import { Card } from "../ui/Card.tsx";
import { words } from "../words/words.ts";
import { AppFactor } from "./AppFactor.tsx";
import styles from "./Gate.module.css";
import { PasskeyFactor } from "./PasskeyFactor.tsx";
import { canUsePasskeys } from "./passkey.ts";
import { RecoveryCodes } from "./RecoveryCodes.tsx";

const told = words.gate.factor;

export interface SecondFactorProps {
  readonly name: string;
  readonly onDone: () => Promise<void>;
}

/** A password alone opens nothing: a passkey or an app is added before anything of anybody is shown. */
export function SecondFactor({ name, onDone }: SecondFactorProps) {
  const [way, setWay] = useState<"passkey" | "app">();
  const [codes, setCodes] = useState<readonly string[]>();
  const show = (given: readonly string[]): void => {
    if (given.length > 0) setCodes(given);
    else void onDone();
  };
  if (codes !== undefined) return <RecoveryCodes name={name} codes={codes} onDone={onDone} />;
  if (way === "app") return <AppFactor onCodes={show} onBack={() => setWay(undefined)} />;
  const passkeys = canUsePasskeys();
  return (
    <>
      <h1>{told.title}</h1>
      <p className={styles["lead"]}>{told.lead(name)}</p>
      <div className={styles["choices"]}>
        <Card title={told.passkey} aside={<KeyRound aria-hidden="true" size={24} />}>
          <p className={styles["hint"]}>{passkeys ? told.passkeyAbout : words.gate.signIn.noPasskey}</p>
          {passkeys ? <PasskeyFactor onDone={async (given) => show(given)} /> : null}
        </Card>
        <Card title={told.app} aside={<Smartphone aria-hidden="true" size={24} />}>
          <p className={styles["hint"]}>{told.appAbout}</p>
          <Act kind={passkeys ? "outlined" : "filled"} onPress={() => setWay("app")}>
            {told.appGo}
          </Act>
        </Card>
      </div>
    </>
  );
}
