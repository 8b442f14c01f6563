import type { ReactNode, RefObject } from "react";
import type { Example, Named } from "../run/named.ts";
import type { Opened } from "../studio/opened.ts";
import { words } from "../words.ts";
import { Choice } from "./Choice.tsx";
import styles from "./DocumentCard.module.css";
import { FileDrop } from "./FileDrop.tsx";
import { OpenFile } from "./OpenFile.tsx";
import panel from "./Panel.module.css";
import { Problem } from "./Problem.tsx";
import { Scroll } from "./Scroll.tsx";

/** The words of a card for one kind of document. */
export interface DocumentWords {
  readonly title: string;
  readonly choose: string;
  readonly open: string;
  readonly dropArea: string;
  readonly kept: string;
}

export interface DocumentCardProps {
  readonly told: DocumentWords;
  readonly opened: Opened<{ readonly title: string }>;
  readonly examples: readonly Example[];
  readonly badges: ReactNode;
  /** Beside the button that opens a file. */
  readonly action?: ReactNode;
  readonly scroll?: RefObject<HTMLDivElement | null>;
  readonly children: ReactNode;
  readonly onOpen: (file: Named) => void;
}

function optionsOf({ file, own, value }: Opened<{ readonly title: string }>, examples: readonly Example[]) {
  const listed = examples.map((example) => ({ id: example.file, text: example.title }));
  if (value === undefined || (!own && listed.some(({ id }) => id === file))) return listed;
  return [
    { id: file, text: own ? words.files.own(value.title) : value.title },
    ...listed.filter(({ id }) => id !== file),
  ];
}

/** A card for a document that is chosen from a list or opened from a file: its head stands, what it tells scrolls. */
export function DocumentCard(props: DocumentCardProps) {
  const { told, opened, examples, badges, action, scroll, children, onOpen } = props;
  const { value, file, problem } = opened;
  return (
    <FileDrop label={told.dropArea} className={`${panel["panel"]} ${styles["card"]}`}>
      <div className={panel["head"]}>
        <h2>{told.title}</h2>
        {badges}
        {action}
        <OpenFile label={told.open} onOpen={onOpen} />
      </div>
      <Choice
        label={told.choose}
        placeholder={told.choose}
        value={value === undefined ? null : file}
        options={optionsOf(opened, examples)}
        onChange={(id) => {
          if (id !== file) onOpen({ file: id });
        }}
      />
      {problem === undefined ? null : <Problem message={problem} safe={told.kept} />}
      {value === undefined ? (
        <div className={styles["waiting"]} aria-hidden="true">
          <span />
          <span />
        </div>
      ) : (
        <Scroll className={styles["scroll"]} {...(scroll === undefined ? {} : { ref: scroll })}>
          {children}
        </Scroll>
      )}
    </FileDrop>
  );
}
