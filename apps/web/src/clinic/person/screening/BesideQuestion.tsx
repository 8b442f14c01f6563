import type { Action, BodySide, Episode, JudgedLifting, Lifting, Screening } from "@openlymph/therapy";
import { Plus } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { Act } from "../../ui/Act.tsx";
import card from "../../ui/Card.module.css";
import { useClinic } from "../../use-clinic.ts";
import { words } from "../../words/words.ts";
import styles from "./Beside.module.css";
import { BesideEntries, hasEntries } from "./BesideEntries.tsx";
import { ClearanceForm } from "./ClearanceForm.tsx";
import { askedBeside, clearanceOf, withClearance, withInfection, withPlace } from "./edit-screening.ts";
import { InfectionForm } from "./InfectionForm.tsx";
import { PlaceForm } from "./PlaceForm.tsx";

const told = words.person.screening;

/** Which form stands open, and what it changes. */
type Open =
  | { readonly form: "place" }
  | { readonly form: "clearance"; readonly given?: Lifting }
  | { readonly form: "infection"; readonly given?: Episode };

/** The keyboard stands where it came from once a form is closed. */
function useReturn(open: Open | undefined) {
  const place = useRef<HTMLDivElement>(null);
  const before = useRef(open);
  useEffect(() => {
    if (before.current !== undefined && open === undefined) {
      place.current?.querySelector<HTMLElement>("[data-adds] button, button")?.focus();
    }
    before.current = open;
  }, [open]);
  return place;
}

export interface BesideQuestionProps {
  /** Id of a rule or of its second question. */
  readonly id: string;
  readonly action: Action;
  readonly screening: Screening;
  readonly liftings: readonly JudgedLifting[];
  readonly onScreening: (screening: Screening) => void;
}

/** What belongs to a question beside its answer: where it is, who cleared it, when the infection was. */
export function BesideQuestion({ id, action, screening, liftings, onScreening }: BesideQuestionProps) {
  const { me } = useClinic();
  const [open, setOpen] = useState<Open>();
  const [side, setSide] = useState<BodySide>("left");
  const place = useReturn(open);
  const asked = askedBeside({ id, action }, screening);
  const placed = (screening.where[id] ?? []).length > 0;
  const close = (): void => setOpen(undefined);
  const put = (changed: Screening): void => {
    onScreening(changed);
    close();
  };
  if (!hasEntries(id, screening) && !asked.place && !asked.clearance && !asked.infection) return null;
  return (
    <div ref={place} className={styles["beside"]} data-beside={id}>
      <BesideEntries
        {...{ id, screening, liftings, onScreening }}
        onClearance={(given) => setOpen({ form: "clearance", given })}
        onInfection={(given) => setOpen({ form: "infection", given })}
      />
      {open === undefined ? (
        <div className={card["row"]} data-adds>
          {asked.place ? (
            <Act kind="plain" onPress={() => setOpen({ form: "place" })}>
              <Plus aria-hidden="true" size={18} />
              {placed ? told.places.more : told.places.add}
            </Act>
          ) : null}
          {asked.clearance ? (
            <Act kind="plain" onPress={() => setOpen({ form: "clearance" })}>
              <Plus aria-hidden="true" size={18} />
              {told.clearances.add}
            </Act>
          ) : null}
          {asked.infection ? (
            <Act kind="plain" onPress={() => setOpen({ form: "infection" })}>
              <Plus aria-hidden="true" size={18} />
              {told.infections.add}
            </Act>
          ) : null}
        </div>
      ) : null}
      {open?.form === "place" ? (
        <PlaceForm
          side={side}
          onCancel={close}
          onAdd={(added) => {
            setSide(added.side ?? side);
            put(withPlace(screening, id, added));
          }}
        />
      ) : null}
      {open?.form === "clearance" ? (
        <ClearanceForm
          given={open.given}
          onCancel={close}
          onAdd={(form) => {
            const made = clearanceOf(id, form, me.name);
            const rules = open.given?.rules ?? made.rules;
            put(withClearance(screening, { ...made, rules }, open.given));
          }}
        />
      ) : null}
      {open?.form === "infection" ? (
        <InfectionForm
          rule={id}
          given={open.given}
          onCancel={close}
          onAdd={(given) => put(withInfection(screening, given, open.given))}
        />
      ) : null}
    </div>
  );
}
