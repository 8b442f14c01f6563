import { useClinic } from "../use-clinic.ts";
import { AuditTrail } from "./AuditTrail.tsx";
import { ClinicCard } from "./ClinicCard.tsx";
import { Staff } from "./Staff.tsx";

/** The clinic itself: how it is reached, who works here, what was done. */
export function ClinicRoom() {
  const { me } = useClinic();
  return (
    <>
      <h1>{me.clinic.name}</h1>
      <ClinicCard key={me.clinic.name + me.clinic.contact} />
      <Staff />
      {me.role === "owner" ? <AuditTrail /> : null}
    </>
  );
}
