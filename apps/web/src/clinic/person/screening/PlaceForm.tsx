import { type BodySide, bodySides, regionScope, type Scope } from "@openlymph/therapy";
import { useState } from "react";
import { PickField } from "../../ui/Field.tsx";
import { words } from "../../words/words.ts";
import { BesideForm } from "./BesideForm.tsx";
import { placeGroups } from "./place-groups.ts";
import { Radios } from "./Radios.tsx";

const told = words.person.screening.places;
const sides = bodySides.map((side) => [side, told.sides[side]] as const);

export interface PlaceFormProps {
  /** The side that was chosen last. */
  readonly side: BodySide;
  readonly onAdd: (place: Scope) => void;
  readonly onCancel: () => void;
}

/** Where a wound, a device or an operation is. */
export function PlaceForm({ side: first, onAdd, onCancel }: PlaceFormProps) {
  const [region, setRegion] = useState("");
  const [side, setSide] = useState<BodySide>(first);
  return (
    <BesideForm go={told.go} onSend={() => onAdd(regionScope(region, side))} onCancel={onCancel}>
      <PickField
        label={told.region}
        required
        value={region}
        options={[["", told.choose]]}
        groups={placeGroups}
        onPick={setRegion}
      />
      <div>
        <Radios label={told.side} value={side} options={sides} onPick={setSide} />
      </div>
    </BesideForm>
  );
}
