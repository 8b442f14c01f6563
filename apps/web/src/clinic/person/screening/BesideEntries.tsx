import { type Episode, type JudgedLifting, type Lifting, type Screening, scopeWords } from "@openlymph/therapy";
import type { ReactNode } from "react";
import { Act } from "../../ui/Act.tsx";
import { words } from "../../words/words.ts";
import styles from "./Beside.module.css";
import { ClearanceTold } from "./ClearanceTold.tsx";
import { withoutClearance, withoutInfection, withoutPlace } from "./edit-screening.ts";
import { infectionSaid } from "./told-beside.ts";

const told = words.person.screening;

interface EntryProps {
  readonly children: ReactNode;
  /** What the buttons are called to somebody who cannot see what they stand beside. */
  readonly removes: string;
  readonly changes?: string;
  readonly onRemove: () => void;
  readonly onChange?: () => void;
}

function Entry({ children, removes, changes, onRemove, onChange }: EntryProps) {
  return (
    <li className={styles["entry"]}>
      <div>{children}</div>
      <div className={styles["acts"]}>
        {onChange === undefined ? null : (
          <Act kind="plain" label={changes} onPress={onChange}>
            {told.change}
          </Act>
        )}
        <Act kind="plain" label={removes} onPress={onRemove}>
          {told.remove}
        </Act>
      </div>
    </li>
  );
}

const clearancesOf = (id: string, { clearances }: Screening): readonly Lifting[] =>
  clearances.filter(({ rules }) => rules.includes(id));
const infectionsOf = (id: string, { episodes }: Screening): readonly Episode[] =>
  episodes.filter(({ rule }) => rule === id);

/** Whether something stands beside a question. */
export function hasEntries(id: string, screening: Screening): boolean {
  const { where } = screening;
  return (where[id] ?? []).length + clearancesOf(id, screening).length + infectionsOf(id, screening).length > 0;
}

export interface BesideEntriesProps {
  readonly id: string;
  readonly screening: Screening;
  readonly liftings: readonly JudgedLifting[];
  readonly onScreening: (screening: Screening) => void;
  /** One is to be changed. */
  readonly onClearance: (given: Lifting) => void;
  readonly onInfection: (given: Episode) => void;
}

/** The places, infections and clearances of one question. */
export function BesideEntries(props: BesideEntriesProps) {
  const { id, screening, liftings, onScreening, onClearance, onInfection } = props;
  if (!hasEntries(id, screening)) return null;
  return (
    <ul className={styles["entries"]}>
      {(screening.where[id] ?? []).map((each) => (
        <Entry
          key={scopeWords(each)}
          removes={told.places.remove(scopeWords(each))}
          onRemove={() => onScreening(withoutPlace(screening, id, each))}
        >
          {scopeWords(each)}
        </Entry>
      ))}
      {infectionsOf(id, screening).map((each) => (
        <Entry
          key={`${each.began} ${each.feverFreeSince}`}
          changes={told.infections.change}
          removes={told.infections.remove}
          onChange={() => onInfection(each)}
          onRemove={() => onScreening(withoutInfection(screening, each))}
        >
          {infectionSaid(each)}
        </Entry>
      ))}
      {clearancesOf(id, screening).map((each) => (
        <Entry
          key={`${each.name} ${each.date} ${each.until}`}
          changes={told.clearances.change(each.name)}
          removes={told.clearances.remove(each.name)}
          onChange={() => onClearance(each)}
          onRemove={() => onScreening(withoutClearance(screening, id, each))}
        >
          <ClearanceTold {...{ given: each, rule: id, liftings }} />
        </Entry>
      ))}
    </ul>
  );
}
