import type { People } from "@openlymph/record/clinic";
import { useState } from "react";
import { Act } from "../ui/Act.tsx";
import card from "../ui/Card.module.css";
import { words } from "../words/words.ts";
import { GlassForm } from "./GlassForm.tsx";
import styles from "./People.module.css";

const told = words.people;

/** People this account does not look after, by name alone. */
export function Others({ others }: { readonly others: People["others"] }) {
  const [open, setOpen] = useState<string>();
  return (
    <div className={styles["others"]}>
      <p className={card["quiet"]}>{told.othersAbout}</p>
      <ul>
        {others.map(({ person, name }) => (
          <li key={person}>
            <span>{name}</span>
            {open === person ? (
              <GlassForm person={person} name={name} onCancel={() => setOpen(undefined)} />
            ) : (
              <Act label={told.open(name)} onPress={() => setOpen(person)}>
                {told.openShort}
              </Act>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
