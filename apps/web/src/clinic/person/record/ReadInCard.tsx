import { useState } from "react";
import card from "../../ui/Card.module.css";
import { Card, Note } from "../../ui/Card.tsx";
import { FileAct } from "../../ui/FileAct.tsx";
import { problemSaid } from "../../ui/ProblemNote.tsx";
import { daySaid } from "../../when.ts";
import { words } from "../../words/words.ts";
import { usePerson } from "../use-person.ts";
import { type ReadIn, readInFile } from "./read-in.ts";

const told = words.person.record.readIn;
const problems: Readonly<Record<string, string>> = told.problems;

function Problem({ problem, taken }: Pick<ReadIn, "problem" | "taken">) {
  if (problem === undefined) return null;
  return (
    <Note tone="danger" loud>
      <p>
        {problems[problem.failure ?? ""] ?? problemSaid(problem)} {taken === 0 ? told.nothing : told.noMore}
      </p>
    </Note>
  );
}

function Result({ result }: { readonly result: ReadIn }) {
  const { file, phones, taken, known, refused, revoked, problem } = result;
  const some = taken + known + refused.length > 0;
  return (
    <div className={card["stack"]} data-testid="read-in">
      {some ? (
        <Note>
          <p role="status">
            <strong>{told.done(file, phones.join(", "))}</strong>
            {[told.taken(taken), ...(known === 0 ? [] : [told.known(known)])].join(" ")}
          </p>
        </Note>
      ) : null}
      {revoked === undefined ? null : (
        <Note tone="warn">
          <p>{told.revoked(daySaid(revoked))}</p>
        </Note>
      )}
      {refused.length === 0 ? null : (
        <Note tone="warn">
          <p>
            <strong>{told.refused(refused.length)}</strong>
          </p>
          <ul className={card["plainList"]}>
            {refused.map(({ sequence, why }) => (
              <li key={sequence}>{told.refusedOne(sequence, why)}</li>
            ))}
          </ul>
        </Note>
      )}
      <Problem {...{ problem, taken }} />
    </div>
  );
}

/** Takes the file of a phone that does not reach the clinic. */
export function ReadInCard() {
  const { id, again } = usePerson();
  const [result, setResult] = useState<ReadIn>();
  const [busy, setBusy] = useState(false);
  const take = async (text: string, file: string): Promise<void> => {
    setBusy(true);
    const found = await readInFile(id, { text, file });
    setBusy(false);
    setResult(found);
    if (found.taken + found.refused.length > 0) again();
  };
  return (
    <Card title={told.title}>
      <p className={card["quiet"]}>{told.lead}</p>
      <div>
        <FileAct accept=".json" busy={busy} onText={(text, file) => void take(text, file)}>
          {told.go}
        </FileAct>
      </div>
      {result === undefined ? null : <Result result={result} />}
    </Card>
  );
}
