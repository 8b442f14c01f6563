import { useEffect, useRef } from "react";
import { type PersonTab, personHash, personTabs } from "../go-to.ts";
import { words } from "../words/words.ts";
import styles from "./PersonTabs.module.css";
import { usePerson } from "./use-person.ts";

/** The parts of a record, as links: each has an address of its own. */
export function PersonTabs({ current }: { readonly current: PersonTab }) {
  const { id } = usePerson();
  const list = useRef<HTMLUListElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the part that is open stays in sight where the row scrolls
  useEffect(() => {
    const row = list.current;
    const link = row?.querySelector<HTMLElement>('[aria-current="page"]');
    if (row && link) row.scrollTo({ left: link.offsetLeft - row.clientWidth / 2 + link.clientWidth / 2 });
  }, [current]);
  return (
    <nav aria-label={words.person.tabsLabel} className={styles["tabs"]}>
      <ul ref={list}>
        {personTabs.map((tab) => (
          <li key={tab}>
            <a href={personHash(id, tab)} {...(tab === current ? { "aria-current": "page" as const } : {})}>
              {words.person.tabs[tab]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
