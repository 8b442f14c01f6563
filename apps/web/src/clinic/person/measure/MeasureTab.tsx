import { Ruler } from "lucide-react";
import { useState } from "react";
import { useDraft } from "../../drafts.ts";
import { Act } from "../../ui/Act.tsx";
import card from "../../ui/Card.module.css";
import { Empty } from "../../ui/Card.tsx";
import { words } from "../../words/words.ts";
import { useMay } from "../use-may.ts";
import { usePerson } from "../use-person.ts";
import { SeriesCard } from "./SeriesCard.tsx";
import { TapeForm } from "./TapeForm.tsx";
import { firstTape, type TapeDraft } from "./tape-draft.ts";

const told = words.measure;

/** Tape readings to type beside the limb they describe, and all that was measured before. */
export function MeasureTab() {
  const { id, record } = usePerson();
  const draft = useDraft<TapeDraft>(`tape ${id}`, firstTape(record));
  const [open, setOpen] = useState(draft.touched);
  const { help } = useMay();
  const some = record.measurements.length > 0;
  return (
    <div className={card["stack"]}>
      {open ? <TapeForm draft={draft} onDone={() => setOpen(false)} /> : null}
      {!open && some && help ? (
        <div>
          <Act kind="filled" onPress={() => setOpen(true)}>
            <Ruler aria-hidden="true" size={20} />
            {told.new}
          </Act>
        </div>
      ) : null}
      {!open && !some ? (
        <Empty sign={<Ruler aria-hidden="true" size={40} />} title={told.none}>
          <p>{told.noneBody}</p>
          {help ? (
            <Act kind="filled" onPress={() => setOpen(true)}>
              {told.begin}
            </Act>
          ) : null}
        </Empty>
      ) : null}
      {some ? <SeriesCard /> : null}
    </div>
  );
}
