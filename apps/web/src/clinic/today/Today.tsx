import { urgencies } from "@openlymph/record";
import type { PersonLine } from "@openlymph/record/clinic";
import { HeartHandshake, RefreshCw, UserRoundPlus } from "lucide-react";
import { personHash } from "../go-to.ts";
import { mayOf } from "../person/use-may.ts";
import { Act, ActLink } from "../ui/Act.tsx";
import { ArrivalNote } from "../ui/ArrivalNote.tsx";
import card from "../ui/Card.module.css";
import { Bones, Empty } from "../ui/Card.tsx";
import { MadeUp } from "../ui/MadeUp.tsx";
import { ProblemNote } from "../ui/ProblemNote.tsx";
import { UrgencyMark } from "../ui/UrgencyMark.tsx";
import { useArrivals } from "../use-arrivals.ts";
import { useClinic } from "../use-clinic.ts";
import { usePeople } from "../use-people.ts";
import { words } from "../words/words.ts";
import { HowItComes } from "./HowItComes.tsx";
import styles from "./ItemCard.module.css";
import { type Item, ItemCard } from "./ItemCard.tsx";
import today from "./Today.module.css";

const told = words.today;

interface Waiting {
  readonly person: PersonLine;
  readonly item: Item;
}

function Group({
  urgency,
  waiting,
  onDone,
}: {
  readonly urgency: Item["urgency"];
  readonly waiting: readonly Waiting[];
  readonly onDone: () => void;
}) {
  const { me } = useClinic();
  if (waiting.length === 0) return null;
  return (
    <section className={today["group"]} aria-label={told.urgency[urgency]}>
      <h2>
        <UrgencyMark urgency={urgency} count={waiting.length} />
        <span className={today["about"]}>{told.urgencyAbout[urgency]}</span>
      </h2>
      <ul className={styles["list"]}>
        {waiting.map(({ person, item }) => (
          <ItemCard
            key={item.id}
            person={person.person}
            item={item}
            onDone={onDone}
            may={mayOf(me.role, person.team.includes(me.account))}
            head={
              <>
                <a className={styles["person"]} href={personHash(person.person)}>
                  {person.name}
                </a>
                <MadeUp synthetic={person.synthetic} />
              </>
            }
          />
        ))}
      </ul>
    </section>
  );
}

function Nothing({ people }: { readonly people: readonly PersonLine[] }) {
  if (people.length === 0) {
    return (
      <Empty sign={<UserRoundPlus aria-hidden="true" size={40} />} title={told.noPeople}>
        <p>{told.noPeopleBody}</p>
        <ActLink kind="filled" href="#people/new">
          {words.people.add}
        </ActLink>
      </Empty>
    );
  }
  return (
    <Empty sign={<HeartHandshake aria-hidden="true" size={40} />} title={told.empty}>
      <p>{told.emptyBody}</p>
    </Empty>
  );
}

/** Who needs something and why, over all people, in one list. */
export function Today() {
  const { value, problem, busy, again } = usePeople();
  const arrivals = useArrivals();
  const people = value?.people ?? [];
  const all = people.flatMap((person) => person.items.map((item): Waiting => ({ person, item })));
  const sorted = all.toSorted((a, b) => a.item.since - b.item.since);
  const count = new Set(all.map(({ person }) => person.person)).size;
  return (
    <>
      <div className={card["head"]}>
        <div>
          <h1>{told.title}</h1>
          {value === undefined || all.length === 0 ? null : (
            <p className={card["quiet"]}>{told.lead(all.length, count)}</p>
          )}
        </div>
        <Act busy={busy} onPress={again}>
          <RefreshCw aria-hidden="true" size={18} />
          {told.again}
        </Act>
      </div>
      <ArrivalNote arrivals={arrivals} onShow={again} />
      <ProblemNote problem={problem} onAgain={again} />
      {value === undefined && problem === undefined ? <Bones label={words.wait} /> : null}
      {value !== undefined && all.length === 0 ? <Nothing people={people} /> : null}
      {urgencies.map((urgency) => (
        <Group
          key={urgency}
          urgency={urgency}
          waiting={sorted.filter(({ item }) => item.urgency === urgency)}
          onDone={again}
        />
      ))}
      <HowItComes />
    </>
  );
}
