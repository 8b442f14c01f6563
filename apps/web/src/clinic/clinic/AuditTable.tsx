import { type Audit, auditSchema } from "@openlymph/record/clinic";
import { useState } from "react";
import { ask } from "../api.ts";
import { personHash } from "../go-to.ts";
import { Act } from "../ui/Act.tsx";
import card from "../ui/Card.module.css";
import { Bones } from "../ui/Card.tsx";
import { DataTable } from "../ui/DataTable.tsx";
import { ProblemNote } from "../ui/ProblemNote.tsx";
import { useLoaded } from "../use-loaded.ts";
import { useSending } from "../use-sending.ts";
import { dayShort, timeSaid } from "../when.ts";
import { words } from "../words/words.ts";

const told = words.clinic;
type Entry = Audit["entries"][number];

const read = (person: string | undefined, query: Readonly<Record<string, string>>): Promise<Audit> =>
  person === undefined
    ? ask("audit", auditSchema, { query })
    : ask("personAudit", auditSchema, { parts: { person }, query });

function rowOf({ number, at, actorName, action, resource, person, outcome, detail }: Entry) {
  const details = Object.entries(detail).map(([key, value]) => `${key} ${value}`);
  return {
    key: String(number),
    cells: [
      number,
      `${dayShort(at)}, ${timeSaid(at)}`,
      actorName,
      <span key="what" title={`${action} ${resource}`}>
        {[told.actions[action] ?? action, ...details].join(" · ")}
      </span>,
      person === undefined ? (
        ""
      ) : (
        <a key="person" href={personHash(person)} aria-label={told.auditPerson(person.slice(0, 8))}>
          {person.slice(0, 8)}
        </a>
      ),
      told.auditOutcomes[outcome],
    ],
  };
}

/** The trail, the newest first, a hundred at a time; of one person or of all. */
export function AuditTable({ person }: { readonly person?: string }) {
  const first = useLoaded(`audit ${person ?? ""}`, () => read(person, {}));
  const [earlier, setEarlier] = useState<readonly Audit[]>([]);
  const { busy, problem, send } = useSending();
  if (first.value === undefined) {
    return first.problem === undefined ? (
      <Bones label={words.wait} />
    ) : (
      <ProblemNote problem={first.problem} onAgain={first.again} />
    );
  }
  const pages = [first.value, ...earlier];
  const entries = pages.flatMap((page) => page.entries);
  const oldest = entries.at(-1)?.number;
  const more = (): void => {
    void send(async () => {
      const next = await read(person, { before: String(oldest) });
      setEarlier([...earlier, next]);
    });
  };
  if (entries.length === 0) return <p className={card["quiet"]}>{told.auditNone}</p>;
  return (
    <div className={card["stack"]}>
      <DataTable caption={told.audit} heads={told.auditHeads} rows={entries.map(rowOf)} />
      <ProblemNote problem={problem} />
      {pages.at(-1)?.more === true && oldest !== undefined ? (
        <div>
          <Act busy={busy} onPress={more}>
            {told.auditMore}
          </Act>
        </div>
      ) : null}
    </div>
  );
}
