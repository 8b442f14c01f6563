import type { Written } from "@openlymph/record";
import { parseScreening, screen } from "@openlymph/therapy";
import { useMemo } from "react";
import card from "../../ui/Card.module.css";
import { Note } from "../../ui/Card.tsx";
import { useClinic } from "../../use-clinic.ts";
import { whenSaid } from "../../when.ts";
import { words } from "../../words/words.ts";
import { Outcome } from "./Outcome.tsx";
import { settingsOf } from "./settings-of.ts";

const told = words.person.screening;

/** A screening that was kept, judged as of now: answers hold for a time only. */
export function KeptScreening({ kept }: { readonly kept: Written<"screening/kept"> }) {
  const { me } = useClinic();
  const outcome = useMemo(() => {
    const read = parseScreening(kept.text, "screening.yaml");
    if (!read.ok) return undefined;
    const judged = screen(read.value, Date.now() / 1000, settingsOf(me.clinic));
    return judged.ok ? judged.value : undefined;
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
      {outcome === undefined ? <p>{kept.action}</p> : <Outcome outcome={outcome} />}
    </div>
  );
}
