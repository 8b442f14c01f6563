import { AuditTable } from "../../clinic/AuditTable.tsx";
import card from "../../ui/Card.module.css";
import { Card, Fold } from "../../ui/Card.tsx";
import { words } from "../../words/words.ts";
import { usePerson } from "../use-person.ts";

const told = words.person.record;

/** Who read and who wrote this record. */
export function PersonAudit() {
  const { id } = usePerson();
  return (
    <Card title={told.audit}>
      <p className={card["quiet"]}>{told.auditLead}</p>
      <Fold title={words.clinic.audit}>
        <AuditTable person={id} />
      </Fold>
    </Card>
  );
}
