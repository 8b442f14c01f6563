import { Printer } from "lucide-react";
import { useEffect, useState } from "react";
import { createPortal } from "react-dom";
import { Act } from "../../ui/Act.tsx";
import card from "../../ui/Card.module.css";
import { CodePicture } from "../../ui/CodePicture.tsx";
import { CopyText } from "../../ui/CopyText.tsx";
import { daySaid, timeSaid } from "../../when.ts";
import { words } from "../../words/words.ts";
import { usePerson } from "../use-person.ts";
import sheet from "./JoinSheet.module.css";
import styles from "./Phones.module.css";

const told = words.plan.phones;

export interface JoinLinkProps {
  readonly link: string;
  readonly until: number;
  readonly onDone: () => void;
}

/** The link that counts once: as a code for the phone's camera, as text, and on paper. It is shown this once. */
export function JoinLink({ link, until, onDone }: JoinLinkProps) {
  const { name } = usePerson();
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    if (!printing) return;
    const end = (): void => setPrinting(false);
    window.addEventListener("afterprint", end, { once: true });
    window.print();
    return () => window.removeEventListener("afterprint", end);
  }, [printing]);
  const about = told.joinAbout(`${daySaid(until)}, ${timeSaid(until)}`);
  return (
    <div className={styles["join"]} data-testid="join">
      <h3>{told.joinTitle(name)}</h3>
      <CodePicture text={link} label={told.joinCode} />
      <CopyText text={link} label={told.join} />
      <p className={card["quiet"]}>{about}</p>
      <div className={card["row"]}>
        <Act onPress={() => setPrinting(true)}>
          <Printer aria-hidden="true" size={18} />
          {told.joinPrint}
        </Act>
        <Act onPress={onDone}>{told.joinDone}</Act>
      </div>
      {printing
        ? createPortal(
            <article className={sheet["sheet"]}>
              <h1>{told.joinTitle(name)}</h1>
              <CodePicture text={link} label={told.joinCode} />
              <p>{link}</p>
              <p>{about}</p>
            </article>,
            document.body,
          )
        : null}
    </div>
  );
}
