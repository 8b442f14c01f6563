import { hour } from "@openlymph/base";
import type { Rehearsal } from "@openlymph/rehearsal";
import type { History } from "@openlymph/therapy";
import { useMemo } from "react";
import { changeText } from "../format/numbers.ts";
import { Button } from "../ui/Button.tsx";
import { Fold } from "../ui/Fold.tsx";
import { words } from "../words.ts";
import type { BodyPart } from "./body-part.ts";
import styles from "./HappensPanel.module.css";
import { excessAt } from "./part-course.ts";

const told = words.happens.beside;

/** A rehearsal kept to hold others against. */
export interface KeptRehearsal {
  readonly title: string;
  readonly history: History;
  readonly rehearsal: Rehearsal;
}

export interface BesidePlanProps {
  readonly kept: KeptRehearsal | undefined;
  /** Whether one is kept, or is rehearsed again to be. */
  readonly keeps: boolean;
  readonly onKeep: (kept: KeptRehearsal | undefined) => void;
  /** What is shown now. */
  readonly now: KeptRehearsal;
  readonly part: BodyPart;
}

/** Times after the sessions began at which both are told, s. */
const moments = [1, 6, 24].map((hours) => hours * hour);

/** What a session changed in a part by a moment, m³. */
export function changeAt(rehearsal: Rehearsal, part: BodyPart, time: number): number {
  return excessAt(rehearsal, part, "with", time) - excessAt(rehearsal, part, "without", time);
}

function Table({
  kept,
  now,
  part,
}: {
  readonly kept: KeptRehearsal;
  readonly now: KeptRehearsal;
  readonly part: BodyPart;
}) {
  const rows = useMemo(() => {
    const ends = [kept, now].map(({ rehearsal }) => changeAt(rehearsal, part, rehearsal.duration));
    const later = moments.map((time) => [kept, now].map(({ rehearsal }) => changeAt(rehearsal, part, time)));
    return [
      { name: words.happens.moments.end, changes: ends },
      ...later.map((changes, n) => ({ name: told.after((moments[n] ?? 0) / hour), changes })),
    ];
  }, [kept, now, part]);
  return (
    <table className={styles["compare"]}>
      <caption>{told.caption(part.within)}</caption>
      <thead>
        <tr>
          <th scope="col">{words.happens.table.when}</th>
          <th scope="col">A</th>
          <th scope="col">B</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, changes }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {changes.map((change, n) => (
              <td key={n === 0 ? "A" : "B"}>{changeText(change, 3)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Keeps a plan's rehearsal, and holds the next ones on the same history against it. */
export function BesidePlan({ kept, keeps, onKeep, now, part }: BesidePlanProps) {
  const comparable = kept !== undefined && kept.history === now.history;
  const same = kept?.rehearsal === now.rehearsal;
  return (
    <Fold title={told.title} open={keeps}>
      <div className={styles["notes"]} data-testid="beside">
        {comparable && !same ? (
          <>
            <p>A: {kept.title}</p>
            <p>B: {now.title}</p>
            <Table kept={kept} now={now} part={part} />
            <p>{told.honest}</p>
          </>
        ) : (
          <p>{same ? told.waiting : told.why}</p>
        )}
        <div>
          {same ? null : (
            <Button kind="outlined" onPress={() => onKeep(now)}>
              {told.keep}
            </Button>
          )}
          {kept === undefined ? null : <Button onPress={() => onKeep(undefined)}>{told.forget}</Button>}
        </div>
      </div>
    </Fold>
  );
}
