import { lazy, Suspense, useState } from "react";
import { StoryBar } from "../learn/StoryBar.tsx";
import { type Reading, sceneOf } from "../learn/stories.ts";
import { Hint } from "../studio/Hint.tsx";
import { StudioSkeleton } from "../studio/StudioSkeleton.tsx";
import { words } from "../words.ts";
import { Header } from "./Header.tsx";
import { HelpPanel } from "./HelpPanel.tsx";

const Studio = lazy(async () => ({ default: (await import("../studio/Studio.tsx")).Studio }));

/** The app: a header and the one room there is. */
export function App() {
  const [help, setHelp] = useState(false);
  const [reading, setReading] = useState<Reading>();
  const bar =
    reading === undefined ? (
      <Hint />
    ) : (
      <StoryBar
        key={reading.story}
        reading={reading}
        onPart={(part) => setReading({ ...reading, part })}
        onClose={() => setReading(undefined)}
      />
    );
  return (
    <>
      <a className="skip" href="#body">
        {words.header.skip}
      </a>
      <Header
        hint={bar}
        help={help}
        onHelp={() => setHelp(!help)}
        onStory={(story) => setReading({ story, part: 0 })}
      />
      {help ? <HelpPanel onClose={() => setHelp(false)} /> : null}
      <Suspense fallback={<StudioSkeleton />}>
        <Studio scene={reading === undefined ? undefined : sceneOf(reading)} />
      </Suspense>
    </>
  );
}
