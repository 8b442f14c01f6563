import { useState } from "react";
import { Hint } from "../studio/Hint.tsx";
import { Studio } from "../studio/Studio.tsx";
import { words } from "../words.ts";
import { Header } from "./Header.tsx";
import { HelpPanel } from "./HelpPanel.tsx";

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
      <Studio />
    </>
  );
}
