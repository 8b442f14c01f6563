import { lazy, Suspense, useState } from "react";
import { Hint } from "../studio/Hint.tsx";
import { StudioSkeleton } from "../studio/StudioSkeleton.tsx";
import { words } from "../words.ts";
import { Header } from "./Header.tsx";
import { HelpPanel } from "./HelpPanel.tsx";

const Studio = lazy(async () => ({ default: (await import("../studio/Studio.tsx")).Studio }));

/** The app: a header and the one room there is. */
export function App() {
  const [help, setHelp] = useState(false);
  return (
    <>
      <a className="skip" href="#body">
        {words.header.skip}
      </a>
      <Header hint={<Hint />} help={help} onHelp={() => setHelp(!help)} />
      {help ? <HelpPanel onClose={() => setHelp(false)} /> : null}
      <Suspense fallback={<StudioSkeleton />}>
        <Studio />
      </Suspense>
    </>
  );
}
