import type { Me } from "@openlymph/record/clinic";
import { useEffect } from "react";
import { usePlace } from "../go-to.ts";
import { words } from "../words/words.ts";
import { AcceptForm } from "./AcceptForm.tsx";
import { CodeForm } from "./CodeForm.tsx";
import { GateFrame } from "./GateFrame.tsx";
import { NotSetUp } from "./NotSetUp.tsx";
import { PasskeyHalf } from "./PasskeyHalf.tsx";
import { SecondFactor } from "./SecondFactor.tsx";
import { SetUpForm } from "./SetUpForm.tsx";
import { SignInForm } from "./SignInForm.tsx";

export interface GateProps {
  readonly me: Exclude<Me, { readonly state: "signed-in" }>;
  readonly ranOut: boolean;
  readonly onMe: (me: Me) => void;
  readonly onRefresh: () => Promise<void>;
}

function Inside({ me, ranOut, onMe, onRefresh }: GateProps) {
  const place = usePlace();
  if (me.state === "half") {
    if (me.needs === "second-factor") return <SecondFactor name={me.name} onDone={onRefresh} />;
    if (me.needs === "passkey") return <PasskeyHalf name={me.name} onMe={onMe} onRefresh={onRefresh} />;
    return <CodeForm name={me.name} onMe={onMe} />;
  }
  if (place.room === "setup") return <SetUpForm token={place.token} isNew={me.state === "new"} onMe={onMe} />;
  if (place.room === "invite") return <AcceptForm token={place.token} onMe={onMe} />;
  return me.state === "new" ? <NotSetUp /> : <SignInForm ranOut={ranOut} onMe={onMe} onRefresh={onRefresh} />;
}

/** The door: set up, sign in, or the second half of either. */
export function Gate(props: GateProps) {
  useEffect(() => {
    document.title = `${words.name} · ${words.room}`;
  }, []);
  return (
    <GateFrame>
      <Inside {...props} />
    </GateFrame>
  );
}
