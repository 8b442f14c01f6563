import { words } from "../words.ts";
import styles from "./InfoCard.module.css";
import { basesOf, type RecordSources } from "./record-sources.ts";

/** What the record of a thing rests on: a line, and all of it where the thing is kept in sight. */
export function FactSources({ told, kept }: { readonly told: RecordSources; readonly kept: boolean }) {
  const line = `${words.facts.record(basesOf(told))} ${words.facts.numbers}`;
  if (!kept) return <p className={styles["sources"]}>{line}</p>;
  return (
    <details className={styles["sources"]} data-testid="fact-sources">
      <summary>{line}</summary>
      <ul>
        {told.sources.map(({ citation, address, basis }) => (
          <li key={citation}>
            {address === undefined ? (
              citation
            ) : (
              <a href={address} target="_blank" rel="noreferrer">
                {citation}
              </a>
            )}{" "}
            ({basis})
          </li>
        ))}
        {told.estimates.map(({ field, basis }) => (
          <li key={field}>{words.facts.estimate(field, basis)}</li>
        ))}
      </ul>
    </details>
  );
}
