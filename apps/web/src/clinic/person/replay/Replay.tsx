import { replayWorklist, type Spell } from "@openlymph/record";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { useMemo, useState } from "react";
import { useRuleNames } from "../../rule-names.ts";
import { itemFacts } from "../../today/item-facts.ts";
import { Act } from "../../ui/Act.tsx";
import card from "../../ui/Card.module.css";
import { Fold } from "../../ui/Card.tsx";
import { DataTable } from "../../ui/DataTable.tsx";
import { Field } from "../../ui/Field.tsx";
import { UrgencyMark } from "../../ui/UrgencyMark.tsx";
import { calendarDay, dayShort, timeSaid, todayText } from "../../when.ts";
import { words } from "../../words/words.ts";
import { usePerson } from "../use-person.ts";
import styles from "./Replay.module.css";

const told = words.today.replay;
const sentences: Readonly<Record<string, string>> = words.today.rules;
const outcomes: Readonly<Record<string, string>> = words.today.outcomes;

/** How far back it goes. */
const replayedDays = 365;
const dayLength = 86_400_000;

/** A day by the clock of this device: when it begins and when the next one does, ms since 1970. */
function dayOf(text: string): readonly [number, number] {
  const begin = new Date(`${text}T00:00:00`);
  const end = new Date(begin);
  end.setDate(end.getDate() + 1);
  return [begin.getTime(), end.getTime()];
}

/** The day so many days on, as the field has it. */
function shifted(text: string, days: number): string {
  const noon = new Date(`${text}T12:00:00`);
  noon.setDate(noon.getDate() + days);
  return todayText(noon);
}

const momentSaid = (at: number): string => `${dayShort(at)}, ${timeSaid(at)}`;

/** What took it off the list. */
function endSaid({ until, by }: Spell): string {
  if (until === undefined) return told.stands;
  if (by === undefined) return told.noLonger;
  const what = outcomes[by.what] ?? told.cleared(by.what);
  return by.author === undefined ? what : told.endedBy(what, by.author.name);
}

function OneDay({ spells, day }: { readonly spells: readonly Spell[]; readonly day: string }) {
  const named = useRuleNames();
  const [begin, end] = dayOf(day);
  const shown = spells.filter(({ from, until }) => from < end && (until === undefined || until >= begin));
  if (shown.length === 0) return <p className={card["quiet"]}>{told.nothing(calendarDay(day))}</p>;
  return (
    <ul className={styles["day"]} aria-label={told.on(calendarDay(day))}>
      {shown.map((spell) => {
        const { item, from, until } = spell;
        const cameToday = from >= begin;
        const wentToday = until !== undefined && until < end;
        return (
          <li key={`${item.id} ${from}`} data-rule={item.rule}>
            <div className={styles["head"]}>
              <UrgencyMark urgency={item.urgency} />
              <span className={card["quiet"]}>
                {cameToday ? told.came(timeSaid(from)) : told.since(momentSaid(from))}
              </span>
            </div>
            <p>{sentences[item.rule] ?? item.rule}</p>
            {itemFacts(item, named).map((fact) => (
              <p key={fact} className={card["quiet"]}>
                {fact}
              </p>
            ))}
            {wentToday ? <p>{told.went(timeSaid(until), endSaid(spell))}</p> : null}
          </li>
        );
      })}
    </ul>
  );
}

function Replayed() {
  const { id, operations, reply } = usePerson();
  const today = todayText();
  const [day, setDay] = useState(today);
  const first = operations.reduce((least, { received }) => Math.min(least, received), Date.now());
  const since = Math.max(first, Date.now() - replayedDays * dayLength);
  const earliest = todayText(new Date(since));
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is played again when something has arrived, not each moment
  const spells = useMemo(
    () => replayWorklist({ of: id, operations, devices: reply.devices }, since, Date.now()),
    [id, operations, reply.devices],
  );
  return (
    <div className={styles["replay"]}>
      <p>{told.lead}</p>
      <div className={styles["choose"]}>
        <Act label={told.before} off={day <= earliest} onPress={() => setDay(shifted(day, -1))}>
          <ChevronLeft aria-hidden="true" size={20} />
        </Act>
        <Field
          label={told.day}
          type="date"
          min={earliest}
          max={today}
          value={day}
          onType={(next) => setDay(next === "" || next > today || next < earliest ? day : next)}
        />
        <Act label={told.after} off={day >= today} onPress={() => setDay(shifted(day, 1))}>
          <ChevronRight aria-hidden="true" size={20} />
        </Act>
      </div>
      <div role="status">
        <OneDay spells={spells} day={day} />
      </div>
      {spells.length === 0 ? null : (
        <DataTable
          caption={told.all}
          heads={told.heads}
          rows={spells.map((spell) => ({
            key: `${spell.item.id} ${spell.from}`,
            cells: [
              sentences[spell.item.rule] ?? spell.item.rule,
              momentSaid(spell.from),
              spell.until === undefined ? "" : momentSaid(spell.until),
              endSaid(spell),
            ],
          }))}
        />
      )}
      <p className={card["quiet"]}>{told.honest(replayedDays)}</p>
    </div>
  );
}

/** What the list said of this person before, day by day: computed again from the record, by the rules of today's list. */
export function Replay() {
  return (
    <Fold title={told.title}>
      <Replayed />
    </Fold>
  );
}
