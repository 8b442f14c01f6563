import type { Written } from "@openlymph/record";
import { Printer } from "lucide-react";
import { useEffect, useState } from "react";
import { createPortal } from "react-dom";
import { Act } from "../../ui/Act.tsx";
import card from "../../ui/Card.module.css";
import { Card, Fold } from "../../ui/Card.tsx";
import { dayShort, whenSaid } from "../../when.ts";
import { words } from "../../words/words.ts";
import { usePerson } from "../use-person.ts";
import styles from "./Letter.module.css";

const told = words.letters;
type Letter = Written<"letter/written">;

/** A letter that was kept, to be read and to be printed on one page. */
function LetterTold({ letter }: { readonly letter: Letter }) {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    if (!printing) return;
    const end = (): void => setPrinting(false);
    window.addEventListener("afterprint", end, { once: true });
    window.print();
    return () => window.removeEventListener("afterprint", end);
  }, [printing]);
  return (
    <div className={card["stack"]}>
      <p className={card["quiet"]}>{told.by(letter.by.name, whenSaid(Date.parse(letter.at)))}</p>
      <p className={styles["text"]}>{letter.text}</p>
      <div>
        <Act onPress={() => setPrinting(true)}>
          <Printer aria-hidden="true" size={18} />
          {told.print}
        </Act>
      </div>
      {printing
        ? createPortal(
            <article className={styles["sheet"]} data-testid="letter-sheet">
              {letter.text}
            </article>,
            document.body,
          )
        : null}
    </div>
  );
}

/** Letters as they were sent, the newest first. */
export function LetterList() {
  const { record } = usePerson();
  return (
    <Card title={told.written}>
      {record.letters.toReversed().map((letter, n) => (
        <Fold key={letter.operation} title={`${dayShort(Date.parse(letter.at))}, ${letter.to}`} open={n === 0}>
          <LetterTold letter={letter} />
        </Fold>
      ))}
    </Card>
  );
}
