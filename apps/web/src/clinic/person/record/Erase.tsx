import { eraseReportSchema } from "@openlymph/record/clinic";
import { useState } from "react";
import type { z } from "zod";
import { ask } from "../../api.ts";
import { Act, ActLink } from "../../ui/Act.tsx";
import card from "../../ui/Card.module.css";
import { Card, Fold } from "../../ui/Card.tsx";
import { Field } from "../../ui/Field.tsx";
import { ProblemNote } from "../../ui/ProblemNote.tsx";
import { useSending } from "../../use-sending.ts";
import { words } from "../../words/words.ts";
import { usePerson } from "../use-person.ts";

const told = words.person.record;

/** For good: the name has to be written, and what is left is said. */
export function Erase() {
  const { id, name } = usePerson();
  const { busy, problem, send } = useSending();
  const [typed, setTyped] = useState("");
  const [reason, setReason] = useState("");
  const [report, setReport] = useState<z.output<typeof eraseReportSchema>>();
  const erase = (): Promise<boolean> =>
    send(async () => {
      const body = { name: typed, reason: reason.trim() };
      setReport(await ask("erase", eraseReportSchema, { parts: { person: id }, body }));
    });
  if (report !== undefined) {
    return (
      <Card title={told.erased}>
        <p role="status">{told.erasedBody(report.operations, report.devices)}</p>
        <ul className={card["plainList"]}>
          {report.left.map((left) => (
            <li key={left}>{left}</li>
          ))}
        </ul>
        <div>
          <ActLink href="#people">{words.people.title}</ActLink>
        </div>
      </Card>
    );
  }
  return (
    <Card title={told.erase}>
      <p className={card["quiet"]}>{told.eraseLead}</p>
      <Fold title={told.eraseOpen}>
        <form
          className={card["stack"]}
          onSubmit={(event) => {
            event.preventDefault();
            if (typed === name) void erase();
          }}
        >
          <Field label={told.eraseName(name)} required autoComplete="off" value={typed} onType={setTyped} />
          <Field label={told.eraseReason} required minLength={3} maxLength={400} value={reason} onType={setReason} />
          <ProblemNote problem={problem} />
          <div>
            <Act kind="danger" submits busy={busy} off={typed !== name}>
              {told.eraseGo}
            </Act>
          </div>
        </form>
      </Fold>
    </Card>
  );
}
