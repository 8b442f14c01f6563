import type { PersonLine } from "@openlymph/record/clinic";
import type { ReactNode } from "react";
import type { May } from "../person/use-may.ts";
import { useRuleNames } from "../rule-names.ts";
import { UrgencyMark } from "../ui/UrgencyMark.tsx";
import { sinceSaid } from "../when.ts";
import { words } from "../words/words.ts";
import { ItemActions } from "./ItemActions.tsx";
import styles from "./ItemCard.module.css";
import { itemFacts } from "./item-facts.ts";

export type Item = PersonLine["items"][number];

export interface ItemCardProps {
  readonly person: string;
  readonly item: Item;
  /** Whom it is about, in a list that is grouped by urgency; else the urgency itself stands there. */
  readonly head?: ReactNode;
  readonly onDone: () => void;
  readonly may: Pick<May, "help" | "decide">;
}

const sentences: Readonly<Record<string, string>> = words.today.rules;

/** Something that needs a person: why, since when, and what can be done about it. */
export function ItemCard({ person, item, head, onDone, may }: ItemCardProps) {
  const named = useRuleNames();
  return (
    <li className={styles["item"]} data-urgency={item.urgency} data-rule={item.rule}>
      <div className={styles["said"]}>
        <div className={styles["head"]}>
          {head ?? <UrgencyMark urgency={item.urgency} />}
          <span className={styles["since"]}>{sinceSaid(item.since)}</span>
        </div>
        <p className={styles["why"]}>{sentences[item.rule] ?? item.rule}</p>
        {itemFacts(item, named).map((fact) => (
          <p key={fact} className={styles["fact"]}>
            {fact}
          </p>
        ))}
      </div>
      {(item.rule === "check-locked" ? may.decide : may.help) ? (
        <ItemActions person={person} item={item} onDone={onDone} />
      ) : null}
    </li>
  );
}
