import { type Me, meSchema } from "@openlymph/record/clinic";
import { lazy, Suspense, useCallback, useEffect, useState } from "react";
import { ask, onSignedOut, tell } from "./api.ts";
import { asProblem, type ClinicProblem } from "./clinic-problem.ts";
import { draftsBelongTo, forgetDrafts } from "./drafts.ts";
import { Gate } from "./gate/Gate.tsx";
import { GateFrame } from "./gate/GateFrame.tsx";
import { NoClinic } from "./gate/NoClinic.tsx";
import { goTo, leaveToken } from "./go-to.ts";
import { Bones } from "./ui/Card.tsx";
import { ProblemNote } from "./ui/ProblemNote.tsx";
import { words } from "./words/words.ts";

/** Whoever only signs in need not fetch the rooms behind the door. */
const Rooms = lazy(async () => ({ default: (await import("./Rooms.tsx")).Rooms }));

/** A server that serves pages alone has no clinic to ask. */
const isWithout = ({ code, status }: ClinicProblem): boolean => code === "not-found" || status === 405;

function Waiting({ problem, onAgain }: { readonly problem: ClinicProblem | undefined; readonly onAgain: () => void }) {
  if (problem === undefined) return <Bones label={words.wait} />;
  return isWithout(problem) ? <NoClinic /> : <ProblemNote problem={problem} onAgain={onAgain} />;
}

/** Who is signed in decides what is shown: the door, or the rooms behind it. */
export function ClinicApp() {
  const [me, setMe] = useState<Me>();
  const [problem, setProblem] = useState<ClinicProblem>();
  /** The page was signed in and is not any more, without having been asked to sign out. */
  const [ranOut, setRanOut] = useState(false);

  const take = useCallback((next: Me) => {
    setProblem(undefined);
    // A link that counts once was used: it stays neither in the address nor in what the browser remembers of it.
    if (next.state === "half" || next.state === "signed-in") leaveToken();
    setMe((before) => {
      if (next.state === "signed-in") {
        draftsBelongTo(next.account);
        setRanOut(false);
      } else if (before?.state === "signed-in") setRanOut(true);
      return next;
    });
  }, []);
  const refresh = useCallback(
    () => ask("me", meSchema).then(take, (error: unknown) => setProblem(asProblem(error))),
    [take],
  );
  const signOut = useCallback(async () => {
    await tell("signOut", { method: "POST" });
    forgetDrafts();
    goTo("");
    setMe({ state: "signed-out" });
    setRanOut(false);
  }, []);
  useEffect(() => {
    void refresh();
    return onSignedOut(() => void refresh());
  }, [refresh]);

  if (me === undefined) {
    return (
      <GateFrame>
        <Waiting problem={problem} onAgain={() => void refresh()} />
      </GateFrame>
    );
  }
  if (me.state !== "signed-in") return <Gate me={me} ranOut={ranOut} onMe={take} onRefresh={refresh} />;
  return (
    <Suspense
      fallback={
        <GateFrame>
          <Bones label={words.wait} />
        </GateFrame>
      }
    >
      <Rooms me={me} refresh={refresh} signOut={signOut} />
    </Suspense>
  );
}
