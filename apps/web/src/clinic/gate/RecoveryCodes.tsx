import { Printer } from "lucide-react";
import { useState } from "react";
import { Act } from "../ui/Act.tsx";
import card from "../ui/Card.module.css";
import { CopyText } from "../ui/CopyText.tsx";
import { TickBox } from "../ui/Field.tsx";
import { words } from "../words/words.ts";
import styles from "./Gate.module.css";

const told = words.gate.factor;

export interface RecoveryCodesProps {
  readonly name: string;
  readonly codes: readonly string[];
  readonly onDone: () => Promise<void>;
  /** Under a heading of its own, among other things of the account. */
  readonly within?: boolean;
}

/** Shown once: the page goes on only when somebody says that they are kept. */
export function RecoveryCodes({ name, codes, onDone, within = false }: RecoveryCodesProps) {
  const [kept, setKept] = useState(false);
  return (
    <>
      {within ? null : <h1>{told.recoveryTitle}</h1>}
      <p className={styles["lead"]}>{told.recoveryLead}</p>
      <p className={styles["hint"]}>{told.recoveryOf(name)}</p>
      <ol className={styles["codes"]}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <div className={card["row"]}>
        <CopyText bare text={codes.join("\n")} label={told.recoveryCopyAll} />
        <Act onPress={() => print()}>
          <Printer aria-hidden="true" size={20} />
          {told.recoveryPrint}
        </Act>
      </div>
      <TickBox label={told.recoveryKept} checked={kept} onTick={setKept} />
      <Act kind="filled" wide off={!kept} onPress={() => void onDone()}>
        {within ? told.recoveryDone : told.recoveryGo}
      </Act>
    </>
  );
}
