import { joinLinkSchema } from "@openlymph/record/clinic";
import { Smartphone } from "lucide-react";
import { useState } from "react";
import type { z } from "zod";
import { ask } from "../../api.ts";
import { Act } from "../../ui/Act.tsx";
import card from "../../ui/Card.module.css";
import { Card } from "../../ui/Card.tsx";
import { ProblemNote } from "../../ui/ProblemNote.tsx";
import { useSending } from "../../use-sending.ts";
import { words } from "../../words/words.ts";
import { useMay } from "../use-may.ts";
import { usePerson } from "../use-person.ts";
import { JoinLink } from "./JoinLink.tsx";
import { PhoneLine } from "./PhoneLine.tsx";
import styles from "./Phones.module.css";

const told = words.plan.phones;

/** The phones of this person, and the link by which another one joins. */
export function Phones() {
  const { id, reply, again } = usePerson();
  const { busy, problem, send } = useSending();
  const { help } = useMay();
  const [link, setLink] = useState<z.output<typeof joinLinkSchema>>();
  const join = (): void => {
    void send(async () => setLink(await ask("join", joinLinkSchema, { method: "POST", parts: { person: id } })));
  };
  return (
    <Card title={told.title}>
      <p className={card["quiet"]}>{told.lead}</p>
      {reply.devices.length === 0 ? <p>{told.none}</p> : null}
      <ul className={styles["phones"]}>
        {reply.devices.map((device) => (
          <PhoneLine key={device.device} device={device} />
        ))}
      </ul>
      <ProblemNote problem={problem} />
      {link === undefined && help ? (
        <div>
          <Act busy={busy} onPress={join}>
            <Smartphone aria-hidden="true" size={18} />
            {told.join}
          </Act>
        </div>
      ) : null}
      {link === undefined ? null : (
        <JoinLink
          {...link}
          onDone={() => {
            setLink(undefined);
            again();
          }}
        />
      )}
    </Card>
  );
}
