import { type Staff as StaffList, staffSchema } from "@openlymph/record/clinic";
import { useState } from "react";
import { ask, tell } from "../api.ts";
import { Act } from "../ui/Act.tsx";
import card from "../ui/Card.module.css";
import { Bones, Card, Note } from "../ui/Card.tsx";
import { DataTable } from "../ui/DataTable.tsx";
import { ProblemNote } from "../ui/ProblemNote.tsx";
import { useClinic } from "../use-clinic.ts";
import { useLoaded } from "../use-loaded.ts";
import { useSending } from "../use-sending.ts";
import { whenSaid } from "../when.ts";
import { words } from "../words/words.ts";
import { Invite } from "./Invite.tsx";

const told = words.clinic;
type Member = StaffList[number];

function factorsSaid({ factors }: Member): string {
  const parts = [
    ...(factors.app ? [told.app] : []),
    ...(factors.passkeys > 0 ? [told.passkeys(factors.passkeys)] : []),
  ];
  return parts.length === 0 ? told.noFactor : parts.join(", ");
}

/** Says what removing means before it is done. */
function Removing({
  member,
  onDone,
  onCancel,
}: {
  readonly member: Member;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}) {
  const { busy, problem, send } = useSending();
  const { say } = useClinic();
  const remove = async (): Promise<void> => {
    const parts = { account: member.account };
    if (!(await send(() => tell("staffMember", { method: "DELETE", parts })))) return;
    say(told.removed(member.name));
    onDone();
  };
  return (
    <Note tone="warn">
      <p>
        <strong>{told.removeTitle(member.name)}</strong>
        {told.removeBody}
      </p>
      <ProblemNote problem={problem} />
      <div className={card["row"]}>
        <Act kind="danger" busy={busy} onPress={() => void remove()}>
          {told.removeGo(member.name)}
        </Act>
        <Act onPress={onCancel}>{words.form.cancel}</Act>
      </div>
    </Note>
  );
}

/** Who works here, with what they sign in by; the owner invites and removes. */
export function Staff() {
  const { me, say } = useClinic();
  const { value, problem, again } = useLoaded("staff", () => ask("staff", staffSchema));
  const sending = useSending();
  const [inviting, setInviting] = useState(false);
  const [removing, setRemoving] = useState<Member>();
  const owner = me.role === "owner";
  const signOut = async ({ account, name }: Member): Promise<void> => {
    const done = await sending.send(() => tell("staffSessions", { method: "DELETE", parts: { account } }));
    if (done) say(told.signedOutMember(name));
  };
  const rowOf = (member: Member) => ({
    key: member.account,
    cells: [
      member.account === me.account ? `${member.name} (${told.you})` : member.name,
      <span key="role" title={words.roleAbout[member.role]}>
        {words.roles[member.role]}
      </span>,
      member.email,
      factorsSaid(member),
      member.lastSeen === undefined ? told.never : whenSaid(member.lastSeen),
      owner && member.account !== me.account ? (
        <span key="change" className={card["row"]}>
          <Act kind="plain" label={told.signOutMemberOf(member.name)} onPress={() => void signOut(member)}>
            {told.signOutMember}
          </Act>
          <Act kind="plain" label={told.removeGo(member.name)} onPress={() => setRemoving(member)}>
            {told.remove}
          </Act>
        </span>
      ) : (
        ""
      ),
    ],
  });
  return (
    <Card
      title={told.staff}
      aside={owner && !inviting ? <Act onPress={() => setInviting(true)}>{told.invite}</Act> : null}
    >
      <ProblemNote problem={problem ?? sending.problem} onAgain={again} />
      {inviting ? <Invite onDone={() => setInviting(false)} /> : null}
      {removing === undefined ? null : (
        <Removing
          member={removing}
          onDone={() => {
            setRemoving(undefined);
            again();
          }}
          onCancel={() => setRemoving(undefined)}
        />
      )}
      {value === undefined ? (
        <Bones count={2} label={words.wait} />
      ) : (
        <DataTable caption={told.staff} heads={told.heads} rows={value.map(rowOf)} />
      )}
    </Card>
  );
}
