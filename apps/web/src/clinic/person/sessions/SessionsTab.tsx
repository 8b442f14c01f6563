import { Footprints } from "lucide-react";
import { useRuleNames } from "../../rule-names.ts";
import card from "../../ui/Card.module.css";
import { Card, Empty } from "../../ui/Card.tsx";
import { DataTable } from "../../ui/DataTable.tsx";
import { dayShort, timeSaid } from "../../when.ts";
import { words } from "../../words/words.ts";
import { usePerson } from "../use-person.ts";
import { Ratings } from "./Ratings.tsx";
import { filledColumns, sessionRow } from "./session-row.ts";

const told = words.person.sessions;

function Stops() {
  const { record } = usePerson();
  const named = useRuleNames();
  const stops = record.checks.filter(({ locks }) => locks);
  if (stops.length === 0) return null;
  return (
    <Card title={told.checks}>
      <DataTable
        caption={told.checks}
        heads={told.checkHeads}
        rows={stops.toReversed().map(({ operation, at, reasons }) => {
          const cleared = record.clearances.find(({ check }) => check === operation);
          const when = Date.parse(at);
          return {
            key: operation,
            cells: [
              `${dayShort(when)}, ${timeSaid(when)}`,
              reasons.map(named).join("; "),
              cleared?.who ?? told.notCleared,
            ],
          };
        })}
      />
    </Card>
  );
}

/** What was played at home: when, how much, what was left out, how it felt. */
export function SessionsTab() {
  const { record } = usePerson();
  if (record.sessions.length === 0 && record.checks.every(({ locks }) => !locks)) {
    return (
      <Empty sign={<Footprints aria-hidden="true" size={40} />} title={told.none}>
        <p>{told.noneBody}</p>
      </Empty>
    );
  }
  const sessions = record.sessions.toReversed();
  const { heads, rows } = filledColumns(told.heads, sessions.map(sessionRow));
  return (
    <div className={card["stack"]}>
      <Ratings sessions={record.sessions} />
      <Stops />
      <Card title={told.title}>
        <p className={card["quiet"]}>{told.lead}</p>
        <DataTable
          caption={told.title}
          heads={heads}
          rows={rows.map((cells, n) => ({ key: sessions[n]?.id ?? "", cells }))}
        />
      </Card>
    </div>
  );
}
