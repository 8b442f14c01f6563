import { type StaffRole, staffRoles } from "@openlymph/record";
import { useState } from "react";
import { z } from "zod";
import { ask } from "../api.ts";
import { Act } from "../ui/Act.tsx";
import card from "../ui/Card.module.css";
import { Note } from "../ui/Card.tsx";
import { CopyText } from "../ui/CopyText.tsx";
import { Field, PickField } from "../ui/Field.tsx";
import { ProblemNote } from "../ui/ProblemNote.tsx";
import { useSending } from "../use-sending.ts";
import { words } from "../words/words.ts";

const told = words.clinic;
const linkSchema = z.looseObject({ link: z.string() });
const roles = staffRoles.map((role) => [role, `${words.roles[role]}: ${words.roleAbout[role]}`] as const);

/** Makes a link that counts once. It is shown here and nowhere else. */
export function Invite({ onDone }: { readonly onDone: () => void }) {
  const { busy, problem, send } = useSending();
  const [name, setName] = useState("");
  const [email, setEmail] = useState("");
  const [role, setRole] = useState<StaffRole>("therapist");
  const [link, setLink] = useState<string>();
  if (link !== undefined) {
    return (
      <Note>
        <p>
          <strong>{told.inviteLink}</strong>
          {told.inviteAbout(name)}
        </p>
        <CopyText text={link} label={told.inviteLink} />
        <div>
          <Act onPress={onDone}>{told.inviteDone}</Act>
        </div>
      </Note>
    );
  }
  const make = (): Promise<boolean> =>
    send(async () => {
      const made = await ask("invitations", linkSchema, { body: { name: name.trim(), email: email.trim(), role } });
      setLink(made.link);
    });
  return (
    <form
      className={card["stack"]}
      onSubmit={(event) => {
        event.preventDefault();
        void make();
      }}
    >
      <div className={card["pair"]}>
        <Field label={told.inviteName} required maxLength={200} autoComplete="off" value={name} onType={setName} />
        <Field
          label={told.inviteEmail}
          type="email"
          required
          maxLength={200}
          autoComplete="off"
          value={email}
          onType={setEmail}
        />
      </div>
      <p className={card["quiet"]}>{told.inviteEmailHint}</p>
      <PickField label={told.inviteRole} value={role} options={roles} onPick={setRole} />
      <ProblemNote problem={problem} />
      <div className={card["row"]}>
        <Act kind="filled" submits busy={busy}>
          {told.inviteGo}
        </Act>
        <Act onPress={onDone}>{words.form.cancel}</Act>
      </div>
    </form>
  );
}
