import card from "../../ui/Card.module.css";
import { Card } from "../../ui/Card.tsx";
import { DataTable } from "../../ui/DataTable.tsx";
import { dayShort, timeSaid } from "../../when.ts";
import { words } from "../../words/words.ts";
import { usePerson } from "../use-person.ts";

const told = words.person.record;

/** What a phone sent and the server did not take. */
export function Refused() {
  const { refused } = usePerson().reply;
  if (refused.length === 0) return null;
  return (
    <Card title={told.refused}>
      <p className={card["quiet"]}>{told.refusedLead}</p>
      <DataTable
        caption={told.refused}
        heads={told.refusedHeads}
        rows={refused.map(({ device, sequence, received, refusal, why }) => ({
          key: `${device} ${sequence} ${received}`,
          cells: [`${dayShort(received)}, ${timeSaid(received)}`, sequence, why || refusal],
        }))}
      />
    </Card>
  );
}
