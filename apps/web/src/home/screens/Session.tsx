import { openSession } from "@openlymph/record";
import { useState } from "react";
import { v7 as uuidv7 } from "uuid";
import type { HomePlan } from "../home-plan.ts";
import { useOnlyTab } from "../player/use-only-tab.ts";
import { useHome } from "../use-home.ts";
import { Check, PlayerScreen, Stopped } from "./later.ts";
import { Today } from "./Today.tsx";

/**
 * The way to the player, and the only one: a plan, a check that holds, no other tab that plays. Practice needs no check, but
 * is closed too while a check forbids a session.
 *
 * A session goes on with the plan with which it was opened, also where the clinic releases another one meanwhile; where the
 * clinic takes its plan back, it ends.
 */
export function Session({ practice = false }: { readonly practice?: boolean }) {
  const { plan, record, standing, words } = useHome();
  const only = useOnlyTab();
  const [fresh] = useState(() => uuidv7());
  const [held, setHeld] = useState<{ readonly plan: HomePlan; readonly ofClinic: boolean }>();
  const ofClinic = record.plan?.by !== undefined;
  const takenBack = held?.ofClinic === true && !ofClinic;
  if (held === undefined && plan?.ok === true) setHeld({ plan: plan.value, ofClinic });
  const now = standing();
  if (now.kind === "locked") return <Stopped check={now.check} />;
  if (held === undefined || takenBack) return <Today />;
  if (!practice && now.kind !== "free") return <Check />;
  if (only === "elsewhere") return <p role="alert">{words.player.openElsewhere}</p>;
  if (only === "waiting") return <p role="status">{words.wait}</p>;
  const open = openSession(record);
  const going = open?.plan === held.plan.hash ? open : undefined;
  const id = going?.id ?? fresh;
  return (
    <PlayerScreen
      key={practice ? "practice" : id}
      plan={held.plan}
      practice={practice}
      session={{ id, open: going, check: now.kind === "free" ? now.check.operation : id }}
    />
  );
}
