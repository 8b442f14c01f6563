import { Phone, Radio } from "lucide-react";
import { Badge } from "../../ui/Badge.tsx";
import { personHash } from "../go-to.ts";
import { Note } from "../ui/Card.tsx";
import { MadeUp } from "../ui/MadeUp.tsx";
import { UrgencyMark } from "../ui/UrgencyMark.tsx";
import { ageOf, calendarDay, timeSaid, whenSaid } from "../when.ts";
import { words } from "../words/words.ts";
import styles from "./PersonHead.module.css";
import { usePerson } from "./use-person.ts";

const told = words.person;

/** Who this is, at a glance: name, limbs, stage, phones, what waits. */
export function PersonHead() {
  const { id, name, record, reply, items } = usePerson();
  const described = record.person;
  const phones = reply.devices.filter(({ revoked }) => revoked === undefined);
  const heard = Math.max(0, ...phones.map(({ lastHeard }) => lastHeard ?? 0));
  const [first] = items;
  return (
    <header className={styles["head"]}>
      <div className={styles["who"]}>
        <h1>{name}</h1>
        <MadeUp synthetic={described?.synthetic === true} />
        {first === undefined ? null : (
          <a href={personHash(id)} className={styles["waits"]}>
            <UrgencyMark urgency={first.urgency} count={items.length} />
          </a>
        )}
      </div>
      <ul className={styles["facts"]}>
        {described?.born === undefined ? null : (
          <li>{told.born(calendarDay(described.born), ageOf(described.born))}</li>
        )}
        <li className={styles["limbs"]}>
          {described?.limbs.map((limb) => (
            <Badge key={limb}>{words.limbs[limb]}</Badge>
          ))}
          {described?.limbs.length ? null : told.noLimbs}
        </li>
        <li>{described?.stage ? told.stage(described.stage) : told.noStage}</li>
        <li>
          <Phone aria-hidden="true" size={16} /> {told.phones(phones.length)}
        </li>
        <li>
          <Radio aria-hidden="true" size={16} /> {heard === 0 ? told.notHeard : told.heard(whenSaid(heard))}
        </li>
      </ul>
      {reply.glass === undefined ? null : (
        <Note tone="warn">
          <p>{told.glass(timeSaid(reply.glass.until), reply.glass.reason)}</p>
        </Note>
      )}
      {record.unread > 0 ? (
        <Note tone="warn">
          <p>{told.unread(record.unread)}</p>
        </Note>
      ) : null}
    </header>
  );
}
