import type { Device } from "@openlymph/record/clinic";
import { TriangleAlert } from "lucide-react";
import { useState } from "react";
import { tell } from "../../api.ts";
import { Act } from "../../ui/Act.tsx";
import card from "../../ui/Card.module.css";
import { Note } from "../../ui/Card.tsx";
import { ProblemNote } from "../../ui/ProblemNote.tsx";
import { useClinic } from "../../use-clinic.ts";
import { useSending } from "../../use-sending.ts";
import { whenSaid } from "../../when.ts";
import { words } from "../../words/words.ts";
import { useMay } from "../use-may.ts";
import { usePerson } from "../use-person.ts";
import styles from "./Phones.module.css";

const told = words.plan.phones;

function standing({ joined, lastHeard, whole, refused, revoked }: Device): string {
  if (revoked !== undefined) return told.revoked(whenSaid(revoked));
  const heard = lastHeard === undefined ? told.notHeard : told.heard(whenSaid(lastHeard));
  const parts = [
    told.joined(whenSaid(joined)),
    heard,
    told.whole(whole),
    ...(refused > 0 ? [told.refused(refused)] : []),
  ];
  return parts.join(" · ");
}

/** A phone: when it joined, when it was heard, whether its record is whole; and the way to shut it out. */
export function PhoneLine({ device }: { readonly device: Device }) {
  const { id, again } = usePerson();
  const { say } = useClinic();
  const { help } = useMay();
  const { busy, problem, send } = useSending();
  const [asking, setAsking] = useState(false);
  const revoke = async (): Promise<void> => {
    const parts = { person: id, device: device.device };
    if (!(await send(() => tell("device", { method: "DELETE", parts })))) return;
    say(told.revokedSaid);
    again();
  };
  return (
    <li>
      <p>
        <strong>{device.name}</strong>
      </p>
      <p className={card["quiet"]}>{standing(device)}</p>
      {device.trouble === undefined || device.revoked !== undefined ? null : (
        <p className={styles["trouble"]}>
          <TriangleAlert aria-hidden="true" size={16} />
          {told.trouble[device.trouble]}
        </p>
      )}
      {asking ? (
        <Note tone="warn">
          <p>
            <strong>{told.revokeTitle(device.name)}</strong>
            {told.revokeBody}
          </p>
          <ProblemNote problem={problem} />
          <div className={card["row"]}>
            <Act kind="danger" busy={busy} onPress={() => void revoke()}>
              {told.revokeGo}
            </Act>
            <Act onPress={() => setAsking(false)}>{words.form.cancel}</Act>
          </div>
        </Note>
      ) : null}
      {device.revoked !== undefined || asking || !help ? null : (
        <div className={styles["act"]}>
          <Act kind="plain" label={`${told.revoke}: ${device.name}`} onPress={() => setAsking(true)}>
            {told.revoke}
          </Act>
        </div>
      )}
    </li>
  );
}
