import { staffSchema } from "@openlymph/record/clinic";
import { X } from "lucide-react";
import { useState } from "react";
import { ask, tell } from "../../api.ts";
import { Act } from "../../ui/Act.tsx";
import card from "../../ui/Card.module.css";
import { Card } from "../../ui/Card.tsx";
import { PickField } from "../../ui/Field.tsx";
import { ProblemNote } from "../../ui/ProblemNote.tsx";
import { useLoaded } from "../../use-loaded.ts";
import { useSending } from "../../use-sending.ts";
import { words } from "../../words/words.ts";
import { usePerson } from "../use-person.ts";
import styles from "./Team.module.css";

const told = words.person.record;

/** Who looks after this person. */
export function Team() {
  const { id, reply, again } = usePerson();
  const staff = useLoaded("staff", () => ask("staff", staffSchema));
  const { busy, problem, send } = useSending();
  const inTeam = new Set(reply.team.map(({ account }) => account));
  const free = (staff.value ?? []).filter(({ account }) => !inTeam.has(account));
  const [picked, setPicked] = useState<string>();
  const chosen = free.find(({ account }) => account === picked) ?? free[0];
  const change = (account: string, of: boolean): void => {
    void send(() => tell("team", { parts: { person: id }, body: { account, of } })).then((done) => {
      if (done) again();
    });
  };
  return (
    <Card title={told.team}>
      <p className={card["quiet"]}>{told.teamLead}</p>
      <ul className={styles["team"]}>
        {reply.team.map(({ account, name }) => (
          <li key={account}>
            {name}
            <Act kind="plain" busy={busy} label={told.teamRemove(name)} onPress={() => change(account, false)}>
              <X aria-hidden="true" size={18} />
            </Act>
          </li>
        ))}
      </ul>
      <ProblemNote problem={problem} />
      {chosen === undefined ? (
        <p className={card["quiet"]}>{told.teamNone}</p>
      ) : (
        <form
          className={card["end"]}
          onSubmit={(event) => {
            event.preventDefault();
            change(chosen.account, true);
          }}
        >
          <PickField
            label={told.teamWho}
            value={chosen.account}
            options={free.map(({ account, name, role }) => [account, `${name}, ${words.roles[role]}`] as const)}
            onPick={setPicked}
          />
          <Act submits busy={busy}>
            {told.teamAdd}
          </Act>
        </form>
      )}
    </Card>
  );
}
