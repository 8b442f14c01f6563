import { ClipboardCheck } from "lucide-react";
import { useState } from "react";
import { Act } from "../../ui/Act.tsx";
import card from "../../ui/Card.module.css";
import { Card, Empty, Fold } from "../../ui/Card.tsx";
import { dayShort } from "../../when.ts";
import { words } from "../../words/words.ts";
import { useMay } from "../use-may.ts";
import { usePerson } from "../use-person.ts";
import { KeptScreening } from "./KeptScreening.tsx";
import { ScreeningForm } from "./ScreeningForm.tsx";
import { useScreeningDraft } from "./screening-draft.ts";

const told = words.person.screening;

/** The last screening and what it came to; a new one, question by question; those before. */
export function ScreeningTab() {
  const { id, record } = usePerson();
  const last = record.screenings.at(-1);
  const draft = useScreeningDraft(id, last);
  const [asking, setAsking] = useState(draft.touched);
  const { decide } = useMay();
  if (asking) return <ScreeningForm draft={draft} onDone={() => setAsking(false)} />;
  if (last === undefined) {
    return (
      <Empty sign={<ClipboardCheck aria-hidden="true" size={40} />} title={told.none}>
        <p>{told.noneBody}</p>
        {decide ? (
          <Act kind="filled" onPress={() => setAsking(true)}>
            {told.begin}
          </Act>
        ) : null}
      </Empty>
    );
  }
  const before = record.screenings.slice(0, -1).toReversed();
  return (
    <div className={card["stack"]}>
      <Card title={told.last} aside={decide ? <Act onPress={() => setAsking(true)}>{told.again}</Act> : null}>
        <KeptScreening kept={last} />
      </Card>
      {before.length === 0 ? null : (
        <Card title={told.before}>
          {before.map((kept) => (
            <Fold key={kept.operation} title={`${dayShort(Date.parse(kept.at))}, ${kept.by.name}`}>
              <KeptScreening kept={kept} />
            </Fold>
          ))}
        </Card>
      )}
    </div>
  );
}
