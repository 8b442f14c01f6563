import type { Written } from "@openlymph/record";
import {
  contraindicationsById,
  parseScreening,
  type Screening,
  type ScreeningOutcome,
  screen,
} from "@openlymph/therapy";
import { useMemo } from "react";
import card from "../../ui/Card.module.css";
import { Note } from "../../ui/Card.tsx";
import { useClinic } from "../../use-clinic.ts";
import { whenSaid } from "../../when.ts";
import { words } from "../../words/words.ts";
import styles from "./Beside.module.css";
import { ClearanceTold } from "./ClearanceTold.tsx";
import { judgedAt } from "./judged-at.ts";
import { Outcome } from "./Outcome.tsx";
import { settingsOf } from "./settings-of.ts";
import { infectionSaid } from "./told-beside.ts";

const told = words.person.screening;

const nameOf = (id: string): string => contraindicationsById.get(id)?.label ?? id.replaceAll("_", " ");

/** Clearances and infections that stand in the file, whether they count now or not. */
function Beside({ screening, outcome }: { readonly screening: Screening; readonly outcome: ScreeningOutcome }) {
  const { clearances, episodes } = screening;
  if (clearances.length + episodes.length === 0) return null;
  return (
    <div className={styles["kept"]}>
      <h3>{told.beside}</h3>
      <ul className={card["plainList"]}>
        {episodes.map((each) => (
          <li key={`${each.rule} ${each.began}`}>
            <strong>{nameOf(each.rule)}</strong>
            <p>{infectionSaid(each)}</p>
          </li>
        ))}
        {clearances.flatMap((given) =>
          given.rules.map((rule) => (
            <li key={`${rule} ${given.name} ${given.date} ${given.until}`}>
              <strong>{nameOf(rule)}</strong>
              <ClearanceTold {...{ given, rule, liftings: outcome.liftings }} />
            </li>
          )),
        )}
      </ul>
    </div>
  );
}

/** A screening that was kept, judged as of now: answers hold for a time only. */
export function KeptScreening({ kept }: { readonly kept: Written<"screening/kept"> }) {
  const { me } = useClinic();
  const read = useMemo(() => {
    const screening = parseScreening(kept.text, "screening.yaml");
    if (!screening.ok) return undefined;
    const judged = screen(screening.value, judgedAt(), settingsOf(me.clinic));
    return judged.ok ? { screening: screening.value, outcome: judged.value } : undefined;
  }, [kept, me.clinic]);
  return (
    <div className={card["stack"]}>
      <p className={card["quiet"]}>
        {told.by(kept.by.name, whenSaid(Date.parse(kept.at)))}, {told.version(kept.rulesVersion)}
      </p>
      {kept.override === undefined ? null : (
        <Note tone="warn">
          <p>
            <strong>{told.overridden(kept.override.why)}</strong>
            {told.by(kept.by.name, whenSaid(Date.parse(kept.at)))}
          </p>
        </Note>
      )}
      {read === undefined ? (
        <p>{kept.action}</p>
      ) : (
        <>
          <Outcome outcome={read.outcome} where={read.screening.where} />
          <Beside {...read} />
        </>
      )}
    </div>
  );
}
