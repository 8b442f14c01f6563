import { recoverySchema } from "@openlymph/record/clinic";
import { useState } from "react";
import { ask } from "../api.ts";
import { RecoveryCodes } from "../gate/RecoveryCodes.tsx";
import { Act } from "../ui/Act.tsx";
import card from "../ui/Card.module.css";
import { Card } from "../ui/Card.tsx";
import { ProblemNote } from "../ui/ProblemNote.tsx";
import { useClinic } from "../use-clinic.ts";
import { useConfirming } from "../use-confirming.tsx";
import { useSending } from "../use-sending.ts";
import { words } from "../words/words.ts";

const told = words.clinic.recovery;

export interface RecoveryCardProps {
  /** Codes that came with something else and are to be shown. */
  readonly codes: readonly string[];
  readonly onCodes: (codes: readonly string[]) => void;
}

/** How many codes are left, and ten new ones. */
export function RecoveryCard({ codes, onCodes }: RecoveryCardProps) {
  const { me, refresh } = useClinic();
  const { busy, problem, send } = useSending();
  const { confirming, panel } = useConfirming();
  const [left, setLeft] = useState(me.factors.recoveryCodes);
  const make = (): Promise<boolean> =>
    send(async () => {
      const { recoveryCodes } = await confirming(() => ask("recoveryCodes", recoverySchema, { body: {} }));
      setLeft(recoveryCodes.length);
      onCodes(recoveryCodes);
    });
  const kept = async (): Promise<void> => {
    onCodes([]);
    await refresh();
  };
  return (
    <Card title={told.title}>
      {codes.length > 0 ? (
        <RecoveryCodes within name={me.name} codes={codes} onDone={kept} />
      ) : (
        <>
          <p className={card["quiet"]}>
            {told.lead} {told.left(left)}
          </p>
          {panel}
          <ProblemNote problem={problem} />
          <div className={card["row"]}>
            <Act busy={busy} onPress={() => void make()}>
              {told.go}
            </Act>
            {left > 0 ? <span className={card["quiet"]}>{told.ends}</span> : null}
          </div>
        </>
      )}
    </Card>
  );
}
