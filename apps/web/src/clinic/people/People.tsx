import type { PersonLine } from "@openlymph/record/clinic";
import { ChevronRight, SearchX, UserRoundPlus } from "lucide-react";
import { useState } from "react";
import { personHash } from "../go-to.ts";
import { ActLink } from "../ui/Act.tsx";
import card from "../ui/Card.module.css";
import { Bones, Empty, Fold } from "../ui/Card.tsx";
import { Field } from "../ui/Field.tsx";
import { MadeUp } from "../ui/MadeUp.tsx";
import { ProblemNote } from "../ui/ProblemNote.tsx";
import { UrgencyMark } from "../ui/UrgencyMark.tsx";
import { usePeople } from "../use-people.ts";
import { whenSaid } from "../when.ts";
import { words } from "../words/words.ts";
import { matchesName } from "./match-name.ts";
import { Others } from "./Others.tsx";
import styles from "./People.module.css";

const told = words.people;

function lineOf({ limbs, stage }: PersonLine): string {
  const parts = [...limbs.map((limb) => words.limbs[limb]), ...(stage ? [told.stage(stage)] : [])];
  return parts.join(" · ");
}

function heardOf({ lastHeard, devices }: PersonLine): string {
  const heard = lastHeard === undefined ? told.notHeard : told.heard(whenSaid(lastHeard));
  return devices === 0 ? told.phones(0) : `${told.phones(devices)}, ${heard}`;
}

function Line({ person }: { readonly person: PersonLine }) {
  const [first] = person.items;
  return (
    <li>
      <a href={personHash(person.person)} className={styles["line"]}>
        <span className={styles["who"]}>
          <strong>{person.name}</strong>
          <MadeUp synthetic={person.synthetic} />
        </span>
        <span className={styles["what"]}>{lineOf(person) || words.person.noLimbs}</span>
        <span className={styles["heard"]}>{heardOf(person)}</span>
        <span className={styles["waits"]}>
          {first === undefined ? null : <UrgencyMark urgency={first.urgency} count={person.items.length} />}
          {first === undefined ? null : <span className="unseen">{told.items(person.items.length)}</span>}
        </span>
        <ChevronRight aria-hidden="true" size={20} className={styles["go"]} />
      </a>
    </li>
  );
}

/** Everybody this account looks after, to be found by name; the others of the clinic by name alone. */
export function People() {
  const { value, problem, again } = usePeople();
  const [wanted, setWanted] = useState("");
  const all = value?.people ?? [];
  const shown = all.filter(({ name }) => matchesName(name, wanted));
  const others = (value?.others ?? []).filter(({ name }) => matchesName(name, wanted));
  return (
    <>
      <div className={card["head"]}>
        <h1>{told.title}</h1>
        <ActLink kind="filled" href="#people/new">
          <UserRoundPlus aria-hidden="true" size={20} />
          {told.add}
        </ActLink>
      </div>
      <ProblemNote problem={problem} onAgain={again} />
      {value === undefined && problem === undefined ? <Bones count={5} label={words.wait} /> : null}
      {value !== undefined && all.length + others.length === 0 && wanted === "" ? (
        <Empty sign={<UserRoundPlus aria-hidden="true" size={40} />} title={words.today.noPeople}>
          <p>{words.today.noPeopleBody}</p>
        </Empty>
      ) : null}
      {value === undefined || all.length + value.others.length === 0 ? null : (
        <>
          <search className={styles["find"]}>
            <Field
              label={told.find}
              type="search"
              autoComplete="off"
              spellCheck={false}
              value={wanted}
              onType={setWanted}
            />
            <p role="status" className={card["quiet"]}>
              {told.count(shown.length, all.length)}
            </p>
          </search>
          {shown.length === 0 && others.length === 0 ? (
            <Empty sign={<SearchX aria-hidden="true" size={36} />} title={told.none}>
              <p>{told.noneBody}</p>
            </Empty>
          ) : (
            <ul className={styles["list"]}>
              {shown.map((person) => (
                <Line key={person.person} person={person} />
              ))}
            </ul>
          )}
          {others.length === 0 ? null : (
            <Fold title={`${told.others} (${others.length})`} open={wanted !== "" && shown.length === 0}>
              <Others others={others} />
            </Fold>
          )}
        </>
      )}
    </>
  );
}
