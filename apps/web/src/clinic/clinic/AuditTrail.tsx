import { auditVerdictSchema } from "@openlymph/record/clinic";
import { useState } from "react";
import type { z } from "zod";
import { ask } from "../api.ts";
import { Act } from "../ui/Act.tsx";
import card from "../ui/Card.module.css";
import { Card, Note } from "../ui/Card.tsx";
import { ProblemNote } from "../ui/ProblemNote.tsx";
import { useSending } from "../use-sending.ts";
import { words } from "../words/words.ts";
import { AuditTable } from "./AuditTable.tsx";

const told = words.clinic;
type Verdict = z.output<typeof auditVerdictSchema>;

function VerdictNote({ verdict }: { readonly verdict: Verdict | undefined }) {
  if (verdict === undefined) return null;
  return (
    <Note tone={verdict.whole ? "plain" : "danger"} loud>
      <p>{verdict.whole ? told.whole(verdict.entries) : told.broken(verdict.at, verdict.why)}</p>
    </Note>
  );
}

/** Everything that was read and written, and whether anybody changed it since. */
export function AuditTrail() {
  const { busy, problem, send } = useSending();
  const [verdict, setVerdict] = useState<Verdict>();
  const verify = (): void => {
    void send(async () => setVerdict(await ask("auditVerify", auditVerdictSchema, { method: "POST" })));
  };
  return (
    <Card
      title={told.audit}
      aside={
        <Act busy={busy} onPress={verify}>
          {told.verify}
        </Act>
      }
    >
      <p className={card["quiet"]}>{told.auditLead}</p>
      <ProblemNote problem={problem} />
      <VerdictNote verdict={verdict} />
      <AuditTable />
    </Card>
  );
}
