import { useState } from "react";
import { Act } from "../../ui/Act.tsx";
import card from "../../ui/Card.module.css";
import { Card } from "../../ui/Card.tsx";
import { DataTable } from "../../ui/DataTable.tsx";
import { TickBox } from "../../ui/Field.tsx";
import { dayShort, timeSaid } from "../../when.ts";
import { words } from "../../words/words.ts";
import { type Arrived, usePerson } from "../use-person.ts";
import styles from "./Arrivals.module.css";

const told = words.person.record;
const kindWords: Readonly<Record<string, string>> = told.kinds;
const moment = (at: number): string => `${dayShort(at)}, ${timeSaid(at)}`;
const page = 20;
/** The single things of a session, of which there are hundreds. */
const within = /^session\/(?:stroke|paused|resumed|back)$/;

function authorOf({ operation }: Arrived): string | undefined {
  const { by } = operation.body as { readonly by?: { readonly name?: string } };
  return by?.name;
}

function What({ one }: { readonly one: Arrived }) {
  return (
    <details className={styles["what"]}>
      <summary>{kindWords[one.operation.kind] ?? one.operation.kind}</summary>
      <pre>{JSON.stringify(one.operation.body, undefined, 2)}</pre>
    </details>
  );
}

/** Every operation in the order in which the server took it, the newest first. */
export function Arrivals() {
  const { operations, reply } = usePerson();
  const [strokes, setStrokes] = useState(false);
  const [shown, setShown] = useState(page);
  const listed = operations.filter(({ operation }) => strokes || !within.test(operation.kind)).toReversed();
  const names = new Map(reply.devices.map(({ device, name }) => [device, name]));
  const who = (one: Arrived): string =>
    authorOf(one) ?? told.phone(names.get(one.operation.device) ?? one.operation.device.slice(0, 8));
  return (
    <Card title={told.all} aside={<TickBox label={told.showStrokes} checked={strokes} onTick={setStrokes} />}>
      <DataTable
        caption={told.all}
        heads={told.heads}
        rows={listed.slice(0, shown).map((one) => ({
          key: String(one.arrival),
          cells: [
            one.arrival,
            <What key="what" one={one} />,
            who(one),
            moment(Date.parse(one.operation.at)),
            moment(one.received),
          ],
        }))}
      />
      {listed.length > shown ? (
        <div className={card["row"]}>
          <Act onPress={() => setShown(shown + page)}>{told.more}</Act>
        </div>
      ) : null}
    </Card>
  );
}
