import { sessionsSchema } from "@openlymph/record/clinic";
import { ask, tell } from "../api.ts";
import { Act } from "../ui/Act.tsx";
import { Bones, Card } from "../ui/Card.tsx";
import { DataTable } from "../ui/DataTable.tsx";
import { ProblemNote } from "../ui/ProblemNote.tsx";
import { useClinic } from "../use-clinic.ts";
import { useConfirming } from "../use-confirming.tsx";
import { useLoaded } from "../use-loaded.ts";
import { useSending } from "../use-sending.ts";
import { whenSaid } from "../when.ts";
import { words } from "../words/words.ts";

const told = words.clinic;

/** Where this account is signed in; any of them can be ended from here. */
export function MySessions() {
  const { say } = useClinic();
  const { value, problem, again } = useLoaded("sessions", () => ask("sessions", sessionsSchema));
  const sending = useSending();
  const { confirming, panel } = useConfirming();
  const revoke = async (id: string): Promise<void> => {
    const end = () => tell("session", { method: "DELETE", parts: { id } });
    if (!(await sending.send(() => confirming(end)))) return;
    say(told.revoked);
    again();
  };
  return (
    <Card title={told.sessions}>
      {panel}
      <ProblemNote problem={problem ?? sending.problem} onAgain={again} />
      {value === undefined ? (
        <Bones count={1} label={words.wait} />
      ) : (
        <DataTable
          caption={told.sessions}
          heads={told.sessionHeads}
          rows={value.map(({ id, device, begun, lastSeen, current }) => ({
            key: id,
            cells: [
              current ? `${device} (${told.thisOne})` : device,
              whenSaid(begun),
              whenSaid(lastSeen),
              current ? (
                ""
              ) : (
                <Act key="revoke" kind="plain" label={`${told.revoke}: ${device}`} onPress={() => void revoke(id)}>
                  {told.revoke}
                </Act>
              ),
            ],
          }))}
        />
      )}
    </Card>
  );
}
